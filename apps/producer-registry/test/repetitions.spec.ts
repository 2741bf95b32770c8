import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRegistry, type Registry } from './registry.js';
import { repeatAll } from './repeat-all.js';
import { aCooperative, figures } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
beforeEach(async () => {
  await registry.dataSource.query(`UPDATE repetition SET stopped_at = now() WHERE stopped_at IS NULL`);
  registry.setClock('2019-03-04T02:00:00Z');
});
afterAll(async () => {
  await registry.stop();
});

/** A cooperative of `count` members whose statement of today repeats. */
async function repeating(count = 2, changes: object = {}) {
  const { cooperative, members, product } = await aCooperative(registry, count);
  const contributions = members.map((producerId) => ({ producerId, ...figures(1_000) }));
  const statement = {
    sellerId: cooperative,
    productId: product,
    date: '2019-03-04',
    floorPrice: 16_500,
    contributions,
  };
  const answer = await registry.post('/stock-statements', { ...statement, repeats: true, ...changes });
  const { items } = (await registry.get('/stock-statements/repeating?limit=500')).body;
  const id: string | undefined = items.find(({ sellerId }: { sellerId: string }) => sellerId === cooperative)?.id;
  return { answer, id, cooperative, members, product, statement };
}

async function lotsOf(seller: string): Promise<[string, number][]> {
  const { items } = (await registry.get(`/lots?seller=${seller}&limit=500`)).body;
  return items.map(({ producedOn, quantity }: any) => [producedOn, quantity]);
}

