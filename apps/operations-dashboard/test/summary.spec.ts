import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { emptyReadModels } from '../src/persistence/rebuild.js';
import { startDashboard, type Dashboard } from './dashboard.js';
import { banyumasAsReported, banyumasBound, banyumasPromised, LOTS } from './banyumas.js';
import { declare } from './samples.js';
import { id, KG, Story, SUGAR } from './story.js';

let dashboard: Dashboard;
beforeEach(async () => {
  dashboard = await startDashboard();
});
afterEach(async () => {
  await dashboard.stop();
});

const commodities = async () => (await dashboard.get('/api/operations/summary')).body.commodities;
const sugar = async () => (await commodities())[0];
interface Summed {
  readonly surplus: number;
  readonly bound: number;
  readonly wanted: number;
  readonly promised: number;
  readonly unsold: { quantity: number }[];
  readonly unfilled: { quantity: number }[];
}
const sumOf = (reasons: { quantity: number }[]) => reasons.reduce((sum, { quantity }) => sum + quantity, 0);

/** Everything that the read models say, without when it was asked. */
async function everything(): Promise<string> {
  const answers = [];
  for (const path of ['summary', 'flows', 'reasons', 'orders', `orders/${id('order 82.71')}`]) {
    const { status, body } = await dashboard.get(`/api/operations/${path}`);
    const { clock: _clock, id: _id, appliedAt: _appliedAt, ...rest } = body;
    answers.push({ path, status, rest });
  }
  return createHash('sha256').update(JSON.stringify(answers)).digest('hex');
}

describe('the in-force day of Banyumas', () => {
  it('has the figures of the answer key', async () => {
    await dashboard.apply(banyumasBound().events);
    expect(await sugar()).toMatchObject({
      commodity: SUGAR,
      unit: 'GRAM',
      surplus: 15_000 * KG,
      wanted: 13_000 * KG,
      promised: 12_500 * KG,
      bound: 12_500 * KG,
      contributors: 30,
      contributorsPaid: 20,
      households: { equivalent: 3_241, outputPerWeek: 27_000 },
      unsold: [
        {
          code: 'CERTIFICATE_MISSING',
          kind: 'gate',
          quantity: 2_000 * KG,
          gain: 0,
          binding: [{ id: 'P-IRT', type: 'certificate' }],
          lots: [{ label: 'C' }],
        },
        {
          code: 'QUOTA_EXHAUSTED',
          kind: 'cut',
          quantity: 500 * KG,
          gain: 500 * KG,
          relaxBy: 500 * KG,
          binding: [{ type: 'term', partner: '82.71', agreementId: id('agreement 82.71') }],
          lots: [{ label: 'B' }],
        },
      ],
      unfilled: [{ code: 'QUOTA_EXHAUSTED', partner: '82.71', quantity: 500 * KG, gain: 500 * KG }],
    });
  });

  it('says what would sell more, and what would not', async () => {
    await dashboard.apply(banyumasBound().events);
    const { body } = await dashboard.get('/api/operations/reasons');
    const [{ unsold, idleCertificates }] = body.commodities;
    expect(unsold[0].ahead).toEqual({
      quantity: 500 * KG,
      lots: [{ id: id('B'), type: 'lot', label: 'B' }],
      partners: ['82.71'],
      demandToo: true,
    });
    expect(unsold[1].ahead).toBeUndefined();
    expect(idleCertificates).toEqual([
      {
        certificate: 'HALAL',
        lots: [{ id: id('B'), type: 'lot', label: 'B' }],
        gain: 0,
        stoppedBy: ['QUOTA_EXHAUSTED'],
        askedBy: ['73'],
      },
    ]);
  });

  it('flows from lots to partners with every bottleneck marked', async () => {
    await dashboard.apply(banyumasBound().events);
    const { body } = await dashboard.get('/api/operations/flows');
    const [{ lots, partners }] = body.commodities;
    expect(
      lots.map((lot: any) => [
        lot.label,
        lot.bound / KG,
        lot.bands.map((band: any) => [band.partner, band.quantity / KG]),
        lot.unsold,
      ]),
    ).toEqual([
      ['A', 6_000, [['73', 6_000]], []],
      [
        'B',
        6_500,
        [
          ['13.03', 3_000],
          ['82.71', 3_500],
        ],
        [{ code: 'QUOTA_EXHAUSTED', quantity: 500 * KG }],
      ],
      ['C', 0, [], [{ code: 'CERTIFICATE_MISSING', quantity: 2_000 * KG }]],
    ]);
    expect(
      partners.map((partner: any) => [
        partner.partner,
        partner.bound / KG,
        partner.terms[0].left / KG,
        partner.terms[0].inForce,
        partner.bottlenecks,
      ]),
    ).toEqual([
      ['73', 6_000, 1_000, true, ['demand']],
      ['82.71', 3_500, 0, true, ['quota']],
      ['13.03', 3_000, 0, true, ['quota', 'demand']],
    ]);
    expect(body.regions).toMatchObject({
      '82.71': { kind: 'city', name: 'Ternate' },
      '73': { kind: 'province', name: 'Sulawesi Selatan' },
      '33.02': { kind: 'regency', name: 'Banyumas' },
    });
  });

  it('tells a new day that its quota is whole again', async () => {
    await dashboard.apply(banyumasBound().events);
    await dashboard.moveClock('2019-03-04T17:00:01Z');
    const { body } = await dashboard.get('/api/operations/flows');
    expect(
      body.commodities[0].partners.map((partner: any) => [
        partner.terms[0].left / KG,
        partner.terms[0].period,
        partner.terms[0].periodStart,
      ]),
    ).toEqual([
      [7_000, 'day', '2019-03-05'],
      [3_500, 'day', '2019-03-05'],
      [3_000, 'day', '2019-03-05'],
    ]);
  });
});

