import type { Page } from 'playwright-core';
import type { System } from '../../tools/system/system.js';

/** A system with a day's goods in it, and browsers of its users. */
export interface OnPages {
  readonly system: System;
  /** A window of its own of a ready-made user, at a path of the pages. */
  readonly as: (name: string, path: string) => Promise<Page>;
}

/** Widths in CSS pixels, and languages, at which the page is wider than its window. */
export async function overflow(page: Page): Promise<string[]> {
  const wider: string[] = [];
  for (const language of ['English', 'Bahasa Indonesia']) {
    await page.getByRole('button', { name: language, exact: true }).click();
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const more = await settledOverflow(page);
      if (more > 0) wider.push(`${language} ${String(width)} px: ${String(more)}`);
    }
  }
  return wider;
}

/** What is drawn by its width is drawn anew a moment after the window has another. */
async function settledOverflow(page: Page): Promise<number> {
  const measure = async () => Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  for (let tries = 0; tries < 20 && (await measure()) > 0; tries += 1) await page.waitForTimeout(100);
  return measure();
}
