import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { overflow, type OnPages } from './on-pages.js';

const PDF = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(name) });

/** From the first press to a PKS in force and its addendum, by the pages alone. */
export function describeOpenAgreement(on: () => OnPages): void {
  describe('an agreement officer', () => {
    let page: Page;
    const part = (name: string) => page.locator(`section[aria-labelledby=${name}]`);
    const headline = (text: string) => page.locator('h1', { hasText: text }).waitFor();
    const take = async (step: string) => {
      await page.getByRole('button', { name: step, exact: true }).click();
      await page.getByRole('button', { name: `Tekan sekali lagi: ${step}` }).click();
    };
    const record = async (kind: string) => {
      await part('documents').locator('summary', { hasText: 'Catat dokumen' }).click();
      await part('documents').getByLabel('Jenis').selectOption(kind);
      await part('documents')
        .getByLabel('Berkas dokumen')
        .setInputFiles(PDF(`${kind}.pdf`));
      await part('documents')
        .getByText(/^sidik jari [0-9a-f]{8} …/)
        .last()
        .waitFor();
      await part('documents').getByRole('button', { name: 'Catat dokumen' }).click();
      await part('documents').locator('b', { hasText: kind }).first().waitFor();
    };

    it('opens an agreement with a region that is found by its name', async () => {
      page = await on().as('Petugas kerja sama Banyumas', '/kerja-sama');
      await page.getByText('Buka kerja sama baru').click();
      await page.getByRole('button', { name: 'Buka kerja sama', exact: true }).click();
      // What lacks is listed, in words of the page, and each leads to its field.
      await page.locator('.summary').getByRole('button', { name: 'Judul kerja sama: wajib diisi' }).click();
      expect(await page.evaluate('document.activeElement.name')).toBe('title');
      await page.getByLabel('Judul kerja sama').fill('Pemasaran gula semut di Makassar');
      await page.getByLabel('Daerah mitra').fill('makas');
      await page.getByRole('button', { name: 'kota Makassar, Sulawesi Selatan (73.71)' }).click();
      await page.reload();
      expect(await page.getByLabel('Judul kerja sama').inputValue()).toBe('Pemasaran gula semut di Makassar');
      await page.getByRole('button', { name: 'Buka kerja sama', exact: true }).click();
      await headline('Kerja sama dengan Makassar: persiapan.');
      expect(await page.title()).toBe('Makassar · Serap · Kerja sama');
    }, 60_000);

    it('brings it to its PKS with papers, signatories and a quota table', async () => {
      await take('Kirim penawaran');
      await take('Susun kesepakatan bersama');
      await record('hasil telaah TKKSD atas kesepakatan bersama');
      await record('kesepakatan bersama');
      for (const side of ['daerah asal', 'daerah mitra']) {
        await part('signatories').getByText('Catat penanda tangan').first().click();
        await part('signatories').getByLabel('Pihak').selectOption(side);
        await part('signatories').getByLabel('Nama').fill(`Kepala ${side}`);
        await part('signatories').getByRole('button', { name: 'Catat penanda tangan' }).click();
        await page.getByText(`Kepala ${side}`).waitFor();
      }
      await take('Kesepakatan bersama ditandatangani');
      await take('Susun perjanjian kerja sama');
      await page.getByText('Isi tabel kuota').click();
      await page.getByLabel('Komoditas').fill('gula semut');
      await page.getByLabel('Jumlah (kg)').fill('2.500');
      await page.getByLabel('Ongkos kirim').fill('3.000');
      await page.getByLabel('Lama perjalanan').fill('9');
      expect(await overflow(page)).toEqual([]);
      await page.getByRole('button', { name: 'Simpan tabel kuota' }).click();
      await part('terms').locator('td', { hasText: '2.500 kg per hari' }).waitFor();
      await record('hasil telaah TKKSD atas PKS');
      await record('perjanjian kerja sama (PKS)');
      await page.getByRole('button', { name: 'Perjanjian kerja sama ditandatangani', exact: true }).click();
      await page.getByLabel('Hari terakhir berlaku').fill('2021-03-03');
      await page.getByRole('button', { name: 'Tekan sekali lagi: Perjanjian kerja sama ditandatangani' }).click();
      await headline('Kerja sama dengan Makassar: PKS berlaku s.d. 3 Maret 2021');
    }, 90_000);

    it('raises its quota by an addendum that shows what it changes before it is recorded', async () => {
      await page.locator('summary', { hasText: 'Catat adendum' }).click();
      const form = part('addenda');
      await form.getByText('belum ada yang berubah').waitFor();
      await form.getByLabel('Jumlah (kg)').fill('4.000');
      await form.locator('td', { hasText: '4.000 kg per hari' }).waitFor();
      await form.getByLabel('Nomor adendum').fill('1/ADD/2019');
      await form.getByLabel('Berkas dokumen').setInputFiles(PDF('adendum.pdf'));
      await form.getByText(/^sidik jari [0-9a-f]{8} …/).waitFor();
      expect(await overflow(page)).toEqual([]);
      await form.getByRole('button', { name: 'Catat adendum' }).click();
      await form.getByRole('heading', { name: 'Edisi 2: adendum 1/ADD/2019' }).waitFor();
      await part('terms').locator('td', { hasText: '4.000 kg per hari' }).waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Catat adendum');
    }, 60_000);

    it('who is of the other side alone sees the file, and no form of it', async () => {
      const partner = await on().as('Komite Ekonomi Kreatif Ternate', '/kerja-sama');
      await partner.locator('h1', { hasText: '1 PKS berlaku' }).waitFor();
      expect(await partner.getByText('Buka kerja sama baru').count()).toBe(0);
      await partner.context().close();
      await page.context().close();
    }, 30_000);
  });
}
