import { describe, expect, it } from 'vitest';
import { overflow, type OnPages } from './on-pages.js';

/** What few need, and who looks after the installation; and what every page says while a service is away. */
export function describeTechnical(on: () => OnPages): void {
  describe('whoever looks after something', () => {
    it('gives a system a key that is shown once, and revokes it', async () => {
      const page = await on().as('Komite Ekonomi Kreatif Ternate', '/mitra');
      await page.getByText('Buat kunci').first().click();
      await page.getByLabel('Nama sistem').fill('gudang');
      await page.getByRole('button', { name: 'Buat kunci', exact: true }).click();
      await page.getByText('Salin sekarang; tidak ditampilkan lagi:').waitFor();
      expect(await overflow(page)).toEqual([]);
      await page.getByRole('button', { name: 'Cabut kunci' }).click();
      await page.getByRole('button', { name: 'Tekan sekali lagi untuk memastikan' }).click();
      await page.getByText(/gudang.*dicabut \d/).waitFor();
      await page.context().close();
    }, 60_000);

    it('changes how a market is bound', async () => {
      const page = await on().as('Operasi Serap', '/');
      await page.getByText('Ubah aturan penyaluran').click();
      await page.getByLabel('Lebar tingkat harga').fill('7');
      expect(await overflow(page)).toEqual([]);
      await page.getByRole('button', { name: 'Simpan aturan' }).click();
      await page.getByText('Aturan penyaluran disimpan.').waitFor();
      await page.getByText('Ubah aturan penyaluran').click();
      expect(await page.getByLabel('Lebar tingkat harga').inputValue()).toBe('7');
      await page.context().close();
    }, 60_000);

    it('is told above every page what does not answer, and what is sent meanwhile is not lost', async () => {
      const { system, as } = on();
      const page = await as('Operasi Serap', '/');
      const partner = await as('Komite Ekonomi Kreatif Ternate', '/mitra');
      await partner.getByLabel('Jumlah (kg)').first().fill('10');
      await partner.getByLabel('Pembeli').first().fill('Toko Uji');
      await system.services['order-routing'].kill();
      for (const one of [page, partner]) {
        await one.getByText('Tidak menjawab sekarang: pesanan dan penyaluran.').waitFor({ timeout: 30_000 });
      }
      await partner.getByRole('button', { name: 'Pesan', exact: true }).click();
      await partner.locator('section[aria-labelledby=order-form]').getByText('Belum terkirim').waitFor();
      await system.services['order-routing'].start();
      await page.getByText('Tidak menjawab sekarang').waitFor({ state: 'detached', timeout: 60_000 });
      await partner.getByRole('button', { name: 'Pesan', exact: true }).click();
      await partner.locator('.answer').waitFor({ timeout: 30_000 });
      await page.context().close();
      await partner.context().close();
    }, 150_000);
  });
}
