import { Provider, type Configuration, type Grant, type KoaContextWithOIDC } from 'oidc-provider';
import { machineOf } from './machine-clients.js';
import { logoutPage, messagePage } from './pages.js';
import { AUDIENCE, clientSecret, ISSUER_PATH, issuerSecret, PAGES_CLIENT, type IssuerSettings } from './settings.js';
import { signingKey } from './signing-key.js';
import { IssuerStore } from './store.js';
import { LOCAL_USERS, type LocalUser } from './users.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Seconds: a user who is gone is out within this time; a machine's run is long. */
const USER_TOKEN = 5 * MINUTE;
const MACHINE_TOKEN = HOUR;

const RESOURCE = 'urn:serap';

/** Id of the aggregator that a cooperative's user acts for, where it is registered already. */
export type AggregatorOf = (user: LocalUser) => Promise<string | undefined>;

/** A certified OpenID Connect provider with the ready-made users, set up as an installation would set up its own. */
export async function createProvider(settings: IssuerSettings, aggregatorOf: AggregatorOf): Promise<Provider> {
  const { home, pages } = settings;
  const secret = issuerSecret(home);
  const store = new IssuerStore(home, secret);
  const configuration: Configuration = {
    adapter: (model: string) => store.adapter(model),
    jwks: { keys: [await signingKey(home)] },
    clients: [pagesClient(pages, clientSecret(secret, PAGES_CLIENT))],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub'], profile: ['name'] },
    // The name comes in the ID token: nobody has to ask for it once more.
    conformIdTokenClaims: false,
    cookies: { keys: [secret], names: cookieNames(pages) },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = logoutPage(form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = messagePage('Anda sudah keluar.', 'You have signed out.');
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, _resource, { clientId }) => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: clientId === PAGES_CLIENT ? USER_TOKEN : MACHINE_TOKEN,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    interactions: { url: (_context, { uid }) => `${ISSUER_PATH}/interaction/${uid}` },
    ttl: {
      Interaction: HOUR,
      Session: DAY,
      Grant: DAY,
      RefreshToken: 12 * HOUR,
      IdToken: HOUR,
      ClientCredentials: (_context, token) => token.resourceServer?.accessTokenTTL ?? MACHINE_TOKEN,
    },
    findAccount: (_context, id) => {
      const user = userOf(id);
      return user && { accountId: id, claims: () => ({ sub: id, name: user.name }) };
    },
    extraTokenClaims: (_context, token) => claimsOf(token, aggregatorOf),
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    loadExistingGrant: grantAtOnce,
    renderError: (context, { error, error_description }) => {
      context.type = 'html';
      context.body = messagePage('Belum berhasil masuk.', `Not signed in: ${error_description ?? error}`);
    },
  };
  return new Provider(`${pages}${ISSUER_PATH}`, configuration);
}

export function userOf(id: unknown): LocalUser | undefined {
  return LOCAL_USERS.find((user) => user.id === id);
}

function pagesClient(pages: string, secret: string): NonNullable<Configuration['clients']>[number] {
  return {
    client_id: PAGES_CLIENT,
    client_secret: secret,
    redirect_uris: [`${pages}/auth/callback`],
    post_logout_redirect_uris: [`${pages}/`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
  };
}

/** Ports share the cookies of a host: two runs on one machine must not end each other's sessions. */
function cookieNames(pages: string): Record<'session' | 'interaction' | 'resume', string> {
  const name = (part: string): string => `serap_issuer_${part}_${new URL(pages).port}`;
  return { session: name('session'), interaction: name('interaction'), resume: name('resume') };
}

/** Roles, region and aggregator of whom a token is for: a user, or a machine by its client's name. */
async function claimsOf(
  token: { readonly kind: string; readonly accountId?: string; readonly clientId?: string | undefined },
  aggregatorOf: AggregatorOf,
): Promise<Record<string, unknown>> {
  const user = userOf(token.accountId);
  if (user) {
    const { role, region } = user;
    return { roles: [role], region, ...(role === 'cooperative' ? { aggregator: await aggregatorOf(user) } : {}) };
  }
  const machine = machineOf(token.clientId ?? '');
  if (!machine) return {};
  const { role, ...rest } = machine;
  return { roles: [role], ...rest };
}

/** The pages are the issuer's own: nobody is asked whether they may know who signs in. */
async function grantAtOnce({ oidc }: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, session, provider } = oidc;
  if (!client || session?.accountId === undefined) return undefined;
  const known = oidc.result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const grant = known === undefined ? undefined : await provider.Grant.find(known);
  if (grant?.accountId === session.accountId) return grant;
  const fresh = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  fresh.addOIDCScope('openid profile');
  await fresh.save();
  return fresh;
}
