import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNCAPPED } from '#kernel/quota-kind.js';
import { Transactions } from '#platform/database/transactions.js';
import { readPdf } from '#platform/testing/read-pdf.js';
import { keepQuota } from '../src/quota/keep-quota.js';
import { FindReport } from '../src/report/find-report.js';
import { reportPdf } from '../src/report/report-pdf.js';
import { aFullFile, aTerm, startAgreements, toPks, walk, type Agreements } from './agreements.js';

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
afterAll(async () => {
  await agreements.stop();
});

const unlimited = aTerm({ commodity: 'cassava-chips', quota: undefined, quotaKind: 'unlimited' });
const target = aTerm({ commodity: 'embroidery', quota: 600_000, quotaKind: 'target', period: 'month' });
const termsOf = async (id: string) => (await agreements.get(`/${id}`)).body.terms;

describe('the quota of a row', () => {
  it('is a cap, a target, or none, and others hear which', async () => {
    const id = await aFullFile(agreements);
    await agreements.post(`/${id}/terms`, { terms: [aTerm(), unlimited, target] });
    expect(
      (await termsOf(id)).map(({ quota, quotaKind }: { quota: number; quotaKind?: string }) => [quota, quotaKind]),
    ).toEqual([
      [3_500_000, 'cap'],
      [UNCAPPED, 'unlimited'],
      [600_000, 'target'],
    ]);
    await walk(agreements, id, toPks);
    const heard = (await agreements.events('serap.agreement.terms-changed.v1'))
      .filter(({ subject }) => subject === `agreement:${id}`)
      .slice(-3)
      .map(({ data }) => [data.quota, data.quotaKind]);
    expect(heard).toEqual([
      [3_500_000, undefined],
      [UNCAPPED, 'unlimited'],
      [600_000, 'target'],
    ]);
  });

  it.each([
    ['a cap without a volume', { quota: undefined }, '/terms/0/quota'],
    ['a target without a volume', { quota: undefined, quotaKind: 'target' }, '/terms/0/quota'],
    ['a volume without a limit', { quotaKind: 'unlimited' }, '/terms/0/quota'],
    ['a kind of its own', { quotaKind: 'none' }, '/terms/0/quotaKind'],
    ['a minimum above the target', { quotaKind: 'target', minimumLot: 3_500_001 }, '/terms/0/minimumLot'],
  ])('is not %s', async (_, changes, pointer) => {
    const id = await aFullFile(agreements);
    expect(await agreements.post(`/${id}/terms`, { terms: [aTerm(changes)] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer }] },
    });
  });

  it('is what an addendum makes of it, the row the same, and a table that was read may be sent back', async () => {
    const id = await aFullFile(agreements);
    await agreements.post(`/${id}/terms`, { terms: [aTerm(), unlimited] });
    await walk(agreements, id, toPks);
    const [sugar, chips] = await termsOf(id);
    const { id: _, priceBand: __, paymentDays: ___, loadTolerance: ____, ...asRead } = chips;
    const addendum = { number: 'ADD-1', sha256: 'e'.repeat(64), terms: [aTerm({ quotaKind: 'target' }), asRead] };
    expect((await agreements.post(`/${id}/addenda`, addendum)).status).toBe(201);
    expect((await termsOf(id))[0]).toMatchObject({ id: sugar.id, quotaKind: 'target', quota: 3_500_000 });
    expect((await agreements.get(`/${id}/addenda/2`)).body.rows).toMatchObject([
      { change: 'same' },
      { change: 'changed', fields: ['quotaKind'] },
    ]);
  });

  it('is held against what is sold in the ledger and in the report', async () => {
    const id = await aFullFile(agreements);
    await agreements.post(`/${id}/terms`, { terms: [unlimited, target] });
    await walk(agreements, id, toPks);
    for (const { id: termId, period } of await termsOf(id)) {
      const cell = { termId, agreementId: id, origin: '33.02', capacity: UNCAPPED, consumed: 900_000 };
      const began = period === 'day' ? '2019-03-04' : '2019-03-01';
      await agreements.app.get(Transactions).run((tx) => keepQuota(tx, { ...cell, period: began }, 1));
    }
    const { items } = (await agreements.get(`/${id}/quota`)).body;
    expect(items.map(({ quotaKind, target: aim }: { quotaKind: string; target: number }) => [quotaKind, aim])).toEqual([
      ['unlimited', null],
      ['target', 600_000],
    ]);
    const report = await agreements.app.get(FindReport).run('33.02', id, { from: '2019-03-01', to: '2019-03-31' });
    const { text } = readPdf(await reportPdf(report));
    for (const words of ['tanpa batas', 'target 600 kg per bulan', '900 kg', '150 %']) expect(text).toContain(words);
    expect(text).not.toContain('1.000.000.000');
  });
});
