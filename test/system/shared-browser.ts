import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Client } from '../../tools/system/client.js';
import type { System } from '../../tools/system/system.js';
import { signIn, signOut } from './sign-in.js';

interface Running {
  readonly browser: Browser;
  readonly system: System;
  /** Whatever a page throws. */
  readonly errors: string[];
}

const SULSEL = 'Komite Ekonomi Kreatif Sulawesi Selatan';
const TERNATE = 'Komite Ekonomi Kreatif Ternate';
const DRAFTS =
  '[...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) => /draft|statement/.test(key))';

/** One browser, several users: at an office's counter, or in a committee's one computer. */
export function describeSharedBrowser(running: () => Running): void {
  describe('of several users of one browser', () => {
    let context: BrowserContext;
    let page: Page;
    const quantity = (of: Page) => of.getByLabel('Jumlah (kg)');
    const known = (of: Page, name: string) => of.locator('nav .who', { hasText: name }).waitFor();
    const mine = () => `${running().system.url}/mitra`;

    const ternate = async () =>
      (await new Client(running().system, 'partner-intake', '82.71').get<{ items: object[] }>('/api/orders')).items;

    beforeEach(async () => {
      const { browser, errors } = running();
      context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
      context.on('weberror', (error) => errors.push(String(error.error())));
      page = await context.newPage();
      await signIn(page, mine(), SULSEL);
      await quantity(page).fill('7');
      await page.getByLabel('Pembeli').fill('Toko Losari');
    });
    afterEach(async () => {
      await context.close();
    });

    it('keeps a half-filled order for its user, and leaves nothing of it when that user leaves', async () => {
      await context.clearCookies({ name: /^serap_token/ });
      await page.reload();
      await known(page, SULSEL);
      expect(await quantity(page).inputValue()).toBe('7');
      await signOut(page);
      expect(await page.evaluate(DRAFTS)).toEqual([]);
      await signIn(page, mine(), TERNATE);
      await known(page, TERNATE);
      expect(await quantity(page).inputValue()).toBe('');
    }, 60_000);

    it('shows a half-filled order to nobody else, though its user never left', async () => {
      await page.evaluate("localStorage.setItem('serap.order-draft', JSON.stringify({ quantity: '9' }))");
      await context.clearCookies();
      await signIn(page, mine(), TERNATE);
      await known(page, TERNATE);
      expect([await quantity(page).inputValue(), await page.evaluate(DRAFTS)]).toEqual(['', []]);
    }, 60_000);

    it('shows at once in every tab that another has signed in', async () => {
      await context.clearCookies();
      await signIn(await context.newPage(), mine(), TERNATE);
      await known(page, TERNATE);
      await page
        .getByRole('alert')
        .filter({ hasText: `Isian ${SULSEL} yang belum terkirim sudah dihapus` })
        .waitFor();
      expect(await quantity(page).inputValue()).toBe('');
    }, 60_000);

    it('sends nothing in the name of another, though the tab was told nothing', async () => {
      await page.close();
      page = await context.newPage();
      await page.addInitScript(
        'BroadcastChannel.prototype.postMessage = () => undefined; addEventListener("focus", (event) => event.stopImmediatePropagation(), true)',
      );
      await page.goto(mine());
      await quantity(page).fill('7');
      await page.getByLabel('Pembeli').fill('Toko Losari');
      const before = (await ternate()).length;
      // From one session to the next without a moment of none, in which the page would see that its own is over.
      const elsewhere = await running().browser.newContext();
      const other = await elsewhere.newPage();
      await signIn(other, mine(), TERNATE);
      await known(other, TERNATE);
      await context.addCookies(await elsewhere.cookies());
      await elsewhere.close();
      await page.getByRole('button', { name: 'Pesan', exact: true }).click();
      await known(page, TERNATE);
      expect([(await ternate()).length, await quantity(page).inputValue()]).toEqual([before, '']);
    }, 60_000);
  });
}
