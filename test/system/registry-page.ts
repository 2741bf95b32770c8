import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { Client } from '../../tools/system/client.js';
import type { System } from '../../tools/system/system.js';
import { signIn, signOut } from './sign-in.js';

const A_PRODUCER = {
  kind: 'producer',
  name: 'Ibu Sukarti Wening',
  village: '33.02.16.2001',
  umkmClass: 'micro',
  umkmRule: 'UU 20/2008',
  umkmAsOf: '2019-01-02',
  workers: { total: 2, women: 1, youth: 0 },
  healthInsured: false,
};

/** The registry's page, in the browser and the system that page.spec.ts has started. */
export function describeRegistryPage(running: () => { browser: Browser; system: System; errors: string[] }): void {
  describe('of the registry', () => {
    let office: Page;
    const officer = () => new Client(running().system, 'registry-officer', '33.02');
    interface Known {
      readonly id: string;
      readonly name: string;
      readonly reference: string;
      readonly village: string;
      readonly status: string;
    }

    interface KnownLot {
      readonly id: string;
      readonly seller: string;
      readonly certificates: readonly object[];
      readonly onHold: boolean;
    }

    async function uncertifiedLot(): Promise<KnownLot> {
      const { items } = await officer().get<{ items: KnownLot[] }>('/api/registry/lots');
      return items.find(({ certificates }) => certificates.length === 0)!;
    }

    /** The first contributor of the lot without certificates: food that the law lets nobody sell again without one. */
    async function uncertified(): Promise<Known> {
      const lot = await uncertifiedLot();
      const { items } = await officer().get<{ items: { producerId: string }[] }>(
        `/api/registry/lots/${lot.id}/contributions?limit=1`,
      );
      return officer().get<Known>(`/api/registry/producers/${items[0]!.producerId}`);
    }

    beforeAll(async () => {
      office = await running().browser.newPage({ viewport: { width: 360, height: 800 } });
      office.on('pageerror', (error) => running().errors.push(String(error)));
    });

    it('answers what is unsold first, and a producer why its goods were not sold', async () => {
      await signIn(office, running().system.url, 'Petugas registri Dinarkop Banyumas');
      await office.waitForURL(`${running().system.url}/registri`);
      await office.locator('h1', { hasText: 'gula semut dari surplus hari ini belum terserap.' }).waitFor();
      const { name, village } = await uncertified();
      await office.getByRole('searchbox').fill(name);
      await office.getByRole('button', { name: 'Cari' }).click();
      await office.locator('.found-row', { hasText: name }).filter({ hasText: village }).click();
      await office.locator('.panel .answer', { hasText: 'Sisanya belum: tanpa sertifikat.' }).waitFor();
    }, 60_000);

    it('suspends a producer on the second press, and not on the first', async () => {
      const { id } = await uncertified();
      const standing = async () => (await officer().get<Known>(`/api/registry/producers/${id}`)).status;
      await office.getByRole('button', { name: 'Tangguhkan produsen' }).click();
      const sure = office.getByRole('button', { name: 'Tekan sekali lagi: stoknya berhenti dijual' });
      await sure.waitFor();
      expect(await standing()).toBe('verified');
      await sure.click();
      await office.locator('.panel .answer', { hasText: 'Tidak: produsen ini ditangguhkan.' }).waitFor();
      expect(await standing()).toBe('suspended');
    }, 60_000);

    it('holds a lot with its cause, and releases it', async () => {
      const { seller } = await uncertifiedLot();
      const lots = office.locator('section[aria-labelledby="lots"]');
      const row = lots.locator('tr', { hasText: seller });
      await row.getByRole('button', { name: /^tindakan, lot gula semut/ }).click();
      await lots.getByRole('button', { name: 'Tahan lot' }).click();
      // Without its cause it is not sent.
      expect(await lots.locator('input:invalid').getAttribute('name')).toBe('cause');
      await lots.getByLabel('Sebab').fill('Kadar air tinggi');
      await lots.getByRole('button', { name: 'Tahan lot' }).click();
      await row.getByText('lot ditahan').waitFor();
      await lots.getByText('“Kadar air tinggi”').waitFor();
      expect((await uncertifiedLot()).onHold).toBe(true);
      await lots.getByRole('button', { name: 'Lepaskan lot' }).click();
      await row.getByText('lot ditahan').waitFor({ state: 'detached' });
      expect((await uncertifiedLot()).onHold).toBe(false);
    }, 60_000);

    it('withdraws stock on the second press, and shows what of it was granted', async () => {
      const lots = office.locator('section[aria-labelledby="lots"]');
      await lots.getByRole('combobox').selectOption({ label: 'Tarik stok kembali' });
      await lots.getByLabel('Jumlah (kg)').fill('12,5');
      await lots.getByRole('button', { name: 'Tarik stok kembali' }).click();
      await lots.getByRole('button', { name: 'Tekan sekali lagi untuk menarik stok' }).click();
      await lots.getByText('dikabulkan 12,5 kg dari 12,5 kg').waitFor({ timeout: 20_000 });
    }, 60_000);

    it('takes a file of coaching, names the wrong cell, and records the good row once', async () => {
      const { id, reference } = await uncertified();
      const rows = [
        'nomor produsen;jenis;tanggal',
        `${reference};sertifikasi;03/03/2019`,
        'TIDAK-ADA;menari;03/03/2019',
      ];
      const uploads = office.locator('section[aria-labelledby="uploads"]');
      await uploads.getByLabel('Isi berkas').selectOption({ label: 'Pembinaan' });
      await uploads.getByText('harus sertifikasi, pengemasan atau jaminan kesehatan').waitFor({ state: 'attached' });
      for (const time of ['first', 'second']) {
        const file = { name: 'pembinaan.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) };
        await uploads.getByLabel('Pilih berkas').setInputFiles(file);
        await uploads.getByText('1 baris siap · 0 perlu diperiksa · 1 perlu diperbaiki').waitFor();
        await uploads.getByText('B3 harus sertifikasi, pengemasan atau jaminan kesehatan').waitFor();
        if (time === 'first') await uploads.getByRole('button', { name: 'Kirim 1 baris yang siap' }).click();
        await uploads.getByText('Selesai: 1 baris tercatat, 0 sudah ada, 0 ditolak.').waitFor({ timeout: 20_000 });
      }
      const wrong = await uploads.getByRole('link', { name: /baris yang perlu diperbaiki/ }).getAttribute('href');
      const file = await office.request.get(`${running().system.url}${wrong ?? ''}`);
      expect((await file.text()).split(/\r?\n/)[1]).toMatch(/^TIDAK-ADA;menari;.*harus sertifikasi/);
      const { items } = await officer().get<{ items: object[] }>(`/api/registry/coaching?producer=${id}`);
      expect(items).toMatchObject([{ kind: 'certification', date: '2019-03-03' }]);
    }, 60_000);

    it('states stock of a producer that repeats until it is changed, changes it, and stops it', async () => {
      await officer().post('/api/registry/producers', A_PRODUCER);
      // Found by the name of its village.
      await office.getByRole('searchbox').fill('cikembulan');
      await office.getByRole('button', { name: 'Cari', exact: true }).click();
      const found = office.locator('.found-row', { hasText: A_PRODUCER.name });
      await found.filter({ hasText: 'desa Cikembulan, kec. Pekuncen (33.02.16.2001)' }).click();
      const panel = office.locator('.panel');
      await panel.locator('summary', { hasText: 'Nyatakan stok' }).click();
      await panel.getByLabel('Harga dasar (Rp/kg)').fill('16.500');
      await panel.getByLabel('Ulangi setiap hari sampai diubah').check();
      await panel.getByLabel('Produksi').fill('20,5');
      await panel.getByLabel('Ekspor').fill('8');
      await panel.getByRole('button', { name: 'Nyatakan stok' }).click();
      await panel.getByText('Sudah dinyatakan: surplus 12,5 kg, menjadi 1 lot.').waitFor();
      await panel.getByText('berikutnya 5 Maret 2019').waitFor();
      await panel.getByRole('button', { name: 'Ubah mulai besok' }).click();
      const change = panel.locator('li form');
      await change.getByLabel('Ekspor').fill('0,5');
      await change.getByRole('button', { name: 'Simpan perubahan' }).click();
      await change.getByText('Sudah diubah; berlaku mulai 5 Maret 2019.').waitFor();
      const repeating = async () =>
        (await officer().get<{ items: { id: string }[] }>('/api/registry/stock-statements/repeating')).items;
      const [{ id }] = (await repeating()) as [{ id: string }];
      expect(await officer().get<object>(`/api/registry/stock-statements/repeating/${id}/contributions`)).toMatchObject(
        { items: [{ produced: 20_500, committedToExport: 500, held: 0 }] },
      );
      await panel.getByRole('button', { name: 'Hentikan' }).click();
      await panel.getByRole('button', { name: /^Tekan sekali lagi: mulai besok/ }).click();
      await panel.getByText('Tidak ada pernyataan yang berulang').waitFor();
      expect(await repeating()).toEqual([]);
    }, 60_000);

    it('tells a cooperative what its own goods earn, and nothing of another’s', async () => {
      await signOut(office);
      await signIn(office, running().system.url, 'Koperasi Nira Satria');
      await office.locator('h1', { hasText: 'Seluruh 6 ton gula semut Anda hari ini sudah punya pembeli.' }).waitFor();
      await office.getByText('Rp99.000.000').waitFor();
      expect(await office.getByRole('table').getByText('Sijunjung').count()).toBe(0);
    }, 60_000);

    it('shows a cooperative the whole market, but of others’ goods only what they hold', async () => {
      await office.goto(`${running().system.url}/`);
      await office.getByRole('button', { name: 'Lihat tabel' }).click();
      const sources = office.getByRole('rowheader');
      await sources.filter({ hasText: 'Lot-lot dengan P-IRT' }).first().waitFor();
      const named = await sources.filter({ hasText: /^Lot [A-Z]$/ }).allTextContents();
      expect([...new Set(named)]).toEqual(['Lot A']);
      expect(await office.getByRole('main').innerText()).not.toMatch(/\blot [B-Z]\b/i);
      expect(await office.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
      await office.goto(`${running().system.url}/registri`);
    }, 60_000);

    it('lets a cooperative state what its members have, and names the member that has stated it before', async () => {
      const statements = office.locator('section[aria-labelledby="statements"]');
      await statements.locator('summary', { hasText: 'Nyatakan stok' }).click();
      await statements.getByLabel('Harga dasar (Rp/kg)').fill('16.500');
      const produced = statements.locator('input[data-column="produced"]');
      await produced.first().fill('3');
      await produced.first().press('Enter');
      expect(await produced.nth(1).evaluate((input) => input.matches(':focus'))).toBe(true);
      await statements.getByRole('button', { name: 'Nyatakan stok' }).click();
      await statements.getByText(/.+: sudah menyatakan produk ini untuk tanggal itu/).waitFor();
      await statements.getByLabel('Dibuat pada').fill('2019-03-03');
      await statements.getByText('Hanya pernyataan untuk hari ini yang dapat berulang.').waitFor();
      await statements.getByRole('button', { name: 'Nyatakan stok' }).click();
      await statements.getByText('Sudah dinyatakan: surplus 3 kg, menjadi 1 lot.').waitFor();
    }, 60_000);

    it('fits a phone in both languages', async () => {
      for (const language of ['English', 'Bahasa Indonesia']) {
        await office.getByRole('button', { name: language, exact: true }).click();
        expect(await office.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
          0,
        );
      }
      expect(running().errors).toEqual([]);
    }, 30_000);
  });
}
