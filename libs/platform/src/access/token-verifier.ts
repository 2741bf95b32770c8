import { errors, jwtVerify, type JWTPayload } from 'jose';
import { isRegionCode } from '#kernel/region-code.js';
import { isUuid } from '#kernel/uuid.js';
import { claimAt } from './claim-at.js';
import { IssuerKeys, KeysUnavailable, type LocateKeys } from './issuer-keys.js';
import { ROLES, type Principal, type Role } from './principal.js';

/** Where a token names what Serap reads of it; claim-at.ts says what a path is. */
export interface ClaimPaths {
  readonly roles: string;
  readonly region: string;
  readonly aggregator: string;
}

export interface TokenRules {
  readonly issuer: string;
  /** One of those that the token is for. */
  readonly audience: string;
  /** Where the issuer publishes its keys, or how to learn it. */
  readonly keys: URL | LocateKeys;
  readonly claims?: ClaimPaths;
}

const TOP_LEVEL: ClaimPaths = { roles: 'roles', region: 'region', aggregator: 'aggregator' };

/** Signatures by a key that only the issuer has: with an algorithm of the other kind its public key would be the secret. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** The token is not the issuer's, expired, for another audience, or lacks a claim; the message names the check, never what the token says. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** Verifies access tokens by the issuer's keys. Algorithms are pinned: what the token says of itself is not believed. */
export class TokenVerifier {
  private readonly keys: IssuerKeys;

  constructor(private readonly rules: TokenRules) {
    const { keys } = rules;
    this.keys = new IssuerKeys(keys instanceof URL ? () => Promise.resolve(keys) : keys);
  }

  /** @throws TokenRefused; KeysUnavailable, an outage */
  async verify(token: string): Promise<Principal> {
    const { issuer, audience, claims = TOP_LEVEL } = this.rules;
    try {
      const { payload } = await jwtVerify(token, (header, jws) => this.keys.find(header, jws), {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
      });
      return toPrincipal(payload, claims);
    } catch (error) {
      if (error instanceof KeysUnavailable || error instanceof TokenRefused) throw error;
      throw new TokenRefused(checkOf(error));
    }
  }
}

/** Which check failed, for the log. */
function checkOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `claim ${error.claim} (${error.reason})`;
  if (error instanceof errors.JOSEAlgNotAllowed) return `its algorithm is none of ${ALGORITHMS.join(', ')}`;
  if (error instanceof errors.JWKSNoMatchingKey) return 'the issuer has no such key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature does not fit the key';
  return error instanceof errors.JOSEError ? `it is no signed token (${error.code})` : 'it cannot be read';
}

function toPrincipal(payload: JWTPayload, paths: ClaimPaths): Principal {
  const { sub: subject, exp } = payload;
  const claim = (path: string): unknown => claimAt(payload, path);
  const refused = (path: string, why: string) => new TokenRefused(`claim ${path} (${why})`);
  if (typeof subject !== 'string' || subject === '' || subject.length > 200) throw refused('sub', 'names nobody');
  const named = claim(paths.roles);
  if (!Array.isArray(named)) throw refused(paths.roles, 'is no list of roles');
  // A role that is not known here grants nothing.
  const roles = ROLES.filter((role: Role) => named.includes(role));
  const region = regionOf(claim(paths.region), roles);
  if (region === undefined) throw refused(paths.region, 'is no region code');
  const principal = { subject, region, roles, ...(exp === undefined ? {} : { expiresAt: exp * 1_000 }) };
  if (!roles.includes('cooperative')) return principal;
  const aggregator = claim(paths.aggregator);
  if (typeof aggregator !== 'string' || !isUuid(aggregator)) {
    throw refused(paths.aggregator, 'is no id of an aggregator');
  }
  return { ...principal, aggregator };
}

/** @returns undefined where there has to be one; who looks after the installation alone needs none */
function regionOf(claim: unknown, roles: readonly Role[]): string | undefined {
  if (typeof claim === 'string' && isRegionCode(claim)) return claim;
  return claim === undefined && roles.length === 1 && roles[0] === 'platform' ? '' : undefined;
}
