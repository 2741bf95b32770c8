import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Transactions } from '#platform/database/transactions.js';
import { keepBalance } from '../src/surplus/keep-balance.js';
import { ndjson, startRegistry, type Registry } from './registry.js';
import { aCertificate, aCooperative, aProduct, aProducer, certify, figures, register } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

const day = '2019-03-04';
let numbers = 30_075_721_216;
/** Of a number of its own. */
const halal = () => aCertificate({ kind: 'HALAL', number: `000${String((numbers += 1))}`, until: undefined });

async function declare(statement: object, key?: string) {
  return registry.post('/stock-statements', { date: day, floorPrice: 16_500, ...statement }, key ? { key } : {});
}

const declared = async (lotId: string) =>
  (await registry.events('serap.surplus.declared.v1')).filter(({ subject }) => subject === `lot:${lotId}`);

describe('a statement of an aggregator', () => {
  it('offers the sum of what its members have left, and nothing that is committed', async () => {
    const { cooperative, members, product } = await aCooperative(registry, 3);
    await certify(registry, cooperative);
    const contributions = members.map((producerId, i) => ({ producerId, ...figures([1_900, 0, 2_101][i] ?? 0) }));
    const answer = await declare({ sellerId: cooperative, productId: product, contributions });
    expect(answer).toMatchObject({ status: 201, body: { surplus: 4_001, lots: [{ quantity: 4_001 }] } });
    const [lot] = answer.body.lots;
    const [event, ...more] = await declared(lot.id);
    expect(more).toEqual([]);
    const kept = [contributions[0], contributions[2]].map((c, i) => ({
      producerId: c?.producerId,
      quantity: [1_900, 2_101][i],
    }));
    expect(event).toMatchObject({
      sequence: 1,
      key: '33.02',
      data: {
        pooled: true,
        quantity: 4_001,
        producedOn: day,
        bestBefore: '2021-03-03',
        certificates: [{ kind: 'P-IRT', until: '2023-05-31' }],
        verified: true,
        standingConsent: true,
        chunks: 1,
        contributionsCount: 2,
        contributions: kept,
        contributionsHash: createHash('sha256')
          .update(kept.map(({ producerId, quantity }) => `${producerId} ${quantity}\n`).join(''))
          .digest('hex'),
      },
    });
  });

  it('makes one pool per set of certificates', async () => {
    const { cooperative, members, product } = await aCooperative(registry, 3);
    await certify(registry, cooperative);
    await certify(registry, members[1] ?? '', halal());
    const contributions = members.map((producerId) => ({ producerId, ...figures(1_000) }));
    const { body } = await declare({ sellerId: cooperative, productId: product, contributions });
    expect(body.lots.map(({ quantity, certificates }: any) => [quantity, certificates])).toEqual([
      [2_000, ['P-IRT']],
      [1_000, ['HALAL', 'P-IRT']],
    ]);
  });

  it('counts no certificate that is unverified, revoked, ended or for other goods', async () => {
    const { cooperative, members, product } = await aCooperative(registry, 1);
    await registry.post(`/producers/${cooperative}/certificates`, aCertificate());
    const revoked = await certify(registry, cooperative, halal());
    await registry.post(`/certificates/${revoked}/revoke`);
    registry.setClock('2019-03-03T02:00:00Z');
    await certify(registry, cooperative, aCertificate({ kind: 'ORGANIC', number: 'ORG-1', until: '2019-03-03' }));
    registry.setClock('2019-03-04T02:00:00Z');
    await certify(
      registry,
      cooperative,
      aCertificate({ kind: 'SNI', number: '12/S.01/LSPR/2018', products: ['cassava-chips'] }),
    );
    const contributions = [{ producerId: members[0], ...figures(500) }];
    const { body } = await declare({ sellerId: cooperative, productId: product, contributions });
    expect(body.lots).toEqual([expect.objectContaining({ certificates: [] })]);
  });

  it('comes in chunks of 500 that carry every contribution once, in order', async () => {
    const rows = Array.from({ length: 1_201 }, (_, i) => aProducer({ reference: `C-${i}` }));
    const bulk = await registry.post('/producers/bulk', ndjson(rows), { type: 'application/x-ndjson' });
    const members: string[] = bulk.body.map(({ id }: { id: string }) => id);
    const { cooperative, product } = await aCooperative(registry, 1);
    await registry.post(`/producers/${cooperative}/members`, { members });
    const lines = members.map((producerId, i) => ({ producerId, ...figures(i + 1) }));
    const stream = ndjson([{ sellerId: cooperative, productId: product, date: day, floorPrice: 0 }, ...lines]);
    const options = { type: 'application/x-ndjson', key: 'chunks' };
    const answer = await registry.post('/stock-statements', stream, options);
    expect(answer.status).toBe(201);
    const events = await declared(answer.body.lots[0].id);
    expect(events.map(({ sequence, data }) => [sequence, data.chunk, data.chunks, data.contributions.length])).toEqual([
      [1, 1, 3, 500],
      [2, 2, 3, 500],
      [3, 3, 3, 201],
    ]);
    const all = events.flatMap(({ data }) => data.contributions);
    expect(all.map(({ producerId }) => producerId)).toEqual(members);
    expect(all.reduce((sum: number, { quantity }: { quantity: number }) => sum + quantity, 0)).toBe(
      (1_201 * 1_202) / 2,
    );
    expect(events[0]?.data).toMatchObject({
      quantity: (1_201 * 1_202) / 2,
      verified: false,
      contributionsCount: 1_201,
    });
    // The stream's own lines belong to the key.
    expect((await registry.post('/stock-statements', stream, options)).body).toEqual(answer.body);
    const other = await registry.post('/stock-statements', stream.replace(day, '2019-03-03'), options);
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const page = await registry.get(`/lots/${answer.body.lots[0].id}/contributions?limit=5000`);
    expect(page.body.items).toHaveLength(1_201);
  });
});

