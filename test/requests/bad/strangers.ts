import { createPublicKey } from 'node:crypto';
import { importJWK, SignJWT, UnsecuredJWT, type JWK, type JWTPayload } from 'jose';
import { AUDIENCE } from '../../../tools/issuer/settings.js';
import { OTHER_ORIGIN, OTHER_PARTNER } from '../world.js';
import { by, type BadInput, type Setting } from './row.js';

const PARTNER_ELSEWHERE = { role: 'partner-intake', region: OTHER_PARTNER } as const;
const OFFICER_ELSEWHERE = { role: 'registry-officer', region: OTHER_ORIGIN } as const;

type Caller = typeof PARTNER_ELSEWHERE | typeof OFFICER_ELSEWHERE;

/** Something of another region is answered like what does not exist. */
function hidden(name: string, caller: Caller, kind: string, path: (id: string) => string, body?: object): BadInput {
  return {
    name,
    status: 404,
    code: 'NOT_FOUND',
    ask: (setting) => {
      const id = setting.ids[kind]?.[0];
      if (id === undefined) throw new Error(`There are no ${kind}.`);
      return by(setting, body ? 'POST' : 'GET', path(id), body, caller);
    },
  };
}

export const REGIONS: readonly BadInput[] = [
  hidden('a partner reads the order of another', PARTNER_ELSEWHERE, 'orders', (id) => `/api/orders/${id}`),
  hidden('its settlement', PARTNER_ELSEWHERE, 'orders', (id) => `/api/orders/${id}/settlement`),
  hidden('its shipments', PARTNER_ELSEWHERE, 'orders', (id) => `/api/orders/${id}/shipments`),
  hidden(
    'a partner cancels the order of another',
    PARTNER_ELSEWHERE,
    'orders',
    (id) => `/api/orders/${id}/cancellation`,
    {},
  ),
  hidden('an agreement between others', PARTNER_ELSEWHERE, 'agreements', (id) => `/api/agreements/${id}`),
  hidden('a producer of another regency', OFFICER_ELSEWHERE, 'producers', (id) => `/api/registry/producers/${id}`),
  hidden('it is closed from there', OFFICER_ELSEWHERE, 'producers', (id) => `/api/registry/producers/${id}/close`, {}),
  hidden('a lot is held from there', OFFICER_ELSEWHERE, 'lots', (id) => `/api/registry/lots/${id}/hold`, {
    cause: 'x',
  }),
  hidden(
    'an offer is refused from there',
    OFFICER_ELSEWHERE,
    'allocations',
    (id) => `/api/orders/allocations/${id}/refusal`,
    {},
  ),
  hidden('money is recorded from there', OFFICER_ELSEWHERE, 'orders', (id) => `/api/orders/${id}/payments`, {
    amount: 1,
    reference: 'x',
  }),
  {
    name: 'a file that is not this partner’s is placed',
    status: 404,
    code: 'NOT_FOUND',
    ask: (setting) =>
      by(setting, 'POST', '/api/orders/uploads/00000000-0000-7000-8000-000000000000/placement', { rows: 'good' }),
  },
  {
    name: 'goods are sent to the region of another partner',
    status: 422,
    code: 'INVALID',
    at: '/lines/0/deliverTo',
    ask: (setting) => by(setting, 'POST', '/api/orders', setting.order({}, { deliverTo: '13.03' })),
  },
];

type Forge = (setting: Setting, claims: JWTPayload) => Promise<string>;

function forged(name: string, forge: Forge): BadInput {
  return {
    name,
    status: 401,
    code: 'UNAUTHENTICATED',
    ask: async (setting) => {
      const now = Math.floor(Date.now() / 1_000);
      const claims = {
        iss: setting.issuer,
        aud: AUDIENCE,
        sub: 'x',
        roles: ['operations'],
        region: '33.02',
        exp: now + 600,
      };
      const headers = { Authorization: `Bearer ${await forge(setting, claims)}` };
      return by(setting, 'GET', '/api/orders', undefined, { headers });
    },
  };
}

/** Signed with the issuer's own key. */
const signed: Forge = async ({ issuerKey }, claims) => {
  const key: JWK = await issuerKey();
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: String(key.kid) })
    .sign(await importJWK(key, 'ES256'));
};

function without(claims: JWTPayload, name: string): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
}

export const TOKENS: readonly BadInput[] = [
  forged('an expired token', (setting, claims) =>
    signed(setting, { ...claims, exp: Math.floor(Date.now() / 1_000) - 60 }),
  ),
  forged('a token that never expires', (setting, claims) => signed(setting, without(claims, 'exp'))),
  forged('a token of tomorrow', (setting, claims) =>
    signed(setting, { ...claims, nbf: Math.floor(Date.now() / 1_000) + 86_400 }),
  ),
  forged('a token for another audience', (setting, claims) => signed(setting, { ...claims, aud: 'another' })),
  forged('a token of another issuer', (setting, claims) => signed(setting, { ...claims, iss: 'urn:another' })),
  forged('a token of nobody', (setting, claims) => signed(setting, without(claims, 'sub'))),
  forged('a token without a region', (setting, claims) => signed(setting, without(claims, 'region'))),
  forged('a token of a region that cannot be', (setting, claims) => signed(setting, { ...claims, region: '3302' })),
  forged('a token whose roles are a text', (setting, claims) => signed(setting, { ...claims, roles: 'operations' })),
  forged('an unsigned token', (_, claims) => Promise.resolve(new UnsecuredJWT(claims).encode())),
  forged('a token whose claims were changed after it was signed', async (setting, claims) => {
    const [head, , signature] = (await signed(setting, { ...claims, roles: ['partner-intake'] })).split('.');
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  }),
  forged('a token without its signature', async (setting, claims) =>
    (await signed(setting, claims)).replace(/[^.]+$/, ''),
  ),
  forged('a token signed by the public key as if it were a secret (HS256)', async ({ issuerKey }, claims) => {
    const { kty, crv, x, y, kid } = (await issuerKey()) as Record<string, string>;
    const pem = createPublicKey({ key: { kty, crv, x, y } as never, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    });
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: String(kid) }).sign(Buffer.from(pem));
  }),
  forged('a key of no partner system', () => Promise.resolve('serap_0000000000000000_nobody')),
];
