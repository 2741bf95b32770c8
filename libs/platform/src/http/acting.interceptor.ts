import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { actAs, type Acting, type Call } from '../runtime/acting.js';
import type { AuthenticatedRequest } from '../access/allow.js';

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Tells the code below who acts, in which call, and under which idempotency key. */
@Injectable()
export class ActingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const acting = actingOf(request);
    return new Observable((subscriber) => actAs(acting, () => next.handle().subscribe(subscriber)));
  }
}

function actingOf(request: AuthenticatedRequest): Acting {
  const { caller, headers } = request;
  const traceparent = headers['traceparent'];
  const key = headers['idempotency-key'];
  return {
    principal: caller?.subject ?? 'anonymous',
    correlationId: uuidv7(),
    ...(typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? { traceparent } : {}),
    ...(caller === undefined || request.method === 'GET' ? {} : { call: callOf(request, caller.region) }),
    ...(key === undefined || caller === undefined
      ? {}
      : {
          idempotency: {
            scope: `${caller.region} ${caller.subject}`,
            key: checkedKey(key),
            requestHash: hashOf(request),
          },
        }),
  };
}

function callOf(request: AuthenticatedRequest, region: string): Call {
  const { id } = request.params as { readonly id?: string };
  const action = `${request.method} ${request.routeOptions.url ?? ''}`;
  return { action, region, ...(id === undefined ? {} : { subject: id }) };
}

function checkedKey(key: string | string[]): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new DomainError('IDEMPOTENCY_KEY_INVALID', 'An Idempotency-Key is 1 to 200 visible ASCII characters.');
}

function hashOf(request: AuthenticatedRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
}
