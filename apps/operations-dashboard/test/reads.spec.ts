import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#platform/database/migrate.js';
import { database } from '../src/persistence/data-source.js';
import { startDashboard, type Dashboard } from './dashboard.js';
import { banyumasBound } from './banyumas.js';
import { id, KG, Story } from './story.js';

let dashboard: Dashboard;
let pages: string;
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'serap-pages-'));
  await mkdir(join(pages, 'assets'));
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>Serap</title>');
  await writeFile(join(pages, 'assets', 'app-1a2b.js'), 'export {};');
  await writeFile(join(pages, 'assets', 'notes.txt'), 'not a page');
  dashboard = await startDashboard({ SERAP_PAGES_DIR: pages });
  const story = banyumasBound();
  story.tell('serap.dead-letter.recorded.v1', `dead-letter:${id('dead')}`, {
    deadLetterId: id('dead'),
    group: 'order-routing',
    sourceTopic: 'serap.surplus.v1',
    sourcePartition: '3',
    sourceOffset: '17',
    code: 'MALFORMED',
    error: 'the body is not JSON in UTF-8',
  });
  await dashboard.apply(story.events);
});
afterAll(async () => {
  await dashboard.stop();
  await rm(pages, { recursive: true });
});

it('migrations run twice, and the second time change nothing', async () => {
  const done = () => dashboard.query<{ done: number }>('SELECT count(*)::int AS done FROM migrations');
  const before = await done();
  await migrate({ ...database, url: dashboard.databaseUrl });
  expect(await done()).toEqual(before);
});

describe('orders', () => {
  it('are listed newest first with what their lines came to, a page at a time', async () => {
    // Their ids say nothing of time.
    const later = "UPDATE placed_order SET placed_at = placed_at + $2 * interval '1 hour' WHERE partner = $1";
    for (const [hours, partner] of ['73', '13.03', '82.71'].entries()) await dashboard.query(later, [partner, hours]);
    const all = (await dashboard.get('/api/operations/orders')).body;
    expect(all.items.map(({ partner }: { partner: string }) => partner)).toEqual(['82.71', '13.03', '73']);
    const first = (await dashboard.get('/api/operations/orders?limit=2')).body;
    const second = (await dashboard.get(`/api/operations/orders?limit=2&cursor=${String(first.next)}`)).body;
    expect([...first.items, ...second.items]).toEqual(all.items);
    const ternate = all.items.find((order: any) => order.partner === '82.71');
    expect(ternate).toMatchObject({
      status: 'allocated',
      lines: [{ wanted: 4_000 * KG, promised: 3_500 * KG, bound: 3_500 * KG }],
    });
  });

  it.each(['partner-intake', 'partner-system', 'agreement-officer'] as const)(
    'are a %s’s where its region is the partner',
    async (role) => {
      const read = (region: string, path = '') => dashboard.get(`/api/operations/orders${path}`, { role, region });
      const mine = (await read('82.71')).body.items.map(({ partner }: { partner: string }) => partner);
      expect([mine, (await read('82')).body.items.length, (await read('82.72')).body.items]).toEqual([
        ['82.71'],
        1,
        [],
      ]);
      const one = `/${id('order 82.71')}`;
      expect([(await read('82.71', one)).status, (await read('13.03', one)).status]).toEqual([200, 404]);
    },
  );

  it('are a cooperative’s where its goods serve them, and tell it nothing of what others sell', async () => {
    const order = id('order 73');
    // The order is served from lot A; now A is another's, and B, which is not, serves it too.
    await dashboard.query('UPDATE lot SET seller_id = $2 WHERE lot_id = $1', [id('A'), id('other')]);
    const moved = [id('order 82.71'), order, id('B')];
    await dashboard.query('UPDATE allocation SET order_id = $2 WHERE order_id = $1 AND lot_id = $3', moved);
    const read = (name: string, path: string) =>
      dashboard.get(`/api/operations/orders${path}`, { role: 'cooperative', aggregator: id(name) });
    const listed = async (name: string): Promise<string[]> =>
      (await read(name, '')).body.items.map((one: { id: string }) => one.id).sort();
    const lotsOf = async (name: string): Promise<string[]> =>
      (await read(name, `/${order}`)).body.timeline.flatMap(({ data }: any) => data.lotId ?? []);
    expect(await listed('cooperative')).toEqual([order, id('order 13.03')].sort());
    expect([await listed('other'), await listed('stranger')]).toEqual([[order], []]);
    expect([await lotsOf('cooperative'), await lotsOf('other')]).toEqual([[], [id('A')]]);
    expect((await read('stranger', `/${order}`)).status).toBe(404);
    await dashboard.query('UPDATE allocation SET order_id = $1 WHERE order_id = $2 AND lot_id = $3', moved);
    await dashboard.query('UPDATE lot SET seller_id = $1', [id('cooperative')]);
  });

  it('have a timeline of everything that happened to them, in order', async () => {
    const { body } = await dashboard.get(`/api/operations/orders/${id('order 73')}`);
    expect(body.timeline.map((entry: any) => entry.type)).toEqual([
      'serap.order.received.v1',
      'serap.order.line-accepted.v1',
      'serap.allocation.line-promised.v1',
      'serap.allocation.confirmed.v1',
      'serap.allocation.line-promised.v1',
      'serap.order.status-changed.v1',
    ]);
    expect(JSON.stringify(body)).not.toContain('producer-A');
  });

  it('that do not exist are not there', async () => {
    expect((await dashboard.get(`/api/operations/orders/${id('no order')}`)).status).toBe(404);
    expect((await dashboard.get('/api/operations/orders/1;DROP')).status).toBe(404);
  });
});

