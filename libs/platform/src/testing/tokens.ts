import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { Role } from '../access/principal.js';

/** The aggregator of a cooperative's token, unless a test names another. */
export const TEST_AGGREGATOR = '01890000-0000-7000-8000-0000000000aa';

export interface TestIssuer {
  readonly issuer: string;
  readonly keysUrl: string;
  /** A token that is valid in everything but what `claims` changes. */
  token(roles: Role[], region: string, claims?: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

/** An issuer of ES256 tokens on loopback, for tests that go through the real access guard. */
export async function testIssuer(audience = 'serap'): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'test', use: 'sig' }] });
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json').end(keys);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    issuer,
    keysUrl: `${issuer}/jwks.json`,
    token: (roles, region, claims = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const sub = `${roles.join('+')}@${region}`;
      const standing = roles.includes('cooperative') ? { aggregator: TEST_AGGREGATOR } : {};
      const all = { iss: issuer, aud: audience, iat: now, exp: now + 600, sub, roles, region, ...standing, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg: 'ES256', kid: 'test' }).sign(privateKey);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
