import {
  errors,
  createLocalJWKSet,
  createRemoteJWKSet,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { isRegionCode } from '#kernel/region-code.js';
import { isUuid } from '#kernel/uuid.js';
import { ROLES, type Principal, type Role } from './principal.js';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer publishes its keys, or the keys themselves. */
  readonly keys: URL | JSONWebKeySet;
}

/** An event handler waits for the keys in its transaction, which is limited to 5 s. */
const KEYS_TIMEOUT_MS = 2_000;

/** The token is missing, not the issuer's, expired, for another audience, or lacks a claim. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** The issuer's keys cannot be fetched: nothing is known about the token. The code says it like any cut connection. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
  readonly code = 'ECONNREFUSED';
}

/** Verifies access tokens by the issuer's keys. Algorithms are pinned: what the token says of itself is not believed. */
export class TokenVerifier {
  private readonly key: JWTVerifyGetKey;

  constructor(private readonly rules: TokenRules) {
    this.key =
      rules.keys instanceof URL
        ? createRemoteJWKSet(rules.keys, { timeoutDuration: KEYS_TIMEOUT_MS })
        : createLocalJWKSet(rules.keys);
  }

  /** @throws TokenRefused; KeysUnavailable, an outage */
  async verify(token: string): Promise<Principal> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        issuer: this.rules.issuer,
        audience: this.rules.audience,
        algorithms: ['ES256'],
        requiredClaims: ['exp', 'sub', 'roles', 'region'],
        clockTolerance: 5,
      });
      return toPrincipal(payload);
    } catch (error) {
      if (isOutage(error)) throw new KeysUnavailable('The token issuer does not answer.', { cause: error });
      throw new TokenRefused(error instanceof Error ? error.message : 'unreadable token');
    }
  }
}

/** jose reports an answer other than 200 without a code of its own, and a cut connection as fetch does. */
function isOutage(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout) return true;
  if (error instanceof errors.JOSEError) return error.code === 'ERR_JOSE_GENERIC';
  return (error as { message?: unknown } | undefined)?.message === 'fetch failed';
}

function toPrincipal({ sub: subject, roles, region, aggregator }: JWTPayload): Principal {
  if (typeof subject !== 'string' || subject === '' || subject.length > 200) throw new TokenRefused('claim sub');
  if (typeof region !== 'string' || !isRegionCode(region)) throw new TokenRefused('claim region');
  if (!Array.isArray(roles)) throw new TokenRefused('claim roles');
  // A role that is not known here grants nothing.
  const known = ROLES.filter((role: Role) => roles.includes(role));
  if (!known.includes('cooperative')) return { subject, region, roles: known };
  if (typeof aggregator !== 'string' || !isUuid(aggregator)) throw new TokenRefused('claim aggregator');
  return { subject, region, roles: known, aggregator };
}