async function put(id: string | undefined, body: object, region = '33.02') {
  const token = await registry.issuer.token(['registry-officer'], region);
  const answer = await fetch(`${registry.url}/api/registry/stock-statements/repeating/${id}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as any };
}

it('shows who repeats what of one seller, a page at a time, and nothing once it is stopped', async () => {
  const { id, cooperative, members } = await repeating(3);
  await repeating();
  const { items } = (await registry.get(`/stock-statements/repeating?seller=${cooperative}`)).body;
  expect(items).toMatchObject([{ id, sellerId: cooperative, contributors: 3 }]);
  const path = `/stock-statements/repeating/${String(id)}/contributions`;
  const first = (await registry.get(`${path}?limit=2`)).body;
  const rest = (await registry.get(`${path}?limit=2&after=${String(first.next)}`)).body;
  expect([...first.items, ...rest.items]).toMatchObject(
    members.map((producerId) => ({ producerId, name: expect.any(String), produced: 1_700, held: 100 })),
  );
  expect(rest.next).toBeUndefined();
  expect((await registry.get(path, { region: '73.71' })).status).toBe(404);
  await registry.post(`/stock-statements/repeating/${String(id)}/stop`);
  expect((await registry.get(path)).status).toBe(404);
});

describe('a statement that repeats', () => {
  it('is stated again when the origin’s day begins, and not before', async () => {
    const { answer, cooperative } = await repeating();
    expect(answer.status).toBe(201);
    registry.setClock('2019-03-04T16:59:30Z');
    await repeatAll(registry);
    expect(await lotsOf(cooperative)).toEqual([['2019-03-04', 2_000]]);
    registry.setClock('2019-03-04T17:00:00Z');
    await repeatAll(registry);
    expect(await lotsOf(cooperative)).toEqual([
      ['2019-03-04', 2_000],
      ['2019-03-05', 2_000],
    ]);
    const events = (await registry.events('serap.surplus.declared.v1')).filter(
      ({ data }) => data.sellerId === cooperative,
    );
    expect(events.map(({ data }) => [data.producedOn, data.bestBefore])).toEqual([
      ['2019-03-04', '2021-03-03'],
      ['2019-03-05', '2021-03-04'],
    ]);
  });

  it('catches up day by day after days of downtime, each once, with several replicas', async () => {
    const { cooperative, id } = await repeating(2, { bestBefore: '2019-03-14' });
    registry.setClock('2019-03-09T02:00:00Z');
    await repeatAll(registry);
    const days = ['04', '05', '06', '07', '08', '09'].map((day) => [`2019-03-${day}`, 2_000]);
    expect((await lotsOf(cooperative)).sort()).toEqual(days);
    await repeatAll(registry);
    expect(await lotsOf(cooperative)).toHaveLength(6);
    expect(await registry.count(`repetition_day WHERE repetition_id = '${id}'`)).toBe(5);
    const last = (await registry.events('serap.surplus.declared.v1'))
      .filter(({ data }) => data.sellerId === cooperative)
      .at(-1);
    expect(last?.data).toMatchObject({ producedOn: '2019-03-09', bestBefore: '2019-03-19' });
  });

  it('is stated for one day only when it does not say that it repeats', async () => {
    const { cooperative, id } = await repeating(1, { repeats: false });
    expect(id).toBeUndefined();
    registry.setClock('2019-03-06T02:00:00Z');
    await repeatAll(registry);
    expect(await lotsOf(cooperative)).toHaveLength(1);
  });

  it('leaves out who is suspended or has stated the day otherwise, and says how many', async () => {
    const { cooperative, members, product } = await repeating(3);
    await registry.post(`/producers/${members[0]}/suspend`);
    // A day is a producer's own or its cooperative's, never both.
    await registry.dataSource.query(
      `WITH s AS (INSERT INTO statement (id, origin, seller_id, product_id, stated_for, floor_price, stated_by, stated_at)
                  VALUES (gen_random_uuid(), '33.02', $1, $2, '2019-03-05', 0, 'test', now()) RETURNING id)
       INSERT INTO statement_line (statement_id, producer_id, product_id, stated_for, produced, committed_to_export,
                                   committed_at_home, held)
       SELECT id, $1, $2, '2019-03-05', 5, 0, 0, 0 FROM s`,
      [members[1], product],
    );
    registry.setClock('2019-03-05T02:00:00Z');
    await repeatAll(registry);
    expect((await lotsOf(cooperative)).at(-1)).toEqual(['2019-03-05', 1_000]);
    const { items } = (await registry.get('/stock-statements/repeating')).body;
    expect(items).toEqual([
      expect.objectContaining({ nextDay: '2019-03-06', last: expect.objectContaining({ leftOut: 2 }) }),
    ]);
  });

  it('passes over the days of a suspended seller, and stops with a closed one', async () => {
    const { cooperative, id } = await repeating(1);
    await registry.post(`/producers/${cooperative}/suspend`);
    registry.setClock('2019-03-05T02:00:00Z');
    await repeatAll(registry);
    await registry.post(`/producers/${cooperative}/verify`);
    registry.setClock('2019-03-06T02:00:00Z');
    await repeatAll(registry);
    expect((await lotsOf(cooperative)).map(([day]) => day)).toEqual(['2019-03-04', '2019-03-06']);
    await registry.post(`/producers/${cooperative}/close`);
    registry.setClock('2019-03-07T02:00:00Z');
    await repeatAll(registry);
    expect(await lotsOf(cooperative)).toHaveLength(2);
    expect(await registry.count(`repetition WHERE id = '${id}' AND stopped_by = 'clock'`)).toBe(1);
  });

  it('can be changed and stopped, from the next day on', async () => {
    const { cooperative, members, id } = await repeating(2);
    const contributions = [{ producerId: members[0], ...figures(70) }];
    expect(await put(id, { floorPrice: 17_000, contributions })).toMatchObject({
      status: 200,
      body: { from: '2019-03-05' },
    });
    registry.setClock('2019-03-05T02:00:00Z');
    await repeatAll(registry);
    expect((await registry.post(`/stock-statements/repeating/${id}/stop`)).status).toBe(200);
    registry.setClock('2019-03-08T02:00:00Z');
    await repeatAll(registry);
    expect(await lotsOf(cooperative)).toEqual([
      ['2019-03-04', 2_000],
      ['2019-03-05', 70],
    ]);
    expect((await registry.post(`/stock-statements/repeating/${id}/stop`)).status).toBe(404);
    expect((await put(id, { floorPrice: 1, contributions })).status).toBe(404);
  });

  it('gives way to a new one of the same seller and product', async () => {
    const { cooperative, statement, id } = await repeating(1);
    await registry.dataSource.query(
      `UPDATE repetition SET next_day = '2019-03-06', next_at = '2019-03-05T17:00:00Z' WHERE id = $1`,
      [id],
    );
    registry.setClock('2019-03-05T02:00:00Z');
    const anew = { ...statement, date: '2019-03-05', floorPrice: 1, repeats: true };
    expect((await registry.post('/stock-statements', anew)).status).toBe(201);
    registry.setClock('2019-03-06T02:00:00Z');
    await repeatAll(registry);
    expect(await registry.count(`repetition WHERE seller_id = '${cooperative}' AND stopped_at IS NULL`)).toBe(1);
    expect(
      await registry.count(`lot WHERE seller_id = '${cooperative}' AND produced_on = '2019-03-06' AND floor_price = 1`),
    ).toBe(1);
  });

  it.each([
    [
      'a stranger',
      (m: string) => [
        { producerId: '01900000-0000-7000-8000-000000000000', ...figures(1) },
        { producerId: m, ...figures(1) },
      ],
      '/contributions/0/producerId',
    ],
    [
      'one named twice',
      (m: string) => [
        { producerId: m, ...figures(1) },
        { producerId: m, ...figures(1) },
      ],
      '/contributions/1/producerId',
    ],
    [
      'more committed than made',
      (m: string) => [{ producerId: m, ...figures(1), produced: 1 }],
      '/contributions/0/produced',
    ],
    ['nobody', () => [], '/contributions'],
  ])('is not changed to %s', async (_, contributions, pointer) => {
    const { id, members } = await repeating(1);
    const answer = await put(id, { floorPrice: 1, contributions: contributions(members[0] ?? '') });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    expect(await registry.count(`repetition_line WHERE repetition_id = '${id}'`)).toBe(1);
  });

  it('begins today, and is not there for another region', async () => {
    const { answer } = await repeating(1, { date: '2019-03-03' });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/repeats' }] } });
    const { id, members } = await repeating(1);
    const contributions = [{ producerId: members[0], ...figures(1) }];
    expect((await put(id, { floorPrice: 1, contributions }, '73.71')).status).toBe(404);
    expect((await registry.post(`/stock-statements/repeating/${id}/stop`, undefined, { region: '73.71' })).status).toBe(
      404,
    );
    expect((await registry.get('/stock-statements/repeating', { region: '73.71' })).body.items).toEqual([]);
  });
});
