import { addressOf, type Project } from '../../tools/compose/project.js';
import type { Page } from 'playwright-core';

/** Signs in with name and password at Keycloak, from a page of ours and back to it. */
export async function signIn(page: Page, address: string, name: string, password: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Masuk', exact: true }).click();
  await page.locator('input[name="username"]').fill(name);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('#kc-login').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/realms'));
}

/** Gives the realm a new key that signs from now on. */
export async function rotateKeys(project: Project): Promise<void> {
  const keycloak = `http://${addressOf(project, 'keycloak')}:8080`;
  const granted = await fetch(`${keycloak}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'admin-cli',
      username: 'admin',
      password: project.env['KEYCLOAK_ADMIN_PASSWORD'] ?? '',
    }),
  });
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const answer = await fetch(`${keycloak}/admin/realms/serap/components`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      name: 'a-newer-key',
      providerId: 'rsa-generated',
      providerType: 'org.keycloak.keys.KeyProvider',
      config: { priority: ['200'], enabled: ['true'], active: ['true'], keySize: ['2048'] },
    }),
  });
  if (answer.status !== 201) throw new Error(`The realm takes no new key: ${await answer.text()}`);
}
