import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import type { Role } from '#platform/access/principal.js';

export const ISSUER = 'urn:serap:local-issuer';
export const AUDIENCE = 'serap';

/** Who a token is for. */
interface Claims {
  readonly subject: string;
  readonly role: Role;
  readonly region: string;
  /** A cooperative's own id in the registry; no other role has one. */
  readonly aggregator?: string | undefined;
}

/** Signs tokens for the embedded run. Local only: its key never leaves the run's own folder. */
export class LocalIssuer {
  private constructor(
    private readonly key: Parameters<SignJWT['sign']>[0],
    private readonly publicKey: JWK,
  ) {}

  /** @param home folder in which the signing key is kept, so that a page stays signed in over a restart */
  static async open(home: string): Promise<LocalIssuer> {
    const file = join(home, 'issuer-key.json');
    const stored = await readFile(file, 'utf8').catch(() => undefined);
    const secret: JWK = stored === undefined ? await newKey(file) : (JSON.parse(stored) as JWK);
    const { kty, crv, x, y } = secret;
    return new LocalIssuer(await importJWK(secret, 'ES256'), {
      ...(kty === undefined ? {} : { kty }),
      ...(crv === undefined ? {} : { crv }),
      ...(x === undefined ? {} : { x }),
      ...(y === undefined ? {} : { y }),
      alg: 'ES256',
      use: 'sig',
      kid: 'local',
    });
  }

  get jwks(): { keys: JWK[] } {
    return { keys: [this.publicKey] };
  }

  /** @param hours until it expires */
  sign({ subject, role, region, aggregator }: Claims, hours = 12): Promise<string> {
    return new SignJWT({ roles: [role], region, ...(aggregator === undefined ? {} : { aggregator }) })
      .setProtectedHeader({ alg: 'ES256', kid: 'local' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime(`${String(hours)}h`)
      .sign(this.key);
  }
}

async function newKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  await writeFile(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}
