import type { Keycloak } from '../server.js';
import { administer } from './running.js';

/** How a realm names what Serap reads: every name of it is the draw of a seed. */
export interface DrawnRealm {
  readonly realm: string;
  readonly client: string;
  readonly machine: string;
  readonly secret: string;
  readonly user: string;
  readonly password: string;
  readonly rolesClaim: string;
  readonly regionClaim: string;
  readonly aggregatorClaim: string;
  readonly attribute: string;
  readonly aggregator: string;
}

const REGION = '33.02';
const AGGREGATOR = '0190c7a2-7a65-7c3e-9f1c-2a3b4c5d6e7f';
const WORDS = ['dinas', 'koperasi', 'wilayah', 'kabupaten', 'umkm', 'pangan', 'niaga', 'daerah'];

/** @param seed of every name; the same one draws the same realm */
export function drawRealm(seed: number): DrawnRealm {
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = (): string => `${WORDS[draw(WORDS.length)] ?? ''}${String(draw(1_000))}`;
  const client =
    [`${word()}.${word()}`, `${word()}/${word()}.web`, `https://${word()}.example/${word()}`][draw(3)] ?? '';
  const claim = (): string =>
    [word(), `${word()}.${word()}`, `https://${word()}.example/${word()}`, `${word()}_${word()}`][draw(4)] ?? '';
  return {
    realm: `${word()}-${word()}`,
    client,
    machine: `${word()}.${word()}`,
    secret: `${word()}:%&+ ${word()}`,
    user: word(),
    password: `${word()}-${word()}-Sandi`,
    rolesClaim: ['realm_access.roles', `resource_access.${client}.roles`, `${claim()}.${word()}`][draw(3)] ?? '',
    regionClaim: claim(),
    aggregatorClaim: claim(),
    attribute: word(),
    aggregator: AGGREGATOR,
  };
}

/** Makes it, as Keycloak makes any realm: with `account` in every audience and roles in their usual places too. */
export async function makeRealm(keycloak: Keycloak, drawn: DrawnRealm, pages: string): Promise<void> {
  const { realm } = drawn;
  const ask = <T = any>(method: string, path: string, body?: unknown): Promise<T> =>
    administer<T>(keycloak, method, `/${realm}${path}`, body);
  await administer(keycloak, 'POST', '', { realm, enabled: true, sslRequired: 'external' });
  await ask('PUT', '/users/profile', { ...(await ask('GET', '/users/profile')), unmanagedAttributePolicy: 'ENABLED' });
  await ask('POST', '/clients', {
    ...clientOf(drawn.client, drawn),
    standardFlowEnabled: true,
    redirectUris: [`${pages}/auth/callback`],
    attributes: { 'pkce.code.challenge.method': 'S256', 'post.logout.redirect.uris': `${pages}/` },
  });
  await ask('POST', '/clients', { ...clientOf(drawn.machine, drawn), serviceAccountsEnabled: true });
  const idOf = async (clientId: string): Promise<string> =>
    (await ask('GET', `/clients?clientId=${encodeURIComponent(clientId)}`))[0].id;
  const [pagesId, machineId] = [await idOf(drawn.client), await idOf(drawn.machine)];
  await ask('POST', '/users', {
    ...{ username: drawn.user, enabled: true, firstName: 'Sri', lastName: 'Wening', email: 'sri@contoh.invalid' },
    credentials: [{ type: 'password', value: drawn.password, temporary: false }],
  });
  const [person] = await ask('GET', `/users?username=${drawn.user}&exact=true`);
  const account = await ask('GET', `/clients/${machineId}/service-account-user`);
  const ofClient = drawn.rolesClaim.startsWith('resource_access.');
  const roles = ofClient ? `/clients/${pagesId}/roles` : '/roles';
  const mappings = ofClient ? `clients/${pagesId}` : 'realm';
  for (const name of ['registry-officer', 'cooperative']) await ask('POST', roles, { name });
  for (const [user, name] of [
    [person, 'cooperative'],
    [account, 'registry-officer'],
  ]) {
    await ask('POST', `/users/${user.id}/role-mappings/${mappings}`, [await ask('GET', `${roles}/${name}`)]);
    const attributes = { [drawn.attribute]: [REGION], [`${drawn.attribute}-id`]: [AGGREGATOR] };
    await ask('PUT', `/users/${user.id}`, { ...user, attributes });
  }
}

function clientOf(clientId: string, drawn: DrawnRealm): object {
  const usual = drawn.rolesClaim.startsWith('realm_access.') || drawn.rolesClaim.startsWith('resource_access.');
  return {
    ...{ clientId, secret: drawn.secret, publicClient: false, standardFlowEnabled: false, fullScopeAllowed: true },
    protocolMappers: [
      mapper('audience', 'oidc-audience-mapper', { 'included.custom.audience': 'serap' }),
      mapper('region', 'oidc-usermodel-attribute-mapper', attributeAt(drawn.regionClaim, drawn.attribute)),
      mapper('agg', 'oidc-usermodel-attribute-mapper', attributeAt(drawn.aggregatorClaim, `${drawn.attribute}-id`)),
      ...(usual
        ? []
        : [mapper('roles', 'oidc-usermodel-realm-role-mapper', { ...named(drawn.rolesClaim), multivalued: 'true' })]),
    ],
  };
}

function mapper(name: string, protocolMapper: string, config: Record<string, string>): object {
  return {
    ...{ name, protocol: 'openid-connect', protocolMapper },
    config: { 'access.token.claim': 'true', 'jsonType.label': 'String', ...config },
  };
}

function attributeAt(claim: string, attribute: string): Record<string, string> {
  return { ...named(claim), 'user.attribute': attribute };
}

/** To Keycloak each dot leads one object deeper, unless it is escaped. */
function named(claim: string): Record<string, string> {
  return { 'claim.name': claim.replace(/^https:\/\/[^/]+/, (host) => host.replaceAll('.', '\\.')) };
}
