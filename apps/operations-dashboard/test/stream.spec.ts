import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyReadModels } from '../src/persistence/rebuild.js';
import { startDashboard, type Dashboard } from './dashboard.js';
import { listen } from './live.js';
import { banyumasBound, banyumasPromised } from './banyumas.js';
import { KG } from './story.js';

let dashboard: Dashboard;
beforeEach(async () => {
  dashboard = await startDashboard();
});
afterEach(async () => {
  await dashboard.stop();
});

const open = async (lastEventId?: string) => listen(dashboard.url, await dashboard.token(), lastEventId);
const contiguous = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index + 1);
const headSequence = async () =>
  Number((await dashboard.query<{ sequence: string }>('SELECT sequence FROM stream_head'))[0]?.sequence);

describe('the live stream', () => {
  it('starts with a snapshot, then tells every change once and in order', async () => {
    const { events } = banyumasBound();
    await dashboard.apply(events.slice(0, 10));
    const live = await open();
    await live.until('a snapshot', (frames) => frames.some(({ event }) => event === 'snapshot'));
    const from = Number(live.frames[0]?.id?.split('.')[1]);
    expect(live.frames[0]?.data.commodities[0].surplus).toBe(15_000 * KG);
    for (const event of events.slice(10)) await dashboard.apply([event]);
    const to = await headSequence();
    expect(to).toBeGreaterThan(from + 20);
    await live.until('the last change', () => live.changes().at(-1) === to);
    expect(live.changes()).toEqual(contiguous(from, to));
    await live.close();
  });

  it('resumes behind the last id that the page saw, without a gap and without a repeat', async () => {
    const { events } = banyumasBound();
    const first = await open();
    await dashboard.apply(events.slice(0, 20));
    await first.until('changes', () => first.changes().length >= 3);
    const seen = first.frames.at(-1)?.id ?? '';
    await first.close();
    await dashboard.apply(events.slice(20));
    const again = await open(seen);
    const to = await headSequence();
    await again.until('the last change', () => again.changes().at(-1) === to);
    expect(again.changes()).toEqual(contiguous(Number(seen.split('.')[1]), to));
    expect(again.frames.map(({ event }) => event)).not.toContain('snapshot');
    await again.close();
  });

  it('resumes after a restart of the service', async () => {
    await dashboard.apply(banyumasPromised().events);
    const live = await open();
    await live.until('a snapshot', (frames) => frames.length > 0);
    const seen = live.frames[0]?.id ?? '';
    await dashboard.restart();
    expect(live.ended()).toBe(true);
    const again = await open(seen);
    await again.until('a beat', (frames) => frames.some(({ event }) => event === 'beat'));
    expect(again.frames.map(({ event }) => event)).not.toContain('snapshot');
    await again.close();
  });

  it.each([
    [
      'too old',
      async () => {
        await dashboard.query('DELETE FROM stream_event WHERE sequence < 5');
        const { epoch } = (await dashboard.query<{ epoch: string }>('SELECT epoch FROM stream_head'))[0] ?? {
          epoch: '',
        };
        return `${epoch}.2`;
      },
    ],
    ['of another epoch', () => Promise.resolve(`${'0'.repeat(32)}.2`)],
    [
      'from the future',
      async () => {
        const { epoch } = (await dashboard.query<{ epoch: string }>('SELECT epoch FROM stream_head'))[0] ?? {
          epoch: '',
        };
        return `${epoch}.9999`;
      },
    ],
    ['no id of ours', () => Promise.resolve("1'; DROP TABLE lot")],
  ])('an id that is %s starts over: reset, then a snapshot', async (_, lastEventId) => {
    await dashboard.apply(banyumasPromised().events);
    const live = await open(await lastEventId());
    await live.until('a snapshot', (frames) => frames.length >= 2);
    expect(live.frames.slice(0, 2).map(({ event }) => event)).toEqual(['reset', 'snapshot']);
    expect(live.changes()).toEqual([]);
    await live.close();
  });

  it('starts an open page over when the read models are rebuilt', async () => {
    await dashboard.apply(banyumasPromised().events);
    const live = await open();
    await live.until('a snapshot', (frames) => frames.length > 0);
    await emptyReadModels(dashboard.dataSource);
    await live.until('a reset', (frames) => frames.some(({ event }) => event === 'reset'));
    expect(live.frames.at(-1)?.data.commodities).toEqual([]);
    await live.close();
  });

  it('writes the id with the change: a batch that fails leaves no id behind', async () => {
    await dashboard.apply(banyumasPromised().events);
    const told = () => dashboard.query("SELECT sequence FROM stream_event WHERE data->>'changed' = 'allocations'");
    const before = await told();
    await dashboard.query('ALTER TABLE routing_run ADD CONSTRAINT none CHECK (lots < 0) NOT VALID');
    await dashboard.publish(banyumasBound().events.slice(-1));
    await dashboard.caughtUp(true);
    expect(await told()).toEqual(before);
    expect(await dashboard.query('SELECT 1 FROM dead_letter')).toHaveLength(1);
  });

  it('is closed to callers without a token', async () => {
    expect((await dashboard.get('/api/operations/stream', { token: 'x.y.z' })).status).toBe(401);
  });
});
