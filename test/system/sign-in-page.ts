import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import pg from 'pg';
import type { System } from '../../tools/system/system.js';
import { signIn, signOut } from './sign-in.js';

interface Running {
  readonly browser: Browser;
  readonly system: System;
  /** Whatever a page throws. */
  readonly errors: string[];
}

const SULSEL = 'Komite Ekonomi Kreatif Sulawesi Selatan';

/** Signing in, staying in and leaving, in the system and the browser of the live page. */
export function describeSignIn(running: () => Running): void {
  describe('of whoever signs in', () => {
    let context: BrowserContext;
    let page: Page;
    let database: pg.Client;
    const sessions = (sql: string) => database.query(sql);
    const loseToken = () => context.clearCookies({ name: /^serap_token/ });
    const refreshed = (one: Page) => one.evaluate("fetch('/auth/refresh', { method: 'POST' }).then((r) => r.status)");
    const longAgo = () => sessions(`UPDATE sign_in_session SET refreshed_at = refreshed_at - interval '1 minute'`);

    beforeAll(async () => {
      const { browser, system, errors } = running();
      database = new pg.Client({ connectionString: system.addresses.databases['operations-dashboard'] });
      await database.connect();
      context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
      context.on('weberror', (error) => errors.push(String(error.error())));
      page = await context.newPage();
      await signIn(page, `${system.url}/mitra`, SULSEL);
      await page.getByText(`${SULSEL} · penerima pesanan mitra · 73`).waitFor();
    });
    afterAll(async () => {
      await database.end();
      await context.close();
    });

    it('goes on without a word when the token has ended, in two tabs at once, also after a restart of the issuer', async () => {
      const { system } = running();
      const other = await context.newPage();
      await other.goto(`${system.url}/mitra`);
      await longAgo();
      expect(await Promise.all([page, other].map(refreshed))).toEqual([200, 200]);
      await system.issuer.process.stop();
      await system.issuer.process.start();
      await longAgo();
      await loseToken();
      await other.reload();
      await other.locator('h1', { hasText: 'Anda bisa memesan' }).waitFor();
      await other.close();
    }, 60_000);

    it('finds a half-filled form as it was, though the session was over and could not be refreshed', async () => {
      await page.getByLabel('Jumlah (kg)').fill('7');
      await page.getByLabel('Pembeli').fill('Toko Losari');
      await sessions('DELETE FROM sign_in_session');
      await loseToken();
      await page.getByRole('button', { name: 'Pesan', exact: true }).click();
      await page.getByRole('heading', { name: 'Sesi Anda sudah berakhir' }).waitFor();
      expect(await page.getByLabel('Jumlah (kg)').isVisible()).toBe(false);
      const [beside] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByRole('button', { name: 'Masuk lagi' }).click(),
      ]);
      if (!beside.isClosed()) await beside.waitForEvent('close');
      await page.getByLabel('Jumlah (kg)').waitFor();
      expect(await page.getByLabel('Jumlah (kg)').inputValue()).toBe('7');
      await page.getByRole('button', { name: 'Pesan', exact: true }).click();
      await page.locator('.answer', { hasText: '7 kg disanggupi.' }).waitFor();
    }, 60_000);

    it('knows who is signed in as soon as the server says so, though it did not when the page was opened', async () => {
      const { system } = running();
      const late = await context.newPage();
      await late.route('**/auth/*', (route) => route.fulfill({ status: 503, body: '{}' }));
      await late.goto(system.url);
      await late.locator('h1', { hasText: 'ton' }).waitFor();
      expect(await late.getByRole('button', { name: 'keluar' }).count()).toBe(0);
      await late.unroute('**/auth/*');
      await late.getByRole('button', { name: 'keluar' }).waitFor();
      await late.close();
    }, 60_000);

    it('is not signed out by another site, nor in by a state that it never began with', async () => {
      const { system } = running();
      const evil = await context.newPage();
      await evil.route('http://evil.example/', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<form method="post" action="${system.url}/auth/sign-out"><button>x</button></form>`,
        }),
      );
      await evil.goto('http://evil.example/');
      const [answer] = await Promise.all([evil.waitForResponse('**/auth/sign-out'), evil.getByRole('button').click()]);
      expect(answer.status()).toBeGreaterThanOrEqual(400);
      await evil.goto(`${system.url}/auth/callback?state=${'A'.repeat(43)}&code=x`);
      await evil.getByText('tidak dimulai di peramban ini').waitFor();
      await evil.goto(`${system.url}/mitra`);
      await evil.locator('h1', { hasText: 'Anda bisa memesan' }).waitFor();
      await evil.close();
    }, 60_000);

    it('leaves on all pages at once, and at the issuer: the next one chooses anew', async () => {
      const { system } = running();
      const other = await context.newPage();
      await other.goto(`${system.url}/mitra`);
      await other.locator('h1', { hasText: 'Anda bisa memesan' }).waitFor();
      await signOut(page);
      await other.getByRole('link', { name: 'Masuk', exact: true }).waitFor();
      await other.close();
      await signIn(page, system.url, 'Pengelola sistem Serap');
      await page.getByText('Pengelola sistem Serap · pengelola sistem').waitFor();
      await page.locator('h1', { hasText: 'ton' }).waitFor();
    }, 60_000);
  });
}
