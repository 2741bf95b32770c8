import type { Role } from '#platform/access/principal.js';
import type { Ids } from '../world.js';
import type { Wire } from '../send.js';

/** What the rows need of the running system. */
export interface Setting {
  readonly ids: Ids;
  /** A bearer token of the system's own issuer. */
  readonly token: (role: Role, region: string) => Promise<string>;
  /** The issuer as its tokens name it. */
  readonly issuer: string;
  /** The issuer's private key as JWK, for tokens that it would never have signed. */
  readonly issuerKey: () => Promise<Record<string, unknown>>;
  /** An order of the partner that is valid in everything but what `changes` changes. */
  readonly order: (changes?: object, line?: object) => Record<string, unknown>;
}

/** One bad input, named as who sends it would say it, and the answer it gets. */
export interface BadInput {
  readonly name: string;
  readonly ask: (setting: Setting) => Wire | Promise<Wire>;
  readonly status: number;
  readonly code: string;
  /** JSON Pointer to what is wrong, where something can be pointed to. */
  readonly at?: string;
}

interface By {
  readonly role?: Role;
  readonly region?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly type?: string;
}

let serial = 0;

/** A request by a user, the partner's own unless told, with a key that nobody has used. */
export async function by(
  { token }: Setting,
  method: string,
  path: string,
  body?: string | Buffer | object,
  { role = 'partner-intake', region = '82.71', headers = {}, type = 'application/json' }: By = {},
): Promise<Wire> {
  const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return {
    method,
    path,
    headers: {
      Authorization: `Bearer ${await token(role, region)}`,
      'Idempotency-Key': `bad-${String((serial += 1))}`,
      ...(raw === undefined ? {} : { 'Content-Type': type }),
      ...headers,
    },
    ...(raw === undefined ? {} : { body: Buffer.from(raw as string) }),
  };
}

/** A body in which the text `"@"` is replaced: for what no serialiser would write. */
export function withRaw(body: object, raw: string): string {
  return JSON.stringify(body).replace('"@"', () => raw);
}
