import { machineId, type Machine } from './machine-clients.js';
import { clientSecret } from './settings.js';

export interface MachineToken {
  readonly token: string;
  /** Seconds that it lives. */
  readonly seconds: number;
}

/** Gets a machine's token as any machine of an installation does: by client credentials. */
export async function machineToken(issuerUrl: string, secret: string, machine: Machine): Promise<MachineToken> {
  const id = machineId(machine);
  const credentials = [id, clientSecret(secret, id)].map(encodeURIComponent).join(':');
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`No token for ${id}: ${String(response.status)} ${await response.text()}`);
  const { access_token, expires_in } = (await response.json()) as { access_token: string; expires_in: number };
  return { token: access_token, seconds: expires_in };
}
