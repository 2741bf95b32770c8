import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { sampleOrders } from '../../tools/sample/index.js';
import { Client } from '../../tools/system/client.js';
import { overflow, type OnPages } from './on-pages.js';

const SULSEL = 'Komite Ekonomi Kreatif Sulawesi Selatan';

/** From the fixed lot to the rupiah paid, each act on the task that asks for it. */
export function describeGoodsMove(on: () => OnPages): void {
  describe('goods move', () => {
    let office: Page;
    let partner: Page;
    const task = (page: Page, text: string) => page.locator('.tasks li', { hasText: text }).first();

    it('from the task that says they are ready', async () => {
      const { system, as } = on();
      const { partner: region, ...order } = sampleOrders('in-force', 'sugar').find((each) => each.partner === '73')!;
      await new Client(system, 'partner-intake', region).post('/api/orders', order, 'goods-on-pages');
      const operations = await as('Operasi Serap', '/');
      await operations.getByRole('button', { name: 'Jalankan penyaluran sekarang' }).last().click();
      await operations.getByText('Penyaluran dijalankan.').waitFor();
      await operations.context().close();
      office = await as('Petugas registri Dinarkop Banyumas', '/registri');
      const ready = task(office, 'siap dikirim');
      await ready.getByRole('button', { name: 'Berangkatkan …' }).click();
      await ready.getByLabel('Perkiraan tiba').waitFor();
      expect(await overflow(office)).toEqual([]);
      await ready.getByRole('button', { name: 'Berangkatkan', exact: true }).click();
      await ready.getByRole('button', { name: 'Etape 1, Perkiraan tiba: wajib diisi' }).waitFor();
      await ready.getByLabel('Perkiraan tiba').fill('2019-03-15');
      await ready.getByRole('button', { name: 'Berangkatkan', exact: true }).click();
      await ready.waitFor({ state: 'detached' });
    }, 90_000);

    it('are found as an order with a number and an address of its own, by state or by its number', async () => {
      await office.goto(`${on().system.url}/pesanan`);
      await office.getByLabel('Status').selectOption('dispatched');
      const link = office.locator('li.order a').first();
      const number = (await link.locator('b').innerText()).replace('no. ', '');
      await office.getByLabel('Cari nomor').fill(number);
      await office.getByRole('button', { name: 'Tampilkan', exact: true }).click();
      await office.getByText('1 pesanan tampil').waitFor();
      expect(await overflow(office)).toEqual([]);
      await link.click();
      await office.locator('h1', { hasText: `Pesanan no. ${number}: 6.000 kg gula semut, dikirim.` }).waitFor();
      expect(await office.title()).toBe(`no. ${number} · Serap · Pesanan`);
      expect(await overflow(office)).toEqual([]);
      await office.getByRole('button', { name: 'Catat tiba di Makassar' }).click();
      await office.getByRole('button', { name: 'Tekan sekali lagi: tiba di Makassar' }).click();
      await office.getByRole('button', { name: 'Catat tiba di Makassar' }).waitFor({ state: 'detached' });
      // Whoever sends does not receive.
      expect(await office.getByText('Catat penerimaan').count()).toBe(0);
    }, 90_000);

    it('are received with a second look at what it would cost', async () => {
      partner = await on().as(SULSEL, '/mitra');
      const arrived = task(partner, 'catat penerimaannya');
      await arrived.getByRole('button', { name: 'Catat penerimaan …' }).click();
      await arrived.getByLabel('Diterima baik').first().fill('50');
      await arrived.getByRole('button', { name: 'Simpan penerimaan' }).click();
      await arrived.getByText('tidak diterima baik. Nilainya Rp').waitFor();
      expect(await overflow(partner)).toEqual([]);
      await arrived.getByRole('button', { name: 'Kembali, perbaiki isian' }).click();
      await arrived.getByLabel('Diterima baik').first().fill('');
      await arrived.getByRole('button', { name: 'Semua diterima baik: simpan' }).click();
      await arrived.waitFor({ state: 'detached' });
    }, 90_000);

    it('are paid for, and the order says so', async () => {
      await office.reload();
      const money = office.locator('section[aria-labelledby=money]');
      await money.getByText('Catat pembayaran').first().click();
      await money.getByLabel('Nomor bukti bayar').fill('TRF-1');
      await money.getByRole('button', { name: 'Catat pembayaran' }).click();
      await money.getByText('sisa Rp0').waitFor();
      await office.context().close();
      await partner.context().close();
    }, 60_000);
  });
}