describe('a statement of a single producer', () => {
  it('yields a lot of its own, in which nothing spoils when the product does not', async () => {
    const producer = await register(registry);
    const { body } = await registry.post('/products', {
      ...aProduct({ commodity: 'bandol-sandals', unit: 'PAIR' }),
      shelfLifeDays: undefined,
    });
    const answer = await declare({ sellerId: producer, productId: body.id, ...figures(40) });
    const [event] = await declared(answer.body.lots[0].id);
    expect(event?.data).toMatchObject({
      pooled: false,
      quantity: 40,
      contributions: [{ producerId: producer, quantity: 40 }],
    });
    expect(event?.data).not.toHaveProperty('bestBefore');
  });

  it('takes a best-before of its own before the product’s', async () => {
    const producer = await register(registry);
    const { body } = await registry.post('/products', aProduct({ name: 'Gula semut lain' }));
    const answer = await declare({ sellerId: producer, productId: body.id, bestBefore: '2020-01-01', ...figures(40) });
    expect((await registry.get(`/lots/${answer.body.lots[0].id}`)).body.bestBefore).toBe('2020-01-01');
  });
});

describe('a product that is sold in packages', () => {
  const rice = (changes: object): Record<string, unknown> => aProduct({ commodity: 'rice', ...changes });
  const sizes = [
    { name: 'karung', size: 25_000 },
    { name: 'lepas', size: 1 },
    { name: 'bal', size: 5_000 },
  ];

  it('yields lots in the smallest of them; one that is not, in any quantity', async () => {
    const producer = await register(registry);
    const stated = async (product: Record<string, unknown>): Promise<unknown> => {
      const { body } = await registry.post('/products', product);
      const answer = await declare({ sellerId: producer, productId: body.id, ...figures(40) });
      const [event] = await declared(answer.body.lots[0].id);
      return event?.data.sack;
    };
    expect(await stated(rice({ soldInPackages: true, packaging: sizes }))).toBe(5_000);
    expect(await stated(aProduct({ commodity: 'cassava', packaging: sizes }))).toBeUndefined();
    const { body } = await registry.get('/products?commodity=rice');
    expect(body.items).toMatchObject([{ soldInPackages: true }]);
  });

  it.each([
    ['no package of more than one unit', { soldInPackages: true, packaging: sizes.slice(1, 2) }, '/packaging'],
    ['another package than the commodity', { soldInPackages: true, packaging: sizes.slice(0, 1) }, '/soldInPackages'],
    ['none, unlike the commodity', { packaging: sizes }, '/soldInPackages'],
  ])('is refused with %s', async (_, changes, pointer) => {
    const answer = await registry.post('/products', rice({ name: 'Beras lain', ...changes }));
    expect(answer).toMatchObject({ status: 422, body: { code: 'UNIT_MISMATCH', errors: [{ pointer }] } });
  });
});

it('one producer’s stock is declared once, even 20 times in parallel', async () => {
  const { members, product } = await aCooperative(registry, 1);
  const own = { sellerId: members[0], productId: product, ...figures(10) };
  const answers = await Promise.all(Array.from({ length: 20 }, () => declare(own, 'parallel-statement')));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(await registry.count(`lot WHERE seller_id = '${members[0]}'`)).toBe(1);
  const others = await Promise.all(Array.from({ length: 5 }, () => declare({ ...own, date: '2019-03-03' })));
  expect(others.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(others.filter(({ status }) => status === 422)).toHaveLength(4);
});

it('another region neither sells through this one’s seller nor sees its lots', async () => {
  const { members, product } = await aCooperative(registry, 1);
  const own = { sellerId: members[0], productId: product, date: day, floorPrice: 0, ...figures(10) };
  expect((await registry.post('/stock-statements', own, { region: '73.71' })).status).toBe(404);
  const { body } = await registry.post('/stock-statements', own);
  expect((await registry.get(`/lots/${body.lots[0].id}`, { region: '73.71' })).status).toBe(404);
  expect((await registry.get('/lots', { region: '73.71' })).body.items).toEqual([]);
});

it('a lot shows the newest balance that routing told, in whatever order it came', async () => {
  const { members, product } = await aCooperative(registry, 1);
  const { body } = await declare({ sellerId: members[0], productId: product, ...figures(10) });
  const lotId: string = body.lots[0].id;
  expect((await registry.get(`/lots/${lotId}`)).body.balance).toBeNull();
  const balance = (free: number) => ({
    lotId,
    origin: '33.02',
    commodity: 'granulated-coconut-sugar',
    unit: 'GRAM' as const,
    declared: 10,
    free,
    held: 0,
    offered: 0,
    confirmed: 10 - free,
    inTransit: 0,
    delivered: 0,
    withdrawn: 0,
    writtenOff: 0,
  });
  const transactions = registry.app.get(Transactions);
  for (const [version, free] of [
    [1, 10],
    [3, 2],
    [2, 5],
    [3, 2],
  ] as const) {
    await transactions.run((tx) => keepBalance(tx, balance(free), version));
  }
  expect((await registry.get(`/lots/${lotId}`)).body.balance).toMatchObject({ version: 3, free: 2, confirmed: 8 });
});
