import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { Client } from '../../tools/system/client.js';
import type { System } from '../../tools/system/system.js';
import { loseAnswers } from './lose-answer.js';
import { signIn } from './sign-in.js';

interface Running {
  readonly browser: Browser;
  readonly system: System;
  /** Whatever a page throws. */
  readonly errors: string[];
}

interface File {
  readonly id: string;
  readonly partner: string;
  readonly stage: string;
  readonly documents: readonly { readonly sha256: string }[];
}

const A_FILE = { name: 'kesepakatan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('kesepakatan bersama') };

const A_REVIEW = { ...A_FILE, name: 'telaah.pdf', buffer: Buffer.from('hasil telaah') };

/** The agreements' page in the system and the browser of the live page. */
export function describeAgreementsPage(running: () => Running): void {
  describe('of an agreement officer', () => {
    let page: Page;
    let officer: Client;
    let draft: string;
    const read = (path: string) => officer.get<File>(`/api/agreements/${path}`);
    const open = async (id: string) => {
      await page.goto(`${running().system.url}/kerja-sama#${id}`);
      await page.locator('.stage-path').waitFor();
    };

    beforeAll(async () => {
      const { browser, system, errors } = running();
      officer = new Client(system, 'agreement-officer', '33.02');
      const opened = await officer.post<{ id: string }>(
        '/api/agreements',
        {
          partner: '71',
          title: 'Kerja sama (contoh)',
          regime: 'PP 28/2018 + Permendagri 22/2020',
          needsCouncil: false,
        },
        'page-agreement',
      );
      draft = opened.id;
      for (const stage of ['offer', 'joint-agreement-drafting']) {
        await officer.post(`/api/agreements/${draft}/stages`, { stage }, `page-${stage}`);
      }
      page = await browser.newPage({ viewport: { width: 360, height: 800 } });
      page.on('pageerror', (error) => errors.push(String(error)));
    });

    it('says first what is in force and which report is due', async () => {
      await signIn(page, `${running().system.url}/kerja-sama`, 'Petugas kerja sama Banyumas');
      await page.locator('h1', { hasText: '3 PKS berlaku; laporan berkala PKS' }).waitFor();
      await page.locator('h1', { hasText: 'jatuh tempo 31 Agustus 2019.' }).waitFor();
    }, 30_000);

    it('names what the next step lacks until it is recorded, and takes the step at the second press', async () => {
      await open(draft);
      const lacks = page.locator('.steps .mark');
      await lacks.getByText('dokumen kesepakatan bersama yang ditandatangani').waitFor();
      await lacks.getByText('hasil telaah TKKSD atas kesepakatan bersama').waitFor();
      const documentsPart = page.locator('section[aria-labelledby=documents]');
      for (const [kind, file] of [
        ['hasil telaah TKKSD atas kesepakatan bersama', A_REVIEW],
        ['kesepakatan bersama', A_FILE],
      ] as const) {
        await documentsPart.getByText('Catat dokumen').first().click();
        await documentsPart.getByLabel('Jenis').selectOption(kind);
        await documentsPart.getByLabel('Berkas dokumen').setInputFiles(file);
        await documentsPart.getByRole('button', { name: 'Catat dokumen' }).click();
        await documentsPart.locator('b', { hasText: kind }).first().waitFor();
      }
      await lacks.getByText('kurang: penanda tangan daerah asal dan penanda tangan daerah mitra').waitFor();
      for (const side of ['daerah asal', 'daerah mitra']) {
        const signatories = page.locator('section[aria-labelledby=signatories]');
        await signatories.getByText('Catat penanda tangan').first().click();
        await signatories.getByLabel('Pihak').selectOption(side);
        await signatories.getByLabel('Nama').fill(`Kepala ${side}`);
        await signatories.getByRole('button', { name: 'Catat penanda tangan' }).click();
        await page.getByText(`Kepala ${side}`).waitFor();
      }
      await page.getByRole('button', { name: 'Kesepakatan bersama ditandatangani', exact: true }).click();
      expect((await read(draft)).stage).toBe('joint-agreement-drafting');
      await page.getByRole('button', { name: 'Tekan sekali lagi: Kesepakatan bersama ditandatangani' }).click();
      await page.locator('h1', { hasText: 'Kerja sama dengan Sulawesi Utara: kesepakatan bersama.' }).waitFor();
      const { stage, documents } = await read(draft);
      expect(stage).toBe('joint-agreement-signed');
      // The file stayed here: what was recorded is its hash.
      expect(documents.map(({ sha256 }) => sha256)).toEqual(
        [A_REVIEW, A_FILE].map(({ buffer }) => createHash('sha256').update(buffer).digest('hex')),
      );
    }, 60_000);

    it('leads from a task to the agreement that it is about', async () => {
      await page.getByText('Semua kerja sama').click();
      await page
        .locator('.tasks')
        .getByRole('link', { name: `no. ${draft.slice(-6)}` })
        .click({ timeout: 15_000 });
      await page.locator('h1', { hasText: 'Kerja sama dengan Sulawesi Utara: kesepakatan bersama.' }).waitFor();
    }, 30_000);

    it('shows a report as recorded though its answer was lost, and the next one is due', async () => {
      const { items } = await officer.get<{ items: File[] }>('/api/agreements');
      const ternate = items.find(({ partner }) => partner === '82.71')!.id;
      await open(ternate);
      await page.getByText('Catat penyampaian laporan').click();
      await page.getByLabel('Laporan yang disampaikan').setInputFiles(A_FILE);
      await page
        .getByText(/^sidik jari [0-9a-f]{8} …/)
        .last()
        .waitFor();
      const mend = await loseAnswers(page, '**/reports');
      await page.getByRole('button', { name: 'Catat penyampaian' }).click();
      // Whether the page hears first that the answer is lost or that the report is there, it comes to show the latter.
      await page.locator('h1', { hasText: 'laporan berkala jatuh tempo 29 Februari 2020.' }).waitFor();
      await page.getByText('sudah disampaikan').waitFor();
      await mend();
    }, 60_000);

    it('fits a phone in both languages', async () => {
      for (const language of ['English', 'Bahasa Indonesia']) {
        await page.getByRole('button', { name: language, exact: true }).click();
        const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
      }
      expect(running().errors).toEqual([]);
    }, 30_000);

    it('lets the partner read the file, and write nothing', async () => {
      const partner = await running().browser.newPage({ viewport: { width: 360, height: 800 } });
      await signIn(partner, `${running().system.url}/kerja-sama`, 'Komite Ekonomi Kreatif Ternate');
      await partner.locator('h1', { hasText: '1 PKS berlaku' }).waitFor();
      await partner.getByRole('link', { name: 'Ternate' }).click();
      await partner.getByText('Buat laporan (PDF)').first().waitFor();
      expect(await partner.locator('main button, main form').count()).toBe(0);
    }, 30_000);
  });
}
