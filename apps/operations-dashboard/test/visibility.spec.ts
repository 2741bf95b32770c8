import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDashboard, type CallOptions, type Dashboard } from './dashboard.js';
import { banyumasBound, LOTS } from './banyumas.js';
import { complete, judge } from './samples.js';
import { listen } from './live.js';
import { id, KG, type Story } from './story.js';

const MINE: CallOptions = { role: 'cooperative', aggregator: id('mine') };
const OFFICER: CallOptions = { role: 'registry-officer' };
const ROUTES = [
  'summary',
  'flows',
  'reasons',
  'orders',
  'tasks',
  'health',
  'impact?by=village',
  `orders/${id('order 82.71')}`,
];
/** Of another's lots and of whoever sells them or has a part in them. */
const OF_OTHERS = [id('A'), id('C'), id('other'), 'producer-A', 'producer-C'];

let dashboard: Dashboard;
let story: Story;

/** One market, two cooperatives: B is mine, A and C are the other's; a part of C does not live long enough. */
beforeAll(async () => {
  dashboard = await startDashboard();
  story = banyumasBound(LOTS.map((lot) => ({ ...lot, seller: lot.name === 'B' ? 'mine' : 'other' })));
  const reason = { kind: 'gate' as const, gain: 0, then: [] };
  judge(story, 'C', 2_000, 0, [
    { ...reason, code: 'CERTIFICATE_MISSING', quantity: 1_500 * KG, binding: ['P-IRT'] },
    { ...reason, code: 'SHELF_LIFE_TOO_SHORT', quantity: 500 * KG, binding: [id('C')] },
  ]);
  story.tell('serap.dead-letter.recorded.v1', `dead-letter:${id('dead')}`, {
    deadLetterId: id('dead'),
    group: 'order-routing',
    sourceTopic: 'serap.surplus.v1',
    sourcePartition: '3',
    sourceOffset: '17',
    code: 'NOT_FOUND',
    error: `Lot ${id('A')} is not known.`,
  });
  await dashboard.apply(story.events);
});
afterAll(async () => {
  await dashboard.stop();
});

const read = async (path: string, who: CallOptions) => (await dashboard.get(`/api/operations/${path}`, who)).body;
const textOf = async (path: string, who: CallOptions) => JSON.stringify(await read(path, who));
const named = (text: string, ids: readonly string[]) => ids.filter((one) => text.includes(one));
const told = (reasons: { code: string; quantity: number }[]) =>
  reasons.map(({ code, quantity }) => [code, quantity / KG]);

describe('a cooperative', () => {
  it.each(ROUTES)('reads nothing of others’ lots, sellers or producers in %s', async (path) => {
    expect(named(await textOf(path, MINE), OF_OTHERS)).toEqual([]);
  });

  it('reads its own lot in full, and of others’ goods sums by what they hold', async () => {
    const [flows] = (await read('flows', MINE)).commodities;
    const [whole] = (await read('flows', OFFICER)).commodities;
    expect(flows.lots).toEqual(whole.lots.filter((lot: { id: string }) => lot.id === id('B')));
    expect(flows.lots[0]).toMatchObject({ label: 'B', sellerId: id('mine') });
    expect(flows.partners).toEqual(whole.partners);
    expect(flows.goods).toEqual([
      {
        ...{ id: 'goods:33.02:granulated-coconut-sugar:', quantity: 2_000 * KG, bound: 0, certificates: [], bands: [] },
        unsold: [
          { code: 'CERTIFICATE_MISSING', quantity: 1_500 * KG },
          { code: 'SHELF_LIFE_TOO_SHORT', quantity: 500 * KG },
        ],
      },
      {
        ...{ id: 'goods:33.02:granulated-coconut-sugar:HALAL+P-IRT', quantity: 6_000 * KG, bound: 6_000 * KG },
        certificates: ['HALAL', 'P-IRT'],
        bands: [{ partner: '73', termId: id('term 73'), status: 'confirmed', quantity: 6_000 * KG }],
        unsold: [],
      },
    ]);
  });

  it('reads the market’s totals and reasons to the unit', async () => {
    const [mine, whole] = [await read('summary', MINE), await read('summary', OFFICER)];
    const { unsold, ...totals } = mine.commodities[0];
    expect(whole.commodities[0]).toMatchObject(totals);
    expect(told(unsold)).toEqual(told(whole.commodities[0].unsold));
    const [explained] = (await read('reasons', MINE)).commodities;
    const reason = (code: string) => explained.unsold.find((one: { code: string }) => one.code === code);
    expect(reason('QUOTA_EXHAUSTED').lots).toEqual([{ id: id('B'), type: 'lot', label: 'B' }]);
    const others = { id: 'goods:33.02:granulated-coconut-sugar:', type: 'goods', certificates: [] };
    expect(reason('SHELF_LIFE_TOO_SHORT')).toMatchObject({ lots: [others], binding: [others] });
  });

  it('is not told by the live stream either, not in its first frame, not in a change, not when it starts over', async () => {
    const token = await dashboard.tokenOf('cooperative', '33.02', { aggregator: id('mine') });
    // They end with the service: a client that breaks one off connects anew, and that connection would hold up the end.
    const pages = await Promise.all([listen(dashboard.url, token), listen(dashboard.url, token, 'too old')]);
    const heard = (event: string) => pages.every(({ frames }) => frames.some((frame) => frame.event === event));
    await pages[0].until('a snapshot each', () => heard('snapshot'));
    complete(story);
    await dashboard.apply(story.events.slice(-1));
    await pages[0].until('a change and a beat each', () => heard('change') && heard('beat'));
    for (const { frames } of pages) {
      expect(named(JSON.stringify(frames), OF_OTHERS)).toEqual([]);
      expect(frames.find(({ event }) => event === 'snapshot')?.data.commodities[0].surplus).toBe(15_000 * KG);
    }
  });
});

