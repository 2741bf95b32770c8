import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { agreementInputs, lotInput, orderBody, RoutingFixture } from './routing-app.js';

const KG = 1_000;

interface ProblemBody {
  readonly code: string;
  readonly status: number;
  readonly errors?: { pointer: string }[];
}

describe('an order over HTTP', () => {
  let routing: RoutingFixture;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    routing = await RoutingFixture.open();
    app = await routing.replica();
    await routing.feed(app, [
      ...agreementInputs('13.03', 1_000),
      ...agreementInputs('73', 1_000),
      lotInput('A', 5_000, ['P-IRT']),
    ]);
  });

  afterAll(() => routing.close());

  const orders = async (): Promise<number> => {
    const [row] = await routing.dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM orders');
    return row!.n;
  };

  it('is answered with its promise, and the rest with reasons that add up', async () => {
    const { status, body } = await routing.post(app, '/api/orders', orderBody(1_200, { certificates: ['P-IRT'] }));
    const [line] = body.lines;
    expect(status).toBe(201);
    expect([body.status, line!.quantity, line!.promised]).toEqual(['promised-in-part', 1_200 * KG, 1_000 * KG]);
    expect(line!.unfilled.map(({ code, quantity }) => [code, quantity])).toEqual([['QUOTA_EXHAUSTED', 200 * KG]]);
    const { body: read } = await routing.get(app, `/api/orders/${body.id}`);
    expect(read).toEqual(body);
  });

  it('is answered 201 also when nothing can be promised', async () => {
    const { status, body } = await routing.post(app, '/api/orders', orderBody(5, { certificates: ['HALAL'] }), {
      region: '73',
    });
    expect([status, body.status, body.lines[0]!.unfilled[0]!.code]).toEqual([
      201,
      'promised-not-at-all',
      'CERTIFICATE_MISSING',
    ]);
  });

  it('says REGION_NOT_COVERED where no terms cover the delivery', async () => {
    const { status, body } = await routing.post(app, '/api/orders', orderBody(5, {}, { origin: '33.02' }), {
      region: '91',
    });
    expect([status, body.lines[0]!.unfilled[0]!.code]).toEqual([201, 'REGION_NOT_COVERED']);
  });

  it('asks for the origin where terms do not name exactly one', async () => {
    const { status, body } = await routing.post<ProblemBody>(app, '/api/orders', orderBody(5), { region: '91' });
    expect([status, body.code]).toEqual([422, 'ORIGIN_REQUIRED']);
  });

  it.each<[string, object, string]>([
    ['a quantity of 0', { quantity: 0 }, '/lines/0/quantity'],
    ['a negative quantity', { quantity: -1 }, '/lines/0/quantity'],
    ['a minimum above the quantity', { quantity: 1, minimum: 2 }, '/lines/0/minimum'],
    ['a decimal comma', { quantity: '1,5' }, '/lines/0/quantity'],
    ['15.000 without a locale', { quantity: '15.000' }, '/lines/0/quantity'],
    ['less than a gram', { quantity: '0.0001' }, '/lines/0/quantity'],
    ['more than 2^53', { quantity: '9007199254740993' }, '/lines/0/quantity'],
    ['a kodi of sugar', { unit: 'kodi' }, '/lines/0/unit'],
    ['an unknown unit', { unit: 'sack' }, '/lines/0/unit'],
    ['an unknown commodity', { commodity: 'gold' }, '/lines/0/commodity'],
    ['a day that does not exist', { needBy: '2027-02-29' }, '/lines/0/needBy'],
    ['a need-by in the past', { needBy: '2019-01-01' }, '/lines/0/needBy'],
    ['a BPS code', { deliverTo: '1303' }, '/lines/0/deliverTo'],
    ['a delivery into another region', { deliverTo: '73.71' }, '/lines/0/deliverTo'],
    ['a status set by the client', { status: 'allocated' }, '/lines/0/status'],
    ['a price that is no whole rupiah', { maxLandedPrice: 1.5 }, '/lines/0/maxLandedPrice'],
    ['NaN as text', { quantity: 'NaN' }, '/lines/0/quantity'],
  ])('refuses %s with a pointer and keeps nothing', async (_, line, pointer) => {
    const before = await orders();
    const { status, body } = await routing.post<ProblemBody>(app, '/api/orders', orderBody(5, line));
    expect(status).toBe(422);
    expect(body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect(await orders()).toBe(before);
  });

  it.each<[string, string, number]>([
    ['an empty body', '', 400],
    ['a cut body', '{"buyer":', 400],
    ['a byte order mark', '\ufeff{}', 400],
    ['200,000 levels', '['.repeat(200_000), 400],
    ['a body over 256 KiB', JSON.stringify({ x: 'y'.repeat(300_000) }), 413],
    [
      '1e400',
      '{"buyer":{"name":"x"},"lines":[{"commodity":"sugar","quantity":1e400,"unit":"kg","needBy":"2030-01-01"}]}',
      422,
    ],
    ['__proto__', '{"__proto__":{"admin":true},"buyer":{"name":"x"},"lines":[]}', 422],
  ])('answers %s with a problem', async (_, body, expected) => {
    const answer = await routing.post<ProblemBody>(app, '/api/orders', body);
    expect([answer.status, answer.body.status]).toEqual([expected, expected]);
  });

  it('wants an idempotency key', async () => {
    const { status, body } = await routing.post<ProblemBody>(app, '/api/orders', orderBody(5), { key: undefined });
    expect([status, body.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
  });

  it('does not exist for another region: not to read, not to list, not to cancel', async () => {
    const { body } = await routing.post(app, '/api/orders', orderBody(5));
    const read = await routing.get(app, `/api/orders/${body.id}`, '73');
    const list = await routing.get<{ items: { partner: string }[] }>(app, '/api/orders', '73');
    const cancel = await routing.post(app, `/api/orders/${body.id}/cancellation`, {}, { region: '73' });
    expect([read.status, cancel.status]).toEqual([404, 404]);
    expect(new Set(list.body.items.map(({ partner }) => partner))).toEqual(new Set(['73']));
  });

  it('can be cancelled once; what it held is there for others', async () => {
    const placed = await routing.post(app, '/api/orders', orderBody(300), { region: '73' });
    const cancelled = await routing.post(app, `/api/orders/${placed.body.id}/cancellation`, {}, { region: '73' });
    const again = await routing.post<ProblemBody>(
      app,
      `/api/orders/${placed.body.id}/cancellation`,
      {},
      { region: '73' },
    );
    expect([cancelled.status, cancelled.body.status, cancelled.body.lines[0]!.promised]).toEqual([200, 'cancelled', 0]);
    expect([again.status, again.body.code]).toEqual([409, 'ILLEGAL_TRANSITION']);
  });

  it('is listed with those placed last first, a page at a time', async () => {
    const placed: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const { body } = await routing.post(app, '/api/orders', orderBody(1), { region: '73' });
      placed.unshift(body.id);
    }
    const page = async (query: string) => {
      interface Listed {
        items: { id: string }[];
        next: string;
      }
      const { body } = await routing.get<Listed>(app, `/api/orders?limit=3${query}`, '73');
      return { ids: body.items.map(({ id }) => id), next: body.next };
    };
    const first = await page('');
    const second = await page(`&cursor=${first.next}`);
    expect([...first.ids, ...second.ids].slice(0, 5)).toEqual(placed);
  });

  it('is found by the end of its id, its buyer or its reference, by its state, and after those that are open', async () => {
    const placed = async (reference: string, name: string) =>
      (await routing.post(app, '/api/orders', orderBody(1, {}, { reference, buyer: { name } }))).body;
    const [first, second] = [await placed('CARI-1', 'Toko Cari Sungguh'), await placed('CARI-2', 'Toko Lain')];
    const found = async (query: string) => {
      const { body } = await routing.get(app, `/api/orders?${query}`);
      return (body as unknown as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    expect(await found('search=cari-')).toEqual([second.id, first.id]);
    expect(await found('search=cari%20sungguh')).toEqual([first.id]);
    expect(await found(`search=no.%20${first.id.slice(-6)}`)).toEqual([first.id]);
    await routing.post(app, `/api/orders/${second.id}/cancellation`, {});
    expect(await found('search=cari-&order=open-first')).toEqual([first.id, second.id]);
    expect(await found(`search=cari-&order=open-first&cursor=${first.id}`)).toEqual([second.id]);
    expect(await found('search=cari-&status=cancelled')).toEqual([second.id]);
  });

  it('may only be bound by those who run the market', async () => {
    const partner = await routing.post<ProblemBody>(app, '/api/orders/runs', {});
    const stranger = await routing.post<ProblemBody>(
      app,
      '/api/orders/runs',
      {},
      { role: 'registry-officer', region: '34.01', key: 'x' },
    );
    const elsewhere = await routing.post<ProblemBody>(
      app,
      '/api/orders/runs',
      { origin: '33.02' },
      { role: 'registry-officer', region: '34.01' },
    );
    expect([partner.status, stranger.status, elsewhere.status]).toEqual([403, 201, 404]);
  });
});
