import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import type { Role } from '#platform/access/principal.js';
import { KeysUnavailable } from '#platform/access/issuer-keys.js';
import { TokenRefused, TokenVerifier, type ClaimPaths } from '#platform/access/token-verifier.js';
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
    const exp = Math.floor(Date.now() / 1_000) + 60;
    const token = await issuer.token(['operations', 'superuser' as never], '33.02', { sub: 'someone', exp });
    expect(await verifier.verify(token)).toEqual({
      subject: 'someone',
      roles: ['operations'],
      region: '33.02',
      expiresAt: exp * 1_000,
    });
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

  it.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('may be signed with %s', async (alg) => {
    const other = await testIssuer({ alg });
    const of = new TokenVerifier({ issuer: other.issuer, audience: 'serap', keys: new URL(other.keysUrl) });
    expect(await of.verify(await other.token(['operations'], '33.02'))).toMatchObject({ roles: ['operations'] });
    await other.close();
  });

  it.each(['ES384', 'RS512'])(
    'is refused when it is signed with %s, though the issuer publishes that key',
    async (alg) => {
      const other = await testIssuer({ alg });
      const of = new TokenVerifier({ issuer: other.issuer, audience: 'serap', keys: new URL(other.keysUrl) });
      await expect(of.verify(await other.token(['operations'], '33.02'))).rejects.toThrow('its algorithm is none of');
      await other.close();
    },
  );

  it('may be for several audiences, of which one is ours', async () => {
    const token = await issuer.token(['operations'], '33.02', { aud: ['account', 'serap'] });
    expect(await verifier.verify(token)).toMatchObject({ region: '33.02' });
    const others = await issuer.token(['operations'], '33.02', { aud: ['account', 'serap-other'] });
    await expect(verifier.verify(others)).rejects.toThrow('claim aud');
  });

  it.each<[string, Partial<ClaimPaths>, JWTPayload]>([
    ['nested', { roles: 'realm_access.roles' }, { realm_access: { roles: ['operations'] } }],
    ['under an address', { roles: 'https://serap.example/roles' }, { 'https://serap.example/roles': ['operations'] }],
    [
      'nested under a name with dots',
      { roles: 'resource_access.serap.app.roles' },
      { resource_access: { 'serap.app': { roles: ['operations'] } } },
    ],
    ['of another name', { region: 'attributes.kabupaten' }, { attributes: { kabupaten: '33.02' }, region: 'x' }],
  ])('says roles and region where the settings say: %s', async (_, changed, claims) => {
    const paths = { roles: 'roles', region: 'region', aggregator: 'aggregator', ...changed };
    const of = new TokenVerifier({
      issuer: issuer.issuer,
      audience: 'serap',
      keys: new URL(issuer.keysUrl),
      claims: paths,
    });
    const token = await issuer.token(['partner-intake'], '13.03', {
      roles: ['operations'],
      region: '33.02',
      ...claims,
    });
    expect(await of.verify(token)).toMatchObject({ roles: ['operations'], region: '33.02' });
    const bare = await issuer.token(['partner-intake'], '13.03', { region: undefined, roles: undefined });
    await expect(of.verify(bare)).rejects.toThrow(`claim ${paths.roles}`);
  });

  it('of platform alone needs no region; any other role does', async () => {
    const of = async (roles: Role[]) => verifier.verify(await issuer.token(roles, '33.02', { region: undefined }));
    expect(await of(['platform'])).toMatchObject({ roles: ['platform'], region: '' });
    await expect(of(['platform', 'operations'])).rejects.toThrow('claim region');
    await expect(of(['operations'])).rejects.toThrow('claim region');
  });

  it('is taken at once after the keys were rotated, also just after they were fetched', async () => {
    const other = await testIssuer();
    const of = new TokenVerifier({ issuer: other.issuer, audience: 'serap', keys: new URL(other.keysUrl) });
    for (let time = 0; time < 3; time += 1) {
      await of.verify(await other.token(['operations'], '33.02'));
      await other.rotate();
      const tokens = await Promise.all([1, 2, 3].map(() => other.token(['operations'], '33.02')));
      const callers = await Promise.all(tokens.map((token) => of.verify(token)));
      expect(callers.map(({ region }) => region)).toEqual(['33.02', '33.02', '33.02']);
    }
    await other.close();
  });

  it('with a made-up key does not have the keys fetched more than twice a second', async () => {
    const stranger = await generateKeyPair('ES256');
    const forge = (kid: string) =>
      new SignJWT({ sub: 'x' }).setProtectedHeader({ alg: 'ES256', kid }).sign(stranger.privateKey);
    const other = await testIssuer();
    const of = new TokenVerifier({ issuer: other.issuer, audience: 'serap', keys: new URL(other.keysUrl) });
    const started = performance.now();
    for (let round = 0; round < 3; round += 1) {
      const tokens = await Promise.all(
        Array.from({ length: 20 }, (_, index) => forge(`${String(round)} ${String(index)}`)),
      );
      const results = await Promise.allSettled(tokens.map((token) => of.verify(token)));
      expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    }
    const seconds = (performance.now() - started) / 1_000;
    expect(other.asked).toBeLessThanOrEqual(2 * seconds + 2);
    await other.close();
  });

  it('is believed by the keys that are known while the issuer is away', async () => {
    const other = await testIssuer();
    const of = new TokenVerifier({ issuer: other.issuer, audience: 'serap', keys: new URL(other.keysUrl) });
    const token = await other.token(['operations'], '33.02');
    await of.verify(token);
    await other.close();
    expect(await of.verify(token)).toMatchObject({ region: '33.02' });
  });

  it('is not judged while its issuer does not answer', async () => {
    const away = new TokenVerifier({ issuer: issuer.issuer, audience: 'serap', keys: new URL('http://127.0.0.1:1/') });
    const token = await issuer.token(['partner-intake'], '33.02');
    await expect(away.verify(token)).rejects.toThrow(KeysUnavailable);
  });
});
