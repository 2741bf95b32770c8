import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import type { Role } from '#platform/access/principal.js';
import { KeysUnavailable, TokenRefused, TokenVerifier } from '#platform/access/token-verifier.js';
import { testIssuer, type TestIssuer } from '#platform/testing/tokens.js';

describe('a token', () => {
  let issuer: TestIssuer;
  let verifier: TokenVerifier;

  beforeAll(async () => {
    issuer = await testIssuer();
    verifier = new TokenVerifier({ issuer: issuer.issuer, audience: 'serap', keys: new URL(issuer.keysUrl) });
  });
  afterAll(() => issuer.close());

  it('names who calls, and keeps only roles that exist', async () => {
    const token = await issuer.token(['operations', 'superuser' as never], '33.02', { sub: 'someone' });
    expect(await verifier.verify(token)).toEqual({ subject: 'someone', roles: ['operations'], region: '33.02' });
  });

  it('of a cooperative names its aggregator; no other role has one', async () => {
    const aggregator = '01890000-0000-7000-8000-00000000000b';
    const of = async (role: Role) =>
      (await verifier.verify(await issuer.token([role], '33.02', { aggregator }))).aggregator;
    expect([await of('cooperative'), await of('operations')]).toEqual([aggregator, undefined]);
  });

  it.each([undefined, '', 'KOP-1', 7, ['01890000-0000-7000-8000-00000000000b']])(
    'of a cooperative is refused with the aggregator %p',
    async (aggregator) => {
      const token = await issuer.token(['cooperative', 'operations'], '33.02', { aggregator });
      await expect(verifier.verify(token)).rejects.toThrow('claim aggregator');
    },
  );

  it.each<[string, JWTPayload]>([
    ['has expired', { exp: Math.floor(Date.now() / 1000) - 60 }],
    ['never expires', { exp: undefined as never }],
    ['is for another audience', { aud: 'elsewhere' }],
    ['is of another issuer', { iss: 'https://elsewhere.example' }],
    ['names nobody', { sub: '' }],
    ['has a BPS code for its region', { region: '1303' }],
    ['has no region', { region: undefined }],
    ['has roles that are no list', { roles: 'operations' }],
    ['begins tomorrow', { nbf: Math.floor(Date.now() / 1000) + 86_400 }],
  ])('is refused when it %s', async (_, claims) => {
    const token = await issuer.token(['operations'], '33.02', claims);
    await expect(verifier.verify(token)).rejects.toThrow(TokenRefused);
  });

  it('is refused unsigned, signed by a stranger, tampered with, or under a confused algorithm', async () => {
    const claims = { sub: 'x', roles: ['operations'], region: '33.02' };
    const common = { iss: issuer.issuer, aud: 'serap', exp: Math.floor(Date.now() / 1000) + 600, ...claims };
    const unsigned = new UnsecuredJWT(common).encode();
    const stranger = await generateKeyPair('ES256');
    const forged = await new SignJWT(common)
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .sign(stranger.privateKey);
    const own = await issuer.token(['partner-intake'], '33.02');
    const [header, , signature] = own.split('.');
    const tampered = [header, Buffer.from(JSON.stringify(common)).toString('base64url'), signature].join('.');
    const publicText = await exportSPKI((await generateKeyPair('ES256', { extractable: true })).publicKey);
    const confused = await new SignJWT(common)
      .setProtectedHeader({ alg: 'HS256', kid: 'test' })
      .sign(new TextEncoder().encode(publicText));
    for (const token of [unsigned, forged, tampered, confused, 'a.b.c', '']) {
      await expect(verifier.verify(token)).rejects.toThrow(TokenRefused);
    }
  });

  it('is not judged while its issuer does not answer', async () => {
    const away = new TokenVerifier({ issuer: issuer.issuer, audience: 'serap', keys: new URL('http://127.0.0.1:1/') });
    const token = await issuer.token(['partner-intake'], '33.02');
    await expect(away.verify(token)).rejects.toThrow(KeysUnavailable);
  });
});
