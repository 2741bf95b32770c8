import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** The key that the issuer signs with, made once and kept in the run's folder, so that a page stays signed in over a restart. */
export async function signingKey(home: string): Promise<JWK> {
  const file = join(home, 'issuer-key.json');
  const stored = await readFile(file, 'utf8').catch(() => undefined);
  if (stored !== undefined) return withId(JSON.parse(stored) as JWK);
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await withId(await exportJWK(privateKey));
  await writeFile(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}

/** A key of a run that began before keys had ids gets one. */
async function withId(key: JWK): Promise<JWK> {
  return { ...key, alg: 'ES256', use: 'sig', kid: key.kid ?? (await calculateJwkThumbprint(key)) };
}
