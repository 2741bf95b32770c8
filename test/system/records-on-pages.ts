import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { overflow, type OnPages } from './on-pages.js';

/** What an officer of the registry records without a file: a producer, its papers, a product, and its end. */
export function describeRecords(on: () => OnPages): void {
  describe('a registry officer', () => {
    let page: Page;
    const panel = () => page.locator('.panel');

    it('registers a producer and verifies it among those that wait', async () => {
      page = await on().as('Petugas registri Dinarkop Banyumas', '/registri');
      await page.getByText('Daftarkan produsen').click();
      await page.getByLabel('Nama', { exact: true }).fill('Sarinah Uji');
      await page.getByRole('textbox', { name: 'Kode desa' }).fill('33.02.16.2007');
      await page.getByRole('textbox', { name: 'NIB' }).fill('12');
      await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
      await page.getByRole('button', { name: 'NIB, boleh kosong: belum berbentuk seperti contohnya' }).click();
      await page.getByRole('textbox', { name: 'NIB' }).fill('');
      expect(await overflow(page)).toEqual([]);
      await page.getByRole('button', { name: 'Daftarkan', exact: true }).click();
      await page.getByText('Produsen terdaftar').waitFor();
      await page.reload();
      await page.getByLabel(/^Sarinah Uji/).check();
      await page.getByRole('button', { name: 'Verifikasi yang dicentang' }).click();
      await page.getByText('Yang dicentang sudah diverifikasi.').waitFor();
    }, 90_000);

    it('corrects it, and records a certificate and coaching of it', async () => {
      await page.getByLabel('Nama produsen, desa').fill('Sarinah Uji');
      await page.getByRole('button', { name: 'Cari', exact: true }).click();
      await page.locator('.found-row', { hasText: 'Sarinah Uji' }).click();
      await panel().getByText('Catat sertifikat').first().click();
      await panel().getByLabel('Nomor', { exact: true }).fill('P-IRT 2063302990001-23');
      await panel().getByLabel('Terbit').fill('2019-01-02');
      await panel().getByRole('button', { name: 'Catat sertifikat' }).click();
      // What the law wants of this kind is said at its field.
      await panel()
        .getByRole('button', { name: /^Berlaku s\.d\..* wajib untuk P-IRT/ })
        .waitFor();
      await panel().getByLabel('Berlaku s.d.').fill('2023-12-31');
      await panel().getByRole('button', { name: 'Catat sertifikat' }).click();
      await panel().getByText('P-IRT 2063302990001-23').waitFor();
      await panel().getByText('Catat pembinaan').first().click();
      await panel().getByRole('button', { name: 'Catat pembinaan' }).click();
      await panel().getByText('Pembinaan dicatat.').waitFor();
      await panel().getByText('Betulkan data produsen').click();
      await panel().getByLabel('Perempuan').fill('0');
      await panel().getByLabel('Semua', { exact: true }).fill('3');
      expect(await overflow(page)).toEqual([]);
      await panel().getByRole('button', { name: 'Simpan pembetulan' }).click();
      await panel().getByRole('button', { name: 'Simpan pembetulan' }).waitFor({ state: 'detached' });
    }, 90_000);

    it('adds a product, and closes and forgets whoever asks for it', async () => {
      await page.getByText('Tambahkan produk').first().click();
      await page.getByLabel('Nama produk').fill('Sulaman uji');
      const products = page.locator('section[aria-labelledby=products]');
      await products.getByLabel('Komoditas').fill('sulaman');
      await products.getByLabel('Dihitung dalam').selectOption('PIECE');
      await products.getByRole('button', { name: 'Tambahkan produk' }).click();
      await products.locator('b', { hasText: 'Sulaman uji' }).waitFor();
      await panel().getByRole('button', { name: 'Tutup produsen' }).click();
      await panel().getByRole('button', { name: 'Tekan sekali lagi: ditutup' }).click();
      await panel().getByRole('button', { name: 'Hapus data pribadinya' }).click();
      await panel().getByRole('button', { name: 'Tekan sekali lagi: nama' }).click();
      await page.locator('.found-row', { hasText: 'Sarinah Uji' }).waitFor({ state: 'detached' });
      await page.context().close();
    }, 90_000);
  });
}
