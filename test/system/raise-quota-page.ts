import { beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { sampleOrders } from '../../tools/sample/index.js';
import { Client } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { overflow, type OnPages } from './on-pages.js';

const ADDENDUM = { name: 'adendum.pdf', mimeType: 'application/pdf', buffer: Buffer.from('adendum Ternate') };

/** From the sentence that says what would sell more to the goods that are sold, by the pages alone. */
export function describeRaiseQuota(on: () => OnPages): void {
  describe('the last 2.5 tonnes', () => {
    let page: Page;

    beforeAll(async () => {
      const { system } = on();
      for (const wanted of ['82.71', '13.03', '73']) {
        const { partner, ...order } = sampleOrders('in-force', 'sugar').find((one) => one.partner === wanted)!;
        await new Client(system, 'partner-intake', partner).post('/api/orders', order, `raise-${partner}`);
      }
      await waitUntilQuiet(system);
    });

    it('an officer reads what would sell 500 kg more, and presses it: the addendum lies open with that quota', async () => {
      page = await on().as('Petugas kerja sama Banyumas', '/');
      await page.goto(`${on().system.url}/`);
      await page.locator('h1', { hasText: '12,5 ton dari 15 ton' }).waitFor();
      await page.getByRole('link', { name: 'siapkan adendum dan lihat hasilnya' }).click();
      await page.locator('h1', { hasText: 'Kerja sama dengan Ternate' }).waitFor();
      expect(await page.getByLabel('Jumlah (kg)').inputValue()).toBe('4.000');
      expect(new URL(page.url()).search).toBe('');
    });

    it('and sees what it would sell before anybody signs it', async () => {
      const whatIf = page.locator('.what-if');
      await whatIf.getByText('500 kg lagi terjual, dari 12,5 ton menjadi 13 ton').waitFor();
      await whatIf.getByText('Tidak ada kesanggupan yang berkurang.').waitFor();
      await page.getByLabel('Jumlah (kg)').fill('3.000');
      await whatIf.getByText('Hari ini tidak ada yang terjual lebih banyak atau lebih sedikit.').waitFor();
      await page.getByLabel('Jumlah (kg)').fill('4.000');
      await whatIf.getByText('500 kg lagi terjual').waitFor();
      expect(await overflow(page)).toEqual([]);
    });

    it('records it, and the goods are sold', async () => {
      await page.getByLabel('Nomor adendum').fill('1/ADD/2019');
      const form = page.locator('section[aria-labelledby=addenda]');
      await form.getByLabel('Berkas dokumen').setInputFiles(ADDENDUM);
      await form.getByText(/^sidik jari [0-9a-f]{8} …/).waitFor();
      await form.getByRole('button', { name: 'Catat adendum' }).click();
      await page.getByRole('heading', { name: 'Edisi 2: adendum 1/ADD/2019' }).waitFor();
      await page.goto(`${on().system.url}/`);
      await page.locator('h1', { hasText: '13 ton dari 15 ton' }).waitFor();
      expect(await page.getByRole('link', { name: 'siapkan adendum dan lihat hasilnya' }).count()).toBe(0);
      await page.context().close();
    });
  });
}
