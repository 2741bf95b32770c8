import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Observable } from 'rxjs';
import { DomainError } from '#kernel/domain-error.js';
import { runAs, type CallContext, type Call } from '../context/call-context.js';
import { POLICY, type AuthenticatedRequest, type Policy } from '../access/allow.js';
import { requireIdempotency } from '../database/transactions.js';
import { DESCRIPTION, wantsKey, type Description } from './describe.js';

const TRACEPARENT = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Tells the code below who acts, in which call, and under which idempotency key; without one that is wanted nobody acts. */
@Injectable()
export class CallContextInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const acting = actingOf(request);
    if (request.caller !== undefined && this.wantsKey(context, request.method)) requireIdempotency(acting);
    return new Observable((subscriber) => runAs(acting, () => next.handle().subscribe(subscriber)));
  }

  private wantsKey(context: ExecutionContext, method: string): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const description = this.reflector.getAllAndOverride<Description | 'unlisted' | undefined>(DESCRIPTION, targets);
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, targets);
    return description !== 'unlisted' && wantsKey(method, policy, description ?? {});
  }
}

function actingOf(request: AuthenticatedRequest): CallContext {
  const { caller, headers } = request;
  const traceparent = headers['traceparent'];
  const key = headers['idempotency-key'];
  return {
    principal: caller?.subject ?? 'anonymous',
    correlationId: request.id,
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
  throw new DomainError('IDEMPOTENCY_KEY_INVALID');
}

function hashOf(request: AuthenticatedRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
}
