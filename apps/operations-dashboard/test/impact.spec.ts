import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { EventData } from '#contracts/events.js';
import { loadSnapshot } from '../src/persistence/load-snapshot.js';
import { startDashboard, type Dashboard } from './dashboard.js';
import { banyumasBound } from './banyumas.js';
import { id, KG, SUGAR, type Story } from './story.js';

/** Members of a lot live in two villages by turns; each works with one other, a woman; every other one is young. */
function register(story: Story, lot: string, members: number): void {
  for (let index = 0; index < members; index += 1) {
    const producerId = `producer-${lot}-${String(index)}`;
    story.tell('serap.producer.verified.v1', `producer:${producerId}`, {
      producerId,
      kind: 'producer',
      origin: '33.02',
      village: index % 2 === 0 ? '33.02.17.2011' : '33.02.16.2007',
      status: 'verified',
      umkmClass: 'micro',
      workersTotal: 2,
      workersWomen: 1,
      workersYouth: index % 2,
    });
  }
}

/** Every allocation of the story is accepted in full. */
function received(story: Story): EventEnvelope[] {
  const before = story.events.length;
  const bound = new Map(
    story.events
      .filter((event) => event.type === 'serap.allocation.confirmed.v1')
      .map(({ subject, data }) => [subject, data as EventData<'serap.allocation.confirmed.v1'>]),
  );
  for (const [subject, data] of bound) {
    const counted = { accepted: data.quantity, damaged: 0, missing: 0 };
    const one = { chunk: 1, chunks: 1, contributions: [] };
    story.tell('serap.allocation.status-changed.v1', subject, { ...data, status: 'accepted', ...counted, ...one });
  }
  return story.events.slice(before);
}

describe('what the sales do, and for whom', () => {
  let dashboard: Dashboard;
  let story: Story;
  const impact = async (by: string) => (await dashboard.get(`/api/operations/impact?by=${by}`)).body;

  beforeAll(async () => {
    dashboard = await startDashboard();
    story = banyumasBound();
    register(story, 'A', 10);
    await dashboard.apply(story.events);
  });

  afterAll(() => dashboard.stop());

  it('is no sale while goods only have their buyer', async () => {
    const [sugar] = (await impact('partner')).commodities;
    expect([sugar.sold, sugar.underWay, sugar.households.equivalent]).toEqual([0, 12_500 * KG, 0]);
    expect(sugar.groups.map((group: Record<string, number>) => [group['producers'], group['women']])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    await dashboard.apply(received(story));
  });

  it('is told by partner, each unit once, with how far each figure can be relied on', async () => {
    const { commodities, confidence } = await impact('partner');
    expect(confidence).toMatchObject({ sold: 'measured', women: 'registered', households: 'estimated' });
    const [sugar] = commodities;
    expect([sugar.commodity, sugar.sold, sugar.households.equivalent]).toEqual([SUGAR, 12_500 * KG, 3_241]);
    expect(
      sugar.groups.map((group: Record<string, number>) => [group['group'], group['sold'], group['women']]),
    ).toEqual([
      ['73', 6_000 * KG, 10],
      ['82.71', 3_500 * KG, 0],
      ['13.03', 3_000 * KG, 0],
    ]);
  });

  it('is told by village; producers that were not heard of are unknown, not lost', async () => {
    const [sugar] = (await impact('village')).commodities;
    expect(sugar.groups).toEqual([
      {
        group: 'unknown',
        sold: 6_500 * KG,
        underWay: 0,
        producers: 10,
        workers: 0,
        women: 0,
        youth: 0,
        households: 1_685,
      },
      {
        group: '33.02.16.2007',
        sold: 3_000 * KG,
        underWay: 0,
        producers: 5,
        workers: 10,
        women: 5,
        youth: 5,
        households: 778,
      },
      {
        group: '33.02.17.2011',
        sold: 3_000 * KG,
        underWay: 0,
        producers: 5,
        workers: 10,
        women: 5,
        youth: 0,
        households: 778,
      },
    ]);
    expect((await impact('district')).commodities[0].groups[1].group).toBe('33.02.16');
  });

  it('counts a household once that was registered twice, whichever of the two is told of first', async () => {
    const twice = { kind: 'producer', origin: '33.02', village: '33.02.17.2011', status: 'closed' } as const;
    const works = { umkmClass: 'micro', workersTotal: 2, workersWomen: 1, workersYouth: 1 } as const;
    const before = story.events.length;
    const [producerId, mergedInto] = ['producer-A-1', 'producer-A-0'];
    story.tell('serap.producer.suspended.v1', `producer:${producerId}`, { producerId, ...twice, ...works, mergedInto });
    await dashboard.apply(story.events.slice(before));
    const groups = (await impact('village')).commodities[0].groups as Record<string, number | string>[];
    expect(groups.map(({ group, sold, producers, workers }) => [group, sold, producers, workers])).toEqual([
      ['unknown', 6_500 * KG, 10, 0],
      ['33.02.17.2011', 3_600 * KG, 5, 10],
      ['33.02.16.2007', 2_400 * KG, 4, 8],
    ]);
    const { lots, contributors } = await loadSnapshot(dashboard.dataSource.manager);
    expect(lots.find((lot) => lot.id === id('A'))?.contributors).toBe(9);
    expect(contributors).toMatchObject([{ paid: 19 }]);
  });

  it('is not told by anything else', async () => {
    expect((await dashboard.get('/api/operations/impact?by=star-sign')).status).toBe(422);
  });
});
