import type { Page } from 'playwright-core';

/** Types a name and a password on Keycloak's own page. */
export async function typePassword(page: Page, user: string, password: string): Promise<void> {
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click();
}

/** From a page of ours, over Keycloak's, and back. */
export async function signIn(page: Page, address: string, user: string, password: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Masuk', exact: true }).click();
  await typePassword(page, user, password);
  await page.waitForURL((url) => url.origin === new URL(address).origin && !url.pathname.startsWith('/auth/'));
}

export interface Asked {
  readonly status: number;
  readonly body: any;
}

/** A call that a page of ours makes, with its cookies. */
export function ask(page: Page, path: string, method = 'GET'): Promise<Asked> {
  return page.evaluate(
    `fetch('${path}', { method: '${method}' }).then(async (r) => ({ status: r.status, body: await r.json() }))`,
  );
}

/** What one reads at each of the four services. */
export const FOUR_SERVICES = ['/api/registry/producers', '/api/agreements', '/api/orders', '/api/operations/summary'];