describe('before a run', () => {
  it('everything that is promised waits for its lot, and the reasons still add up', async () => {
    await dashboard.apply(banyumasPromised().events);
    const { surplus, promised, bound, unsold } = await sugar();
    expect({ surplus, promised, bound }).toEqual({ surplus: 15_000 * KG, promised: 12_500 * KG, bound: 0 });
    expect(unsold).toMatchObject([{ code: 'AWAITING_BIND', quantity: 15_000 * KG }]);
  });

  it('a lot of which a chunk is missing is not surplus yet', async () => {
    const story = new Story();
    for (const lot of LOTS) declare(story, lot);
    await dashboard.apply(story.events.slice(0, -1));
    expect((await sugar()).surplus).toBe(13_000 * KG);
    await dashboard.apply(story.events.slice(-1));
    expect((await sugar()).surplus).toBe(15_000 * KG);
  });
});

it('joint agreements alone: nothing is sold, one reason, and what all three would bring', async () => {
  await dashboard.apply(banyumasAsReported().events);
  const { surplus, bound, unsold, households } = await sugar();
  expect({ surplus, bound, equivalent: households.equivalent }).toEqual({
    surplus: 15_000 * KG,
    bound: 0,
    equivalent: 0,
  });
  expect(unsold).toMatchObject([{ code: 'AGREEMENT_NOT_IN_FORCE', quantity: 15_000 * KG, gain: 12_500 * KG }]);
  expect(unsold[0].binding.map(({ partner }: any) => partner)).toEqual(['82.71', '13.03', '73']);
});

it('adds up after every single event', async () => {
  for (const event of banyumasBound().events) {
    await dashboard.apply([event]);
    const commodity = (await sugar()) as Summed | undefined;
    if (!commodity) continue;
    expect([event.type, commodity.bound + sumOf(commodity.unsold)]).toEqual([event.type, commodity.surplus]);
    expect([event.type, commodity.promised + sumOf(commodity.unfilled)]).toEqual([event.type, commodity.wanted]);
  }
});

describe('the log as it really comes', () => {
  it('duplicates change nothing', async () => {
    const { events } = banyumasBound();
    await dashboard.apply(events);
    const before = await everything();
    const again = events.map((event, index) => ({ ...event, id: id(`again ${String(index)}`) }));
    await dashboard.apply(again);
    expect(await everything()).toBe(before);
  });

  it('an older version that comes late changes nothing, even where the consumer does not know it for old', async () => {
    const { events } = banyumasBound();
    await dashboard.apply(events);
    const before = await commodities();
    await dashboard.restart((dataSource) => dataSource.query('DELETE FROM event_version').then(() => undefined));
    const superseded = events
      .filter((event) => event.subject.startsWith('balance:') || event.subject.startsWith('promise:'))
      .slice(0, 6);
    await dashboard.apply(superseded.map((event, index) => ({ ...event, id: id(`late ${String(index)}`) })));
    expect(await commodities()).toEqual(before);
  });

  it('a rebuild from the log gives the same', async () => {
    await dashboard.apply(banyumasBound().events);
    const before = await everything();
    await dashboard.restart(async (dataSource) => {
      await dataSource.query('UPDATE lot_balance SET confirmed = 1');
      await emptyReadModels(dataSource);
    });
    expect(await everything()).toBe(before);
  });

  it('subjects in another order give the same picture', async () => {
    const { events } = banyumasBound();
    await dashboard.apply(events);
    const other = await startDashboard();
    try {
      await other.apply([...events].sort((a, b) => b.subject.localeCompare(a.subject) || a.sequence - b.sequence));
      const { body } = await other.get('/api/operations/summary');
      expect(body.commodities).toEqual(await commodities());
    } finally {
      await other.stop();
    }
  });
});
