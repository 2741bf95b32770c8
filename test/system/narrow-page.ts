import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { sampleOrders } from '../../tools/sample/index.js';
import { Client } from '../../tools/system/client.js';
import type { System } from '../../tools/system/system.js';
import { signIn } from './sign-in.js';

interface Running {
  readonly browser: Browser;
  readonly system: System;
  /** Whatever a page throws. */
  readonly errors: string[];
}

const SULSEL = 'Komite Ekonomi Kreatif Sulawesi Selatan';
/** Elements that hold more than they show, or whose words are broken in the middle. */
const CUT = (selector: string) =>
  `[...document.querySelectorAll('${selector}')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)`;
const LINES = `[...document.querySelectorAll('.track-steps li')].map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return range.getClientRects().length;
})`;

/** What is there must be readable on a phone of 360 px. */
export function describeNarrow(running: () => Running): void {
  describe('on a phone', () => {
    let page: Page;

    beforeAll(async () => {
      const { browser, system, errors } = running();
      const { partner, ...order } = sampleOrders('in-force', 'sugar').find((entry) => entry.partner === '73')!;
      // As the live page places it: whoever comes second finds it placed.
      await new Client(system, 'partner-intake', partner).post('/api/orders', order, `page-${partner}`);
      const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
      context.on('weberror', (error) => errors.push(String(error.error())));
      page = await context.newPage();
    });
    afterAll(() => page.context().close());

    it('shows whoever is signed out every page to go to', async () => {
      await page.goto(running().system.url);
      await page.getByRole('link', { name: 'Masuk', exact: true }).waitFor();
      for (const language of ['Bahasa Indonesia', 'English']) {
        await page.getByRole('button', { name: language, exact: true }).click();
        expect([await page.locator('ul.pages li').count(), await page.evaluate(CUT('ul.pages'))]).toEqual([5, []]);
      }
      await page.getByRole('button', { name: 'Bahasa Indonesia', exact: true }).click();
    }, 30_000);

    it('says who is signed in, and each step of an order in one piece', async () => {
      await signIn(page, `${running().system.url}/mitra`, SULSEL);
      for (const language of ['English', 'Bahasa Indonesia']) {
        await page.getByRole('button', { name: language, exact: true }).click();
        await page.locator('.who', { hasText: SULSEL }).waitFor({ timeout: 5_000 });
        await page.locator('.track-steps li').first().waitFor({ timeout: 5_000 });
        const lines = await page.evaluate(LINES);
        expect(new Set(lines as number[])).toEqual(new Set([1]));
        expect(await page.evaluate(CUT('.track-steps li, nav'))).toEqual([]);
      }
    }, 60_000);
  });
}
