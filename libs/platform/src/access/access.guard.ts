import { Injectable, Logger, Optional, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#kernel/domain-error.js';
import { POLICY, type AuthenticatedRequest, type Policy } from './allow.js';
import { ApiKeys, isApiKey } from './api-keys.js';
import { scopeOf } from './permissions.js';
import type { Principal } from './principal.js';
import { ServiceConfig } from '../context/config.js';
import { readCookie, tokenCookie } from './page-cookies.js';
import { TokenRefused, TokenVerifier } from './token-verifier.js';

/** How a caller is told that nobody is known to call. */
type Unauthenticated = 'UNAUTHENTICATED' | `UNAUTHENTICATED.${'token' | 'key' | 'somebody-else'}`;

/** Header in which a page names the subject that it shows, percent-encoded. */
const PAGE_SUBJECT = 'serap-subject';

/**
 * The one door: verifies the bearer token, the API key or the page's cookie, then the route's policy.
 * A cookie only opens reads and same-origin calls, so that another site's form cannot act for the user.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger(AccessGuard.name);
  private readonly cookie: string;

  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    config: ServiceConfig,
    @Optional() private readonly apiKeys?: ApiKeys,
  ) {
    this.cookie = tokenCookie(config.SERAP_PAGES_URL);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (policy === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const token = credentialOf(request, this.cookie);
    if (token === undefined) throw this.refused(request, whyNone(request, this.cookie), 'UNAUTHENTICATED');
    const principal = await (isApiKey(token) ? this.bySystem(token, request) : this.byToken(token, request));
    if (isMeantForOther(request, principal)) {
      throw this.refused(request, 'it is meant for another user than the token', 'UNAUTHENTICATED.somebody-else');
    }
    const scope = policy === undefined ? undefined : scopeOf(policy, principal.roles);
    if (scope === undefined) throw new DomainError('FORBIDDEN');
    request.caller = { ...principal, scope };
    return true;
  }

  private byToken(token: string, request: FastifyRequest): Promise<Principal> {
    return this.tokens.verify(token).catch((error: unknown) => {
      if (!(error instanceof TokenRefused)) throw error;
      throw this.refused(request, `the token is refused, ${error.message}`, 'UNAUTHENTICATED.token');
    });
  }

  private async bySystem(key: string, request: FastifyRequest): Promise<Principal> {
    const principal = await this.apiKeys?.verify(key);
    if (principal) return principal;
    throw this.refused(request, 'the API key is not known here, or revoked', 'UNAUTHENTICATED.key');
  }

  /** The log says which check failed; the caller is not told. */
  private refused({ method, routeOptions }: FastifyRequest, why: string, refusal: Unauthenticated): DomainError {
    this.logger.warn(`401 to ${method} ${routeOptions.url ?? ''}: ${why}`);
    return new DomainError(refusal);
  }
}

/** A page names whom it shows, for its cookie may have become somebody else's in another tab. */
function isMeantForOther({ headers }: FastifyRequest, { subject }: Principal): boolean {
  const meant = headers[PAGE_SUBJECT];
  return meant !== undefined && meant !== encodeURIComponent(subject);
}

function whyNone({ headers }: FastifyRequest, cookie: string): string {
  if (readCookie(headers.cookie, cookie) !== undefined) {
    return 'the cookie is only for reads and for calls of its own page (Sec-Fetch-Site: same-origin)';
  }
  return headers.authorization === undefined ? 'it came with no token' : 'its Authorization is no bearer token';
}

/**
 * Token or key that a request comes with, not verified yet.
 *
 * @param cookie name of the cookie of a page's token
 */
export function credentialOf(request: FastifyRequest, cookie: string): string | undefined {
  const bearer = /^Bearer ([\w\-.]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  const safe = request.method === 'GET' || request.method === 'HEAD';
  return safe || isSameOrigin(request) ? readCookie(request.headers.cookie, cookie) : undefined;
}

/** Whether a page of this very origin sends it: only a browser sets this header, and no script can. */
export function isSameOrigin({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin';
}
