import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the embedded issuer lies below the address of the pages: an issuer of this name is refused outside an embedded run. */
export const ISSUER_PATH = '/embedded-issuer';
export const AUDIENCE = 'serap';
/** The client with which people sign in to the pages. */
export const PAGES_CLIENT = 'serap-pages';

/** What the process of the issuer is told, as JSON in SERAP_ISSUER_SETTINGS. */
export interface IssuerSettings {
  /** Folder of the run: the issuer's keys, secret and sessions are kept in it. */
  readonly home: string;
  readonly port: number;
  /** Address of the pages; the issuer's own is ISSUER_PATH below it. */
  readonly pages: string;
  readonly registryUrl: string;
}

/** The run's own secret, made once and kept in its folder, readable by its owner alone. */
export function issuerSecret(home: string): string {
  const file = join(home, 'issuer-secret');
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

/** Secret of a client: nobody who does not have the run's own can make it up. */
export function clientSecret(secret: string, client: string): string {
  return createHmac('sha256', secret).update(client).digest('base64url');
}
