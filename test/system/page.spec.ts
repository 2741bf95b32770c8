import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, type Browser, type Page } from 'playwright-core';
import { loadSample, sampleInput, sampleOrders } from '../../tools/sample/index.js';
import { Client } from '../../tools/system/client.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import { startOfDay } from '../../tools/system/start-of-day.js';
import { startSystem, type System } from '../../tools/system/system.js';
import { describeAgreementsPage } from './agreements-page.js';
import { loseAnswers } from './lose-answer.js';
import { describeNarrow } from './narrow-page.js';
import { describeRegistryPage } from './registry-page.js';
import { describeServices } from './services-on-page.js';
import { describeSharedBrowser } from './shared-browser.js';
import { describeSignIn } from './sign-in-page.js';
import { signIn } from './sign-in.js';

const CHROMIUM = '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function place(system: System, partner: string): Promise<void> {
  const { partner: _, ...order } = sampleOrders('in-force', 'sugar').find((entry) => entry.partner === partner)!;
  await new Client(system, 'partner-intake', partner).post('/api/orders', order, `page-${partner}`);
}

if (existsSync(CHROMIUM)) {
  describe('the live page in a browser', () => {
    let home: string;
    let system: System;
    let browser: Browser;
    let page: Page;
    const errors: string[] = [];

    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'serap-page-'));
      await chmod(home, 0o755);
      system = await startSystem({ home, log: 'postgres', durable: false });
      const sample = sampleInput('in-force', { size: 'small', goods: 'sugar' });
      await startOfDay(system, sample.day);
      await loadSample(
        { registryUrl: system.url, agreementsUrl: system.url, token: system.token.bind(system) },
        sample,
      );
      await waitUntilQuiet(system);
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
      page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
      page.on('pageerror', (error) => errors.push(String(error)));
    });

    afterAll(async () => {
      await browser.close();
      await system.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    });

    const headline = (text: string): Promise<void> =>
      page.locator('h1', { hasText: text }).waitFor({ timeout: 15_000 });

    it('asks who one is, then tells the answer', async () => {
      await signIn(page, system.url, 'Operasi Serap');
      await headline('Belum ada pembeli untuk 15 ton');
    });

    it('follows each order as it arrives, without being loaded again', async () => {
      await place(system, '82.71');
      await headline('3,5 ton dari 15 ton');
      await place(system, '13.03');
      await place(system, '73');
      await headline('12,5 ton dari 15 ton');
      await new Client(system, 'operations', '33.02').post('/api/orders/runs', { origin: '33.02' }, 'page-run');
      await page.getByText('2 ton tanpa sertifikat').first().waitFor({ timeout: 15_000 });
      await page.getByText('500 kg').first().waitFor();
    });

    it('tells whoever is signed in what to do and until when, as a text to send on', async () => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const task = page.locator('.tasks li', { hasText: '3.500 kg gula semut untuk Ternate siap dikirim' });
      await task.getByText('sampai 20 Maret 2019').waitFor({ timeout: 15_000 });
      await task.getByRole('button', { name: 'salin teks WhatsApp' }).click();
      await task.getByText('tersalin', { exact: true }).waitFor();
      const text = String(await page.evaluate('navigator.clipboard.readText()'));
      expect(text.split('\n')).toEqual([
        '*Serap: Perlu tindakan*',
        '3.500 kg gula semut untuk Ternate siap dikirim: berangkatkan.',
        expect.stringMatching(/^\(sampai 20 Maret 2019, no\. [0-9a-f]{6}\)$/),
        system.url,
      ]);
    });

    it('fits a phone, in both languages, and throws nothing', async () => {
      for (const language of ['English', 'Bahasa Indonesia']) {
        await page.getByRole('button', { name: language, exact: true }).click();
        await page.setViewportSize({ width: 360, height: 800 });
        const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
        await headline(language === 'English' ? '12.5 t' : '12,5 ton');
      }
      expect(errors).toEqual([]);
    });

    it('says since when its data are old while the service is away, and goes on when it is back', async () => {
      await system.services['operations-dashboard'].kill();
      await page.getByText('terputus').first().waitFor({ timeout: 20_000 });
      await system.services['operations-dashboard'].start();
      await page.getByText('terputus').first().waitFor({ state: 'detached', timeout: 40_000 });
      await headline('12,5 ton dari 15 ton');
    });

    describe('of a partner', () => {
      let mine: Page;
      const sulsel = () => new Client(system, 'partner-intake', '73');
      const orders = async () => (await sulsel().get<{ items: { id: string; status: string }[] }>('/api/orders')).items;
      const order = async (kilograms: string): Promise<void> => {
        await mine.getByLabel('Jumlah (kg)').fill(kilograms);
        await mine.getByLabel('Pembeli').fill('Koperasi Losari');
        await mine.getByRole('button', { name: 'Pesan', exact: true }).click();
      };

      beforeAll(async () => {
        mine = await browser.newPage({ viewport: { width: 360, height: 800 } });
        mine.on('pageerror', (error) => errors.push(String(error)));
      });

      it('promises what is ordered under the button, and an order that did not get through once', async () => {
        await signIn(mine, `${system.url}/mitra`, 'Komite Ekonomi Kreatif Sulawesi Selatan');
        await mine.locator('h1', { hasText: 'Anda bisa memesan s.d. 1.000 kg' }).waitFor();
        await order('100');
        await mine.locator('.answer', { hasText: '100 kg disanggupi.' }).waitFor();
        const before = (await orders()).length;
        // It arrives, and its answer does not: the second time it is the same order.
        const mend = await loseAnswers(mine, '**/api/orders');
        await order('50');
        await mine.getByText('Belum terkirim').waitFor();
        await mend();
        await mine.reload();
        await mine.getByRole('button', { name: 'Pesan', exact: true }).click();
        await mine.locator('.answer', { hasText: '50 kg disanggupi.' }).waitFor();
        expect((await orders()).length).toBe(before + 1);
      });

      it('takes a spreadsheet twice and places each good row once', async () => {
        const rows = ['komoditas;jumlah;satuan;butuh sebelum;pembeli'];
        rows.push(
          'granulated-coconut-sugar;40;kg;03/04/2019;Toko A',
          'granulated-coconut-sugar;nol;kg;03/04/2019;Toko B',
        );
        const before = (await orders()).length;
        for (const time of ['first', 'second']) {
          const file = { name: 'pesanan.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) };
          await mine.getByLabel('Pilih berkas').setInputFiles(file);
          await mine.getByText('1 baris siap · 0 perlu diperiksa · 1 perlu diperbaiki').waitFor();
          await mine.getByText('B3 harus angka di atas 0').waitFor();
          if (time === 'first') await mine.getByRole('button', { name: 'Kirim 1 baris yang siap' }).click();
          await mine
            .getByText('Selesai: 1 pesanan baru tercatat, 0 sudah ada, 0 ditolak.')
            .waitFor({ timeout: 20_000 });
        }
        expect((await orders()).length).toBe(before + 1);
      });

      it('counts what has arrived, and what is missing', async () => {
        const placed = (await orders())[0]!;
        await new Client(system, 'registry-officer', '33.02').post('/api/orders/runs', {});
        const legs = [{ from: 'Purwokerto', to: 'Makassar', mode: 'sea', eta: '2019-03-12' }];
        await new Client(system, 'registry-officer', '33.02').post(`/api/orders/${placed.id}/shipments`, { legs });
        const item = mine.locator('.orders > li', { hasText: '40 kg gula semut' });
        await item.getByText('dikirim').first().waitFor();
        await item.getByRole('button', { name: 'rincian' }).click();
        await item.getByLabel('Diterima baik (kg)').fill('37,5');
        await item.getByText('hilang 2,5 kg').waitFor();
        await item.getByRole('button', { name: 'Simpan penerimaan' }).click();
        await item.getByRole('button', { name: 'Ya, benar: kirim' }).click();
        await item.getByText('Berita acara serah terima (PDF)').waitFor();
        const { owed } = await sulsel().get<{ owed: number }>(`/api/orders/${placed.id}/settlement`);
        expect(owed).toBe(37.5 * 16_500);
      });

      it('fits a phone in both languages', async () => {
        for (const language of ['English', 'Bahasa Indonesia']) {
          await mine.getByRole('button', { name: language, exact: true }).click();
          expect(await mine.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
            0,
          );
        }
        expect(errors).toEqual([]);
      });
    });

    describeAgreementsPage(() => ({ browser, system, errors }));

    describeRegistryPage(() => ({ browser, system, errors }));

    describeSignIn(() => ({ browser, system, errors }));

    describeSharedBrowser(() => ({ browser, system, errors }));

    describeNarrow(() => ({ browser, system, errors }));

    describeServices(() => ({ browser, system, errors }));
  });
} else {
  console.warn(`NOT RUN: the live page in a browser; missing: ${CHROMIUM}`);
  describe('the live page in a browser', () => {
    it('is not run without Chromium, which fails in CI', () => {
      expect(process.env['CI']).not.toBe('true');
    });
  });
}
