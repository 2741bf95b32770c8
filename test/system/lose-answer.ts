import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/**
 * From now on what the page posts there arrives, and its answer does not.
 *
 * @returns how to mend the connection
 */
export async function loseAnswers(page: Page, url: string): Promise<() => Promise<void>> {
  const statuses: number[] = [];
  await page.route(url, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    // The browser adds this header behind our back; without it a cookie opens no writes.
    const headers = { ...route.request().headers(), 'sec-fetch-site': 'same-origin' };
    statuses.push((await route.fetch({ headers })).status());
    return route.abort();
  });
  return async () => {
    await page.unroute(url);
    expect(statuses).toEqual([201]);
  };
}
