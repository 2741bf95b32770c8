import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DataSource } from 'typeorm';
import type { MergeDecided } from '#contracts/merges.js';
import { Transactions } from '#platform/database/transactions.js';
import { recordMerge } from '../src/merging/record-merge.js';
import { idsByReference } from '../src/persistence/ids-by-reference.js';
import { startRegistry, type Registry } from './registry.js';
import { repeatAll } from './repeat-all.js';
import { aCertificate, aCooperative, aProducer, certify, figures, register } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

const KG = 1_000;
const NOW = new Date('2019-03-04T02:00:00Z');
let serial = 0;

const ask = (duplicate: string, keep: string) => registry.post(`/merge-proposals/${duplicate}/accept`, { keep });
const rows = <Row>(sql: string, parameters: unknown[]): Promise<Row[]> =>
  registry.app.get(DataSource).query<Row[]>(sql, parameters);

/** What routing answers. */
async function answer(merge: { id: string; duplicate: string; keep: string }, refused?: MergeDecided['reason']) {
  const about = { mergeId: merge.id, origin: '33.02', duplicateId: merge.duplicate, keepId: merge.keep };
  const decided = refused ? ({ outcome: 'refused', reason: refused } as const) : ({ outcome: 'done' } as const);
  await registry.app.get(Transactions).run((tx) => recordMerge(tx, { ...about, ...decided }, NOW));
}

/** Two members of a cooperative with one NIK, both verified; both have given to one lot. */
async function twins() {
  serial += 1;
  const nik = `330216410180${String(serial).padStart(4, '0')}`;
  const { cooperative, product } = await aCooperative(registry, 0);
  const about = { nik, nikPurpose: 'uji' };
  const keep = await register(registry, aProducer({ ...about, name: 'Ibu Sari', reference: `K-${nik}` }));
  const duplicate = await register(registry, aProducer({ ...about, name: 'Bu Sari', reference: `D-${nik}` }));
  const other = await register(registry);
  await registry.post(`/producers/${cooperative}/members`, { members: [keep, duplicate, other] });
  return { cooperative, product, keep, duplicate, other, nik };
}

function statement({ cooperative, product }: { cooperative: string; product: string }, parts: [string, number][]) {
  const contributions = parts.map(([producerId, kg]) => ({ producerId, ...figures(kg * KG) }));
  return { sellerId: cooperative, productId: product, date: '2019-03-04', floorPrice: 16_500, contributions };
}

describe('a merge that was asked for', () => {
  it('is told to routing, and is shown until it is decided', async () => {
    const { keep, duplicate } = await twins();
    const { status, body } = await ask(duplicate, keep);
    expect([status, body]).toEqual([202, { id: body.id, duplicate, keep, state: 'asked' }]);
    const event = (await registry.events()).find(({ subject }) => subject === `merge:${String(body.id)}`);
    expect(event).toMatchObject({
      type: 'serap.surplus.merge-requested.v1',
      sequence: 1,
      data: { mergeId: body.id, origin: '33.02', duplicateId: duplicate, keepId: keep },
    });
    const shown = await registry.get(`/merges/${String(body.id)}`);
    expect(shown.body).toMatchObject({
      state: 'asked',
      duplicateName: 'Bu Sari',
      keepName: 'Ibu Sari',
      decidedAt: null,
    });
    await answer(body, 'MERGED_ALREADY');
    expect((await registry.get(`/merges/${String(body.id)}`)).body).toMatchObject({
      state: 'refused',
      reason: 'MERGED_ALREADY',
    });
    expect((await registry.get(`/producers/${duplicate}`)).body).toMatchObject({
      status: 'verified',
      mergedInto: null,
    });
    // Nothing has moved: it is proposed again, and may be asked for again.
    const { items } = (await registry.get('/merge-proposals')).body as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toContain(duplicate);
    const again = await ask(duplicate, keep);
    expect(again.status).toBe(202);
    const page = (await registry.get('/merges?limit=1')).body as { items: { id: string }[]; next?: string };
    expect(page.items).toMatchObject([{ id: again.body.id, state: 'asked' }]);
    const next = (await registry.get(`/merges?limit=1&cursor=${page.next!}`)).body as { items: { id: string }[] };
    expect(next.items).toMatchObject([{ id: body.id }]);
    const elsewhere = { region: '33.04' };
    expect((await registry.get(`/merges/${String(body.id)}`, elsewhere)).status).toBe(404);
    expect((await registry.get('/merges', elsewhere)).body.items).toEqual([]);
  });

  it('lets neither of the two be changed meanwhile, and says why', async () => {
    const household = await twins();
    const { keep, duplicate, other } = household;
    const certificate = (await registry.post(`/producers/${duplicate}/certificates`, aCertificate())).body.id as string;
    await registry.post('/stock-statements', statement(household, [[keep, 3]]));
    const asked = await ask(duplicate, keep);
    const right = { productId: household.product, produced: 0, committedToExport: 0, committedAtHome: 0, held: 0 };
    const attempts = [
      ask(duplicate, keep),
      registry.post(`/merge-proposals/${duplicate}/decline`, { keep }),
      registry.post(`/producers/${keep}/suspend`),
      registry.post(`/producers/${duplicate}/close`),
      registry.post(`/certificates/${certificate}/verify`),
      registry.post(
        '/stock-statements',
        statement(household, [
          [duplicate, 1],
          [other, 2],
        ]),
      ),
      registry.post('/stock-statements/corrections', { ...right, producerId: keep, reason: 'salah tulis' }),
    ];
    for (const { status, body } of await Promise.all(attempts)) {
      expect([status, body.code, body.detail]).toEqual([
        409,
        'ILLEGAL_TRANSITION',
        'This producer is being merged with another. Wait for the outcome, then try again.',
      ]);
    }
    // Whoever is not concerned goes on.
    expect((await registry.post('/stock-statements', statement(household, [[other, 2]]))).status).toBe(201);
    await answer(asked.body);
    expect((await registry.post(`/producers/${keep}/suspend`)).status).toBe(200);
  });

  it('is refused at once while only one of the two is suspended', async () => {
    const { keep, duplicate } = await twins();
    await registry.post(`/producers/${duplicate}/suspend`);
    expect(await ask(duplicate, keep)).toMatchObject({ status: 409, body: { code: 'ILLEGAL_TRANSITION' } });
    await registry.post(`/producers/${keep}/suspend`);
    expect((await ask(duplicate, keep)).status).toBe(202);
  });
});