describe('what another saw', () => {
  it('is not taken for the latest: the tag says whose lots are named', async () => {
    const known = (await dashboard.get('/api/operations/summary', OFFICER)).headers.get('etag') ?? '';
    const headers = { 'If-None-Match': known };
    const again = (who: CallOptions) => dashboard.get('/api/operations/summary', { ...who, headers });
    expect((await again(OFFICER)).status).toBe(304);
    expect((await again(MINE)).status).toBe(200);
    expect((await again({ role: 'cooperative', aggregator: id('other') })).status).toBe(200);
  });

  it.each(ROUTES.filter((path) => !path.startsWith('impact')))(
    'is kept by no cache that others share: %s',
    async (path) => {
      const { headers } = await dashboard.get(`/api/operations/${path}`, MINE);
      expect(headers.get('cache-control')).toBe('private, no-cache');
    },
  );
});

describe.each<[string, CallOptions]>([
  ['a partner', { role: 'partner-intake', region: '82.71' }],
  ['an agreement officer', { role: 'agreement-officer' }],
])('%s', (_, who) => {
  it.each(['summary', 'flows', 'reasons', 'orders', 'health'])('reads no lot and no seller in %s', async (path) => {
    expect(named(await textOf(path, who), [...OF_OTHERS, id('B'), id('mine'), 'producer-B'])).toEqual([]);
  });

  it('reads what there is, by certificates', async () => {
    const [{ lots, goods }] = (await read('flows', who)).commodities;
    expect(lots).toEqual([]);
    const sums = goods.map((one: { certificates: string[]; quantity: number }) => [
      one.certificates,
      one.quantity / KG,
    ]);
    expect(sums).toEqual([
      [[], 2_000],
      [['HALAL', 'P-IRT'], 6_000],
      [['P-IRT'], 7_000],
    ]);
  });
});

it.each<[string, CallOptions]>([
  ['an officer of another regency', { role: 'registry-officer', region: '33.03' }],
  ['a committee that nobody has an agreement with', { role: 'partner-intake', region: '51.71' }],
])('%s reads nothing of a market that does not concern it, not even a sum', async (_, who) => {
  for (const path of ['summary', 'flows', 'reasons', 'impact']) {
    expect([path, (await read(path, who)).commodities]).toEqual([path, []]);
  }
  const { orders, producers, run } = await read('summary', who);
  expect([orders, producers, run]).toEqual([{}, {}, null]);
});

it.each<[string, CallOptions]>([
  ['the registry officer of the origin', OFFICER],
  ['operations of the origin', { role: 'operations' }],
  ['platform', { role: 'platform', region: '73' }],
])('%s reads every lot with its seller', async (_, who) => {
  const [{ lots, goods }] = (await read('flows', who)).commodities;
  expect(lots.map(({ sellerId }: { sellerId: string }) => sellerId)).toEqual([id('other'), id('mine'), id('other')]);
  expect(goods).toEqual([]);
});

it('a letter is the same lot to everyone who is told of it', async () => {
  const [{ lots }] = (await read('flows', { role: 'cooperative', aggregator: id('other') })).commodities;
  expect(lots.map(({ label, id: lot }: { label: string; id: string }) => [label, lot])).toEqual([
    ['A', id('A')],
    ['C', id('C')],
  ]);
});
