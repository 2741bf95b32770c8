import writeXlsxFile from 'write-excel-file/node';
import { loadSample, sampleInput, sampleOrders } from '../../sample/index.js';
import { Client } from '../../system/client.js';
import { waitUntilQuiet } from '../../system/quiet.js';
import { startOfDay } from '../../system/start-of-day.js';
import { withTemporarySystem } from '../../system/temporary-system.js';
import { memoryOf } from '../memory.js';
import { upload } from './upload.js';

const ORDERS = 100_000;
const TERNATE = '82.71';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Row = readonly [
  key: string,
  commodity: string,
  quantity: number,
  unit: string,
  needBy: string,
  buyer: string,
  nib: string,
];

/**
 * Places 100,000 orders by one file: first what the quota of the day allows, then what stays open, as a real file would.
 *
 * @returns what it took, and the memory of routing in MiB
 */
export function benchOrderFile(format: 'csv' | 'xlsx'): Promise<object> {
  return withTemporarySystem({ log: 'postgres', durable: true }, async (system) => {
    // First of all: on a slow machine it takes so long that connections are closed meanwhile, unheard.
    const file = await FILES[format](orderRows());
    const routing = system.services['order-routing'];
    const sample = sampleInput('in-force', { size: 'small', goods: 'sugar' });
    await startOfDay(system, sample.day);
    await loadSample({ registryUrl: system.url, agreementsUrl: system.url, token: system.token.bind(system) }, sample);
    await waitUntilQuiet(system);
    const { now: restMiB } = await memoryOf(routing);
    const partner = new Client(system, 'partner-intake', TERNATE, routing.url);
    const took = await upload(partner, '/api/orders/uploads?locale=id-ID', file);
    const { peak: peakMiB } = await memoryOf(routing);
    return { bench: 'files', what: `orders ${format}`, ...took, restMiB, peakMiB };
  });
}

const HEADINGS = ['kunci', 'komoditas', 'jumlah', 'satuan', 'butuh sebelum', 'pembeli', 'nib'];

const FILES = {
  csv: (rows: readonly Row[]) => ({
    type: 'text/csv',
    body: [HEADINGS, ...rows]
      .map((row) => `${row.map((cell) => String(cell).replace('.', ',')).join(';')}\r\n`)
      .join(''),
    rows: rows.length,
  }),
  xlsx: async (rows: readonly Row[]) => ({
    type: XLSX,
    body: await writeXlsxFile([HEADINGS, ...rows].map((row) => row.map((value) => ({ value })))).toBuffer(),
    rows: rows.length,
  }),
};

function orderRows(): Row[] {
  const [order] = sampleOrders('in-force', 'sugar');
  const line = order?.lines[0];
  if (!line) throw new Error('The sample has no orders.');
  return Array.from({ length: ORDERS }, (_, index) => [
    `B-${String(index + 1)}`,
    line.commodity,
    0.1,
    'kg',
    line.needBy,
    `Pembeli ${String(index % 500)} (sintetis)`,
    String(1_000_000_000_000 + (index % 500)),
  ]);
}
