import type { Page } from 'playwright-core';

/** Signs a ready-made user in through the issuer, as a person does: from a page of ours and back to it. */
export async function signIn(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('link', { name: 'Masuk', exact: true }).click();
  await chooseUser(page, name);
  await page.waitForURL((url) => !url.pathname.startsWith('/embedded-issuer'));
}

/** On the issuer's own page. */
export async function chooseUser(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** Leaves, here and at the issuer. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'keluar' }).click();
  await page.getByRole('link', { name: 'Masuk', exact: true }).waitFor();
}