it('health names dead letters and the last event of each topic', async () => {
  const { body } = await dashboard.get('/api/operations/health');
  expect(body.eventLag).toBe(0);
  expect(body.deadLetters).toMatchObject({
    total: 1,
    newest: [{ code: 'MALFORMED', topic: 'serap.surplus.v1', offset: '17' }],
  });
  expect(body.topics.map(({ topic, events }: any) => [topic, events])).toContainEqual(['serap.surplus.v1', 6]);
  expect(body.topics.find(({ topic }: any) => topic === 'serap.allocations.v1').lastEventType).toBe(
    'serap.allocation.run-completed.v1',
  );
});

it('answers 304 to a page that knows this state already, and not once the clock has moved', async () => {
  const path = '/api/operations/summary';
  const tag = (await dashboard.get(path)).headers.get('etag') ?? '';
  const known = { headers: { 'If-None-Match': tag } };
  expect(await dashboard.get(path, known)).toMatchObject({ status: 304, body: '' });
  await dashboard.moveClock('2019-03-04T03:00:00Z');
  expect((await dashboard.get(path, known)).status).toBe(200);
});

describe('the pages', () => {
  it('are open to everyone, zipped, and load nothing from other hosts', async () => {
    const response = await fetch(`${dashboard.url}/`);
    expect(await response.text()).toContain('Serap');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  });

  it('keep hashed assets for good', async () => {
    const response = await fetch(`${dashboard.url}/assets/app-1a2b.js`);
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it.each(['assets/notes.txt', 'assets/..%2f..%2fpackage.json', 'assets/none.js'])(
    'do not give out %s',
    async (path) => {
      expect((await fetch(`${dashboard.url}/${path}`)).status).toBe(404);
    },
  );

  it('show nothing without a token', async () => {
    for (const path of ['summary', 'flows', 'reasons', 'orders', 'health', 'clock', 'stream']) {
      expect((await fetch(`${dashboard.url}/api/operations/${path}`)).status).toBe(401);
    }
  });
});

it('replays 33,000 producers into the same read model', async () => {
  const story = new Story();
  for (let index = 0; index < 33_000; index += 1) {
    story.tell('serap.producer.registered.v1', `producer:${String(index)}`, {
      producerId: `replayed-${String(index)}`,
      kind: 'producer',
      origin: '33.02',
      village: '33.02.16.2007',
      status: 'verified',
      umkmClass: 'micro',
      workersTotal: 2,
      workersWomen: 1,
      workersYouth: 0,
    });
  }
  for (let from = 0; from < 33_000; from += 5_000) await dashboard.publish(story.events.slice(from, from + 5_000));
  await dashboard.caughtUp();
  await dashboard.query("DELETE FROM event_version WHERE subject LIKE 'producer:%'");
  await dashboard.query('TRUNCATE producer');
  await dashboard.restart(async (dataSource) => {
    await dataSource.query("DELETE FROM checkpoint WHERE topic = 'serap.producers.v1'");
  });
  expect((await dashboard.get('/api/operations/summary')).body.producers).toEqual({ verified: 33_000 });
});