describe('goods that wait until their producers are verified', () => {
  afterEach(() => registry.put('/policy', { selfDeclared: 'sold' }));

  it('are not merged with those of a verified one; those of two drafts wait under one name', async () => {
    await registry.put('/policy', { selfDeclared: 'held' });
    const household = await twins();
    const { keep, duplicate, cooperative, product, nik } = household;
    const draft = await register(registry, aProducer({ nik, nikPurpose: 'uji' }), false);
    const other = await register(registry, aProducer({ nik, nikPurpose: 'uji' }), false);
    await registry.post(`/producers/${cooperative}/members`, { members: [draft, other] });
    await registry.post(
      '/stock-statements',
      statement({ cooperative, product }, [
        [keep, 3],
        [draft, 2],
        [other, 1],
      ]),
    );
    expect(await ask(draft, keep)).toMatchObject({ status: 409, body: { code: 'ILLEGAL_TRANSITION' } });
    const { body: merge } = await ask(other, draft);
    await answer(merge);
    const held = await rows('SELECT DISTINCT producer_id FROM verification_hold WHERE producer_id = ANY($1)', [
      [keep, duplicate, draft, other],
    ]);
    expect(held).toEqual([{ producer_id: draft }]);
    await registry.post(`/producers/${draft}/verify`);
    expect((await ask(draft, keep)).status).toBe(202);
  });
});

