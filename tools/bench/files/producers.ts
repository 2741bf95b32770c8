import { sampleInput, SUGAR_PRODUCT } from '../../sample/index.js';
import { Client } from '../../system/client.js';
import { waitUntilQuiet } from '../../system/quiet.js';
import { startOfDay } from '../../system/start-of-day.js';
import { withTemporarySystem } from '../../system/temporary-system.js';
import { memoryOf } from '../memory.js';
import { upload } from './upload.js';

const PRODUCERS = 33_000;
const COOPERATIVES = 33;
const BANYUMAS = '33.02';
const UPLOADS = '/api/registry/uploads?locale=id-ID';
const CLASS = 'mikro;UU 20/2008;02/01/2019';

/**
 * Registers 33,000 producers and their cooperatives by one file, and states what each has of sugar by a second one.
 *
 * @returns what it took, and the registry's memory in MiB
 */
export function benchProducerFiles(): Promise<object> {
  return withTemporarySystem({ log: 'postgres', durable: true }, async (system) => {
    const registry = system.services['producer-registry'];
    const { day, villages } = sampleInput('in-force', { size: 'small', goods: 'sugar' });
    await startOfDay(system, day);
    const officer = new Client(system, 'registry-officer', BANYUMAS, registry.url);
    await officer.post('/api/registry/products', SUGAR_PRODUCT);
    const { now: restMiB } = await memoryOf(registry);
    const producers = await upload(officer, `${UPLOADS}&kind=producers`, csv(producerRows(villages)));
    const stock = await upload(officer, `${UPLOADS}&kind=stock-statements`, csv(stockRows(day)));
    const { peak: peakMiB } = await memoryOf(registry);
    await waitUntilQuiet(system);
    return {
      bench: 'files',
      what: 'producers',
      seconds: Math.round((producers.seconds + stock.seconds) * 10) / 10,
      producers,
      stock,
      restMiB,
      peakMiB,
    };
  });
}

function csv(lines: readonly string[]): { type: string; body: string; rows: number } {
  return { type: 'text/csv', body: lines.join('\r\n'), rows: lines.length - 1 };
}

/** Cooperatives first: their members name them. */
function producerRows(villages: readonly string[]): string[] {
  const village = (index: number): string => villages[index % villages.length] ?? '';
  return [
    'nomor;jenis;nama;desa;kelas usaha;aturan kelas;kelas per tanggal;tenaga kerja;perempuan;pemuda;jaminan kesehatan;anggota dari',
    ...count(COOPERATIVES).map(
      (n) => `K-${n};koperasi;Koperasi ${n} (sintetis);${village(Number(n))};${CLASS};10;5;3;ya;`,
    ),
    ...count(PRODUCERS).map(
      (n) =>
        `P-${n};produsen;Produsen ${n} (sintetis);${village(Number(n))};${CLASS};2;1;0;tidak;K-${cooperativeOf(n)}`,
    ),
  ];
}

function stockRows(day: string): string[] {
  const { name } = SUGAR_PRODUCT;
  return [
    'nomor penjual;nomor produsen;produk;tanggal;satuan;produksi;ekspor;pasar lokal;harga dasar',
    ...count(PRODUCERS).map((n) => `K-${cooperativeOf(n)};P-${n};${name};${day};kg;3,8;0,9;1;16.500`),
  ];
}

function count(to: number): string[] {
  return Array.from({ length: to }, (_, index) => String(index + 1));
}

function cooperativeOf(producer: string): string {
  return String((Number(producer) % COOPERATIVES) + 1);
}
