import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeKeycloak, SAMPLE_SECRETS } from './describe-keycloak.js';
import { startKeycloak, type Keycloak } from '../server.js';

describeKeycloak('the realm of deploy/keycloak, in a real Keycloak', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serap keycloak '));
  let keycloak: Keycloak;

  beforeAll(async () => {
    keycloak = await startKeycloak({
      dataDir: join(folder, 'data'),
      realms: ['deploy/keycloak/realm.json'],
      env: { ...SAMPLE_SECRETS, SERAP_PAGES_URL: 'http://127.0.0.1:3000' },
    });
  });

  afterAll(async () => {
    await keycloak.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const tokenOf = async (fields: Record<string, string>): Promise<Response> =>
    fetch(`${keycloak.url}/realms/serap/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });

  it.each([
    ['serap-registry-officer-33.02', 'registry-officer', '33.02'],
    ['serap-partner-intake-73', 'partner-intake', '73'],
  ])('gives the machine %s a token that names its role, its region and our audience', async (client, role, region) => {
    const answer = await tokenOf({
      grant_type: 'client_credentials',
      client_id: client,
      client_secret: SAMPLE_SECRETS.SERAP_MACHINE_CLIENT_SECRET,
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    expect(decodeProtectedHeader(token).alg).toBe('RS256');
    expect(decodeJwt(token)).toMatchObject({
      iss: `${keycloak.url}/realms/serap`,
      aud: 'serap',
      roles: [role],
      region,
    });
  });

  it('gives nobody a token for a password', async () => {
    const answer = await tokenOf({
      grant_type: 'password',
      client_id: 'serap-pages',
      client_secret: SAMPLE_SECRETS.SERAP_OIDC_CLIENT_SECRET,
      username: 'mitra-ternate',
      password: SAMPLE_SECRETS.SERAP_SAMPLE_PASSWORD,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'unauthorized_client' });
  });
});