describe('a merge that is done', () => {
  it('closes the duplicate, says who it is now, and gives its members, statements and lots to the other', async () => {
    const household = await twins();
    const { cooperative, product, keep, duplicate, other } = household;
    const stated = await registry.post(
      '/stock-statements',
      statement(household, [
        [keep, 3],
        [other, 5],
        [duplicate, 2],
      ]),
    );
    const lot = stated.body.lots[0].id as string;
    const { body: merge } = await ask(duplicate, keep);
    await answer(merge);
    await answer(merge);
    expect((await registry.get(`/merges/${String(merge.id)}`)).body).toMatchObject({ state: 'done', reason: null });
    const closed = (await registry.get(`/producers/${duplicate}`)).body;
    expect(closed).toMatchObject({ status: 'closed', mergedInto: keep });
    const found = await registry.get(`/producers?reference=${closed.reference as string}`);
    expect(found.body.items).toMatchObject([{ id: duplicate, mergedInto: keep }]);
    const events = (await registry.events()).filter(({ subject }) => subject === `producer:${duplicate}`);
    expect(events.at(-1)).toMatchObject({ sequence: 3, data: { status: 'closed', mergedInto: keep } });
    const members = (await registry.get(`/producers?memberOf=${cooperative}`)).body.items as { id: string }[];
    expect(members.map(({ id }) => id).sort()).toEqual([keep, other].sort());
    const lines = await rows(
      'SELECT producer_id, produced, surplus FROM statement_line WHERE product_id = $1 ORDER BY surplus, producer_id',
      [product],
    );
    const sum = { produced: 5 * KG + 1_400, surplus: 5 * KG };
    expect(lines).toEqual(
      expect.arrayContaining([
        { producer_id: keep, ...sum },
        { producer_id: other, produced: 5 * KG + 700, surplus: 5 * KG },
      ]),
    );
    expect(lines).toHaveLength(2);
    const hash = createHash('sha256')
      .update(`${keep} ${String(5 * KG)}\n${other} ${String(5 * KG)}\n`)
      .digest('hex');
    expect(await rows('SELECT contributions_count, contributions_hash FROM lot WHERE id = $1', [lot])).toEqual([
      { contributions_count: 2, contributions_hash: hash },
    ]);
    // Nothing of it is held: it is for sale as before.
    const told = (await registry.events()).filter(({ subject }) => subject === `lot:${lot}`);
    expect(told.map(({ type }) => type)).toEqual(['serap.surplus.declared.v1']);
  });

  it('moves certificates; one that both have recorded counts once, and covers the goods of both', async () => {
    const household = await twins();
    const { keep, duplicate } = household;
    const stated = await registry.post('/stock-statements', statement(household, [[keep, 3]]));
    const lot = stated.body.lots[0].id as string;
    const [own, moved] = [aCertificate(), aCertificate()];
    const revoked = await certify(registry, keep, own);
    await registry.post(`/certificates/${revoked}/revoke`);
    const live = await certify(registry, duplicate, own);
    const recorded = (await registry.post(`/producers/${duplicate}/certificates`, moved)).body.id as string;
    const { body: merge } = await ask(duplicate, keep);
    await answer(merge);
    const held = (await registry.get(`/certificates?producer=${keep}`)).body.items as { id: string; status: string }[];
    expect(held.map(({ id, status }) => [id, status]).sort()).toEqual(
      [
        [live, 'verified'],
        [recorded, 'recorded'],
      ].sort(),
    );
    const left = (await registry.get(`/certificates?producer=${duplicate}`)).body.items as { id: string }[];
    expect(left.map(({ id }) => id)).toEqual([revoked]);
    const events = (await registry.events()).filter(({ subject }) => subject === `certificate:${live}`);
    expect(events.at(-1)).toMatchObject({ sequence: 2, data: { producerId: keep } });
    const lots = (await registry.events()).filter(({ subject }) => subject === `lot:${lot}`);
    expect(lots.at(-1)).toMatchObject({
      type: 'serap.surplus.certified.v1',
      data: { parts: [{ producerId: keep, certificates: [{ kind: 'P-IRT', until: '2023-05-31' }] }] },
    });
    // What is verified now is one producer's, and nobody else's.
    expect((await registry.post(`/certificates/${recorded}/verify`)).status).toBe(200);
  });

  it('lets what repeats go on as one, and waits with the day while it is decided', async () => {
    const household = await twins();
    const { cooperative, product, keep, duplicate } = household;
    const body = {
      ...statement(household, [
        [keep, 3],
        [duplicate, 2],
      ]),
      repeats: true,
    };
    await registry.post('/stock-statements', body);
    const { body: merge } = await ask(duplicate, keep);
    registry.setClock('2019-03-05T02:00:00Z');
    await repeatAll(registry);
    const days = () =>
      rows<{ day: string }>(
        'SELECT 1 FROM repetition_day d JOIN repetition r ON r.id = repetition_id WHERE seller_id = $1',
        [cooperative],
      );
    expect(await days()).toEqual([]);
    await answer(merge);
    await repeatAll(registry);
    expect(await days()).toHaveLength(1);
    expect(
      await rows(
        `SELECT producer_id, surplus FROM statement_line WHERE product_id = $1 AND stated_for = '2019-03-05'`,
        [product],
      ),
    ).toEqual([{ producer_id: keep, surplus: 5 * KG }]);
    registry.setClock('2019-03-04T02:00:00Z');
  });

  it('is found by its old number, and follows a second merge', async () => {
    const { keep, duplicate, nik } = await twins();
    const third = await register(registry, aProducer({ nik, nikPurpose: 'uji', reference: `T-${nik}` }), false);
    await answer((await ask(third, duplicate)).body);
    await answer((await ask(duplicate, keep)).body);
    for (const id of [duplicate, third]) {
      expect((await registry.get(`/producers/${id}`)).body).toMatchObject({ status: 'closed', mergedInto: keep });
    }
    const told = (await registry.events()).filter(({ subject }) => subject === `producer:${third}`);
    expect(told.map(({ sequence, data }) => [sequence, data.mergedInto])).toEqual([
      [1, undefined],
      [2, duplicate],
      [3, keep],
    ]);
    const found = await idsByReference(registry.dataSource, { origin: '33.02', aggregator: null }, [
      `T-${nik}`,
      `D-${nik}`,
    ]);
    expect([...found.values()]).toEqual([keep, keep]);
  });

  it('is in what a person may have of itself, and is forgotten with it', async () => {
    const { keep, duplicate, nik } = await twins();
    const { body: merge } = await ask(duplicate, keep);
    await answer(merge);
    const has = await registry.post(`/producers/${keep}/personal-data/export`, {});
    expect(has.body.registeredAs).toEqual([
      { id: duplicate, reference: `D-${nik}`, name: 'Bu Sari', village: '33.02.16.2007', nib: null, nik },
    ]);
    await registry.post(`/producers/${keep}/close`);
    expect((await registry.post(`/producers/${keep}/personal-data/erasure`, {})).status).toBe(200);
    for (const id of [keep, duplicate]) {
      expect((await registry.get(`/producers/${id}`)).body).toMatchObject({ name: 'dihapus', reference: null });
    }
  });
});
