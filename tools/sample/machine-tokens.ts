import type { Role } from '#platform/access/principal.js';

/** Asked anew when so little of its life is left. */
const SPARE_MS = 30_000;

interface Granted {
  readonly token: string;
  readonly until: number;
}

/**
 * Tokens of machines by client credentials: the client of a role and region is named `serap-<role>-<region>`, as in
 * deploy/keycloak/realm.json, and all of them have one secret.
 *
 * @param issuer address of the issuer as this machine reaches it; its discovery document names the rest
 */
export function machineTokens(issuer: string, secret: string): (role: Role, region: string) => Promise<string> {
  const granted = new Map<string, Granted>();
  let endpoint: Promise<string> | undefined;
  return async (role, region) => {
    const client = `serap-${role}-${region}`;
    const known = granted.get(client);
    if (known && known.until > Date.now()) return known.token;
    endpoint ??= tokenEndpoint(issuer);
    const fresh = await grant(await endpoint, client, secret);
    granted.set(client, fresh);
    return fresh.token;
  };
}

async function tokenEndpoint(issuer: string): Promise<string> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!answer.ok) throw new Error(`${issuer} has no discovery document (${String(answer.status)}).`);
  return ((await answer.json()) as { token_endpoint: string }).token_endpoint;
}

async function grant(endpoint: string, client: string, secret: string): Promise<Granted> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: secret }),
  });
  // What the issuer says may hold the secret.
  if (!answer.ok) throw new Error(`The issuer gives the client ${client} no token (${String(answer.status)}).`);
  const { access_token, expires_in } = (await answer.json()) as { access_token: string; expires_in: number };
  return { token: access_token, until: Date.now() + expires_in * 1_000 - SPARE_MS };
}
