import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { Role } from '../access/principal.js';

/** The aggregator of a cooperative's token, unless a test names another. */
export const TEST_AGGREGATOR = '01890000-0000-7000-8000-0000000000aa';

export interface TestIssuer {
  readonly issuer: string;
  readonly keysUrl: string;
  /** How often its keys were asked for. */
  readonly asked: number;
  /** A token that is valid in everything but what `claims` changes. */
  token(roles: Role[], region: string, claims?: JWTPayload): Promise<string>;
  /** Signs with a new key from now on; the old one is not published any more. */
  rotate(): Promise<void>;
  close(): Promise<void>;
}

interface TestIssuerOptions {
  readonly audience?: string;
  readonly alg?: string;
}

/** An issuer of tokens on loopback, for tests that go through the real access guard. */
export async function testIssuer({ audience = 'serap', alg = 'ES256' }: TestIssuerOptions = {}): Promise<TestIssuer> {
  let serial = 0;
  const newKey = async () => {
    const { privateKey, publicKey } = await generateKeyPair(alg);
    const kid = serial === 0 ? 'test' : `test-${String(serial)}`;
    serial += 1;
    return { kid, privateKey, published: { ...(await exportJWK(publicKey)), alg, kid, use: 'sig' } };
  };
  let key = await newKey();
  let asked = 0;
  const documentOf = (url: string) => ({
    issuer: url,
    jwks_uri: `${url}/jwks.json`,
    token_endpoint: `${url}/token`,
    authorization_endpoint: `${url}/auth`,
  });
  const server = createServer((request, response) => {
    const isDocument = request.url?.endsWith('/openid-configuration') ?? false;
    if (!isDocument) asked += 1;
    const body = isDocument ? documentOf(issuer) : { keys: [key.published] };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    issuer,
    keysUrl: `${issuer}/jwks.json`,
    get asked() {
      return asked;
    },
    token: (roles, region, claims = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const sub = `${roles.join('+')}@${region}`;
      const standing = roles.includes('cooperative') ? { aggregator: TEST_AGGREGATOR } : {};
      const all = { iss: issuer, aud: audience, iat: now, exp: now + 600, sub, roles, region, ...standing, ...claims };
      return new SignJWT(all).setProtectedHeader({ alg, kid: key.kid }).sign(key.privateKey);
    },
    rotate: async () => {
      key = await newKey();
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
