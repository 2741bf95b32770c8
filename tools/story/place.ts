import { setTimeout as sleep } from 'node:timers/promises';
import type { SampleOrder } from '../sample/sample-input.js';
import { waitUntilQuiet } from '../system/quiet.js';
import { kilograms, sumOf, type Cast, type Storyteller } from './chapter.js';

/** What of a line is bound to a lot. */
export interface Sale {
  readonly id: string;
  readonly lot: string;
  readonly quantity: number;
  readonly status: string;
}

export interface Order {
  readonly id: string;
  readonly partner: string;
  readonly status: string;
  readonly lines: readonly {
    readonly quantity: number;
    readonly promised: number;
    readonly allocated: number;
    readonly terms: readonly { readonly freight: number | null; readonly promised: number }[];
    readonly unfilled: readonly { readonly code: string; readonly quantity: number }[];
    readonly allocations: readonly Sale[];
  }[];
}

interface Upload {
  readonly id: string;
  readonly state: string;
  readonly rows: { readonly green: number; readonly red: number; readonly placed: number };
}

/** Each partner in its own way: a call, a stream and a spreadsheet, the last two sent twice. */
export async function placeByThreeWays(
  cast: Cast,
  { system, tell }: Storyteller,
  orders: readonly SampleOrder[],
): Promise<void> {
  const of = (partner: string): SampleOrder => {
    const order = orders.find((one) => one.partner === partner);
    if (!order) throw new Error(`${partner} has no order in the sample.`);
    return order;
  };
  await placeOne(cast, of('13.03'), 'story-first');
  await placeStreamTwice(cast, of('73'));
  const rows = await placeFileTwice(cast, of('82.71'));
  await waitUntilQuiet(system);
  tell(
    'Sijunjung orders by one call; South Sulawesi by a stream that is sent twice; Ternate by a spreadsheet ' +
      `that is uploaded twice: ${String(rows.placed)} row placed, ${String(rows.red)} row returned with its error.`,
  );
}

export function placeOne(cast: Cast, { partner, ...body }: SampleOrder, key: string): Promise<Order> {
  return cast.partner(partner).post<Order>('/api/orders', body, `${key}-${partner}`);
}

async function placeStreamTwice(cast: Cast, { partner, ...order }: SampleOrder): Promise<void> {
  const lines = [{ key: 'story-stream-1', order }];
  for (let time = 1; time <= 2; time += 1) {
    const [outcome] = await cast.partner(partner).postLines<{ status: string }>('/api/orders/bulk', lines);
    if (outcome?.status !== 'placed') throw new Error(`The stream's order was not placed: ${JSON.stringify(outcome)}`);
  }
}

async function placeFileTwice(cast: Cast, order: SampleOrder): Promise<Upload['rows']> {
  const committee = cast.partner(order.partner);
  const send = async (): Promise<Upload> => {
    const { id } = await committee.postFile<Upload>(
      '/api/orders/uploads?locale=id-ID&fileName=pesanan.csv',
      'text/csv',
      spreadsheet(order),
    );
    let upload = await committee.start<Upload>(`/api/orders/uploads/${id}/placement`, { rows: 'good' });
    while (upload.state !== 'placed') {
      await sleep(50);
      upload = await committee.get<Upload>(`/api/orders/uploads/${id}`);
    }
    return upload;
  };
  const first = await send();
  const second = await send();
  if (first.id !== second.id) throw new Error('The same file became two uploads.');
  return second.rows;
}

/** As an office's spreadsheet writes it, with a second row whose quantity nobody can read. */
function spreadsheet({ buyer, lines }: SampleOrder): string {
  const headings = [
    'komoditas',
    'jumlah',
    'satuan',
    'butuh sebelum',
    'pembeli',
    'tujuan',
    'harga maksimum',
    'sertifikat',
  ];
  const rows = lines.flatMap((line) => {
    const rest = [line.unit, line.needBy, buyer.name, line.deliverTo, line.maxLandedPrice, line.certificates.join(' ')];
    return [
      [line.commodity, new Intl.NumberFormat('id-ID').format(line.quantity), ...rest],
      [line.commodity, 'secukupnya', ...rest],
    ];
  });
  return [headings, ...rows].map((cells) => `${cells.join(';')}\r\n`).join('');
}

export async function ordersOf(cast: Cast): Promise<Order[]> {
  return (await cast.operations.get<{ items: Order[] }>('/api/orders?limit=500')).items;
}

/** What of all orders is promised and what is not, with the reasons, in one sentence. */
export function promises(orders: readonly Order[]): string {
  const lines = orders.flatMap((order) => order.lines);
  const unfilled = lines.flatMap((line) => line.unfilled.map(({ code, quantity }) => `${kilograms(quantity)} ${code}`));
  return (
    `${kilograms(sumOf(lines, ({ promised }) => promised))} of ${kilograms(sumOf(lines, ({ quantity }) => quantity))} ordered ` +
    `are promised${unfilled.length === 0 ? '' : `; not yet: ${unfilled.join(', ')}`}.`
  );
}
