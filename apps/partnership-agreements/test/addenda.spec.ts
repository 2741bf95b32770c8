import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aFullFile, aTerm, startAgreements, toPks, walk, type Agreements } from './agreements.js';

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
beforeEach(() => {
  agreements.setClock('2019-03-04T02:00:00Z');
});
afterAll(async () => {
  await agreements.stop();
});

const PRICES = { minimum: 16_500, maximum: 21_000 };
let hashes = 0;
/** An addendum, valid by default. */
function anAddendum(changes: object = {}): Record<string, unknown> {
  hashes += 1;
  return { number: `${String(hashes + 2)}/2019`, sha256: hashes.toString(16).padStart(64, '0'), ...changes };
}

const rows = [aTerm(), aTerm({ commodity: 'cassava-chips', quota: 500 })];

/** In force, with two rows. */
async function inForce(): Promise<string> {
  const id = await aFullFile(agreements);
  await agreements.post(`/${id}/terms`, { terms: rows });
  await walk(agreements, id, toPks);
  return id;
}

async function heard(id: string) {
  const events = (await agreements.events()).filter(({ subject }) => subject === `agreement:${id}`);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  return events;
}

describe('an addendum', () => {
  it('tells of the rows that went, of every row of the new edition, then of the stage', async () => {
    const id = await inForce();
    const before = (await heard(id)).length;
    const terms = [aTerm({ quota: 4_000_000 }), aTerm({ commodity: 'bandol-sandals', unit: 'PAIR', quota: 40 })];
    const answer = await agreements.post(`/${id}/addenda`, anAddendum({ terms, effectiveTo: '2020-02-29' }));
    expect(answer).toMatchObject({ status: 201, body: { id, edition: 2 } });
    const events = (await heard(id)).slice(before).map(({ type, data }) => ({ type, ...data }));
    expect(events).toEqual([
      expect.objectContaining({ commodity: 'cassava-chips', quota: 500, removed: true, edition: 2 }),
      expect.objectContaining({ commodity: 'granulated-coconut-sugar', quota: 4_000_000, removed: false, edition: 2 }),
      expect.objectContaining({ commodity: 'bandol-sandals', quota: 40, removed: false, edition: 2 }),
      expect.objectContaining({
        type: 'serap.agreement.stage-changed.v1',
        stage: 'in-force',
        edition: 2,
        effectiveTo: '2020-02-29T17:00:00.000Z',
      }),
    ]);
    const { body } = await agreements.get(`/${id}`);
    expect(body.history.slice(-2).map(({ stage }: { stage: string }) => stage)).toEqual(['addendum', 'in-force']);
    expect(body.documents.at(-1)).toMatchObject({ kind: 'addendum', number: `${String(hashes + 2)}/2019` });
  });

  it('keeps the id of a row for its destination and commodity, so that what was spent stays spent', async () => {
    const id = await inForce();
    const idOf = async (commodity: string): Promise<string> =>
      (await agreements.get(`/${id}`)).body.terms.find((term: any) => term.commodity === commodity).id;
    const [sugar, chips] = [await idOf('granulated-coconut-sugar'), await idOf('cassava-chips')];
    const terms = [
      aTerm({ quota: 1, freight: 9, transitDays: 3 }),
      aTerm({ commodity: 'cassava-chips', period: 'year' }),
    ];
    await agreements.post(`/${id}/addenda`, anAddendum({ terms }));
    expect(await idOf('granulated-coconut-sugar')).toBe(sugar);
    // A quota a year is another count than a quota a day.
    expect(await idOf('cassava-chips')).not.toBe(chips);
  });

  it('is shown in two columns', async () => {
    const id = await inForce();
    const terms = [
      aTerm({
        quota: 4_000_000,
        transitDays: 9,
        reserved: 500_000,
        releaseHour: 12,
        priceBand: PRICES,
        paymentDays: 14,
        loadTolerance: 0,
      }),
      aTerm({ commodity: 'bandol-sandals', unit: 'PAIR' }),
    ];
    await agreements.post(`/${id}/addenda`, anAddendum({ terms }));
    await agreements.post(`/${id}/addenda`, anAddendum({ effectiveTo: '2020-01-31', remark: 'diperpanjang' }));
    const { body } = await agreements.get(`/${id}/addenda/2`);
    expect(body.before).toMatchObject({ edition: 1, effectiveTo: '2019-12-31' });
    expect(body.after).toMatchObject({
      edition: 2,
      effectiveTo: '2019-12-31',
      number: expect.stringMatching(/^\d+\/2019$/),
    });
    expect(body.rows).toEqual([
      expect.objectContaining({ commodity: 'bandol-sandals', change: 'added', before: null }),
      expect.objectContaining({ commodity: 'cassava-chips', change: 'removed', after: null }),
      expect.objectContaining({
        commodity: 'granulated-coconut-sugar',
        change: 'changed',
        fields: ['quota', 'reserved', 'releaseHour', 'priceBand', 'transitDays', 'paymentDays', 'loadTolerance'],
        before: expect.objectContaining({
          quota: 3_500_000,
          transitDays: 14,
          priceBand: null,
          paymentDays: null,
          loadTolerance: null,
        }),
        after: expect.objectContaining({
          quota: 4_000_000,
          transitDays: 9,
          priceBand: PRICES,
          paymentDays: 14,
          loadTolerance: 0,
        }),
      }),
    ]);
    const third = (await agreements.get(`/${id}/addenda/3`)).body;
    expect(third.after).toMatchObject({ effectiveTo: '2020-01-31', remark: 'diperpanjang' });
    expect(third.rows.map(({ change }: { change: string }) => change)).toEqual(['same', 'same']);
    const { items } = (await agreements.get(`/${id}/addenda`)).body;
    expect(items.map(({ edition }: { edition: number }) => edition)).toEqual([1, 2, 3]);
    for (const edition of ['1', '4', 'x', '-2']) {
      expect((await agreements.get(`/${id}/addenda/${edition}`)).status).toBe(404);
    }
  });

  it.each([
    ['nothing in it', {}, ''],
    ['the terms and the end as they are', { terms: rows, effectiveTo: '2019-12-31' }, ''],
    ['a last day that is over', { effectiveTo: '2019-03-03' }, '/effectiveTo'],
    ['30 February', { effectiveTo: '2020-02-30' }, '/effectiveTo'],
    ['an empty table', { terms: [] }, '/terms'],
    ['a destination outside the partner', { terms: [aTerm({ destination: '73.71' })] }, '/terms/0/destination'],
    ['two rows for one thing', { terms: [aTerm(), aTerm({ quota: 1 })] }, '/terms/1'],
    ['an edition set by the client', { edition: 9, effectiveTo: '2020-01-01' }, '/edition'],
    ['no hash', { sha256: 'x', effectiveTo: '2020-01-01' }, '/sha256'],
  ])('is refused with %s', async (_, change, pointer) => {
    const id = await inForce();
    const before = (await heard(id)).length;
    const answer = await agreements.post(`/${id}/addenda`, anAddendum(change));
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    expect((await heard(id)).length).toBe(before);
    expect((await agreements.get(`/${id}`)).body.edition).toBe(1);
  });

  it('is made once for a document, whole or not at all, also 10 times in parallel', async () => {
    const id = await inForce();
    const addendum = anAddendum({ terms: [aTerm({ quota: 7 })] });
    const answers = await Promise.all(Array.from({ length: 10 }, () => agreements.post(`/${id}/addenda`, addendum)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const again = await agreements.post(`/${id}/addenda`, { ...addendum, terms: [aTerm({ quota: 8 })] });
    expect(again).toMatchObject({ status: 409, body: { code: 'ALREADY_EXISTS' } });
    expect((await agreements.get(`/${id}`)).body).toMatchObject({ edition: 2, terms: [{ quota: 7 }] });
  });

  it('is read by the partner, made by the origin, and not there for others', async () => {
    const id = await inForce();
    const addendum = anAddendum({ effectiveTo: '2020-01-31' });
    expect((await agreements.post(`/${id}/addenda`, addendum, { region: '82.71' })).status).toBe(403);
    expect((await agreements.post(`/${id}/addenda`, addendum, { region: '73' })).status).toBe(404);
    expect((await agreements.get(`/${id}/addenda`, { region: '82.71' })).status).toBe(200);
    expect((await agreements.get(`/${id}/addenda`, { region: '73' })).status).toBe(404);
    expect((await agreements.post(`/${id}/addenda`, addendum, { key: null })).status).toBe(400);
  });
});
