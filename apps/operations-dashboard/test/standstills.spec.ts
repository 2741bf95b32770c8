import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyReadModels } from '../src/persistence/rebuild.js';
import { id } from './story.js';
import { TaskDesk } from './task-desk.js';

const STOPPED = {
  group: 'order-routing',
  sourceTopic: 'serap.surplus.v1',
  sourcePartition: '8',
  error: 'TypeError: x is not a function',
};
const OWN = `UPDATE checkpoint SET still_id = gen_random_uuid(), still_since = now() - interval '1 minute', still_reason = 'why'
             WHERE (topic, partition) = ('serap.orders.v1', 8)`;

describe('what stands still', () => {
  let desk: TaskDesk;
  beforeAll(async () => {
    desk = await TaskDesk.open();
  });
  afterAll(() => desk.dashboard.stop());
  beforeEach(async () => {
    await desk.newDay();
    await desk.dashboard.query('TRUNCATE standstill_seen');
    await desk.dashboard.query('UPDATE checkpoint SET still_id = NULL, still_since = NULL, still_reason = NULL');
  });

  const tell = (standstill: string, ...more: 'resumed'[]) => {
    const standstillId = id(standstill);
    desk.story.tell('serap.partition.stopped.v1', `standstill:${standstillId}`, { standstillId, ...STOPPED });
    for (const _ of more) {
      const data = { standstillId, group: STOPPED.group };
      desk.story.tell('serap.partition.resumed.v1', `standstill:${standstillId}`, data);
    }
    return desk.apply();
  };
  const health = async (role: 'platform' | 'registry-officer' = 'platform') =>
    (await desk.dashboard.get('/api/operations/health', { token: await desk.dashboard.tokenOf(role, '33.02') })).body;
  const waiting = async (role: 'platform' | 'operations' = 'platform') =>
    desk.dashboard.get('/api/operations/waiting', { token: await desk.dashboard.tokenOf(role, '33.02') });
  const tasks = async () => (await desk.tasks('platform')).filter(({ subject }) => subject.type === 'service');

  it('in another service is told by its event, to who watches, until it goes on', async () => {
    await tell('s1');
    const { group, sourceTopic: topic, error: reason } = STOPPED;
    expect((await health()).standing).toMatchObject([{ group, topic, partition: 8, reason }]);
    expect(await tasks()).toMatchObject([
      { kind: 'events-stopped', subject: { type: 'service', id: group }, detail: topic, count: 1, deadline: null },
    ]);
    expect(await desk.tasks('registry-officer')).toEqual([]);
    await desk.newDay();
    await tell('s1', 'resumed');
    expect([(await health()).standing, await tasks()]).toEqual([[], []]);
  });

  it('says why to nobody who may not settle dead letters', async () => {
    await tell('s2');
    expect((await health('registry-officer')).standing).toMatchObject([{ group: STOPPED.group, reason: null }]);
  });

  it('in this service itself is known without the log, and changes nothing about its readiness', async () => {
    await desk.dashboard.query(OWN);
    expect((await health()).standing).toMatchObject([
      { group: 'operations-dashboard', topic: 'serap.orders.v1', partition: 8, reason: 'why' },
    ]);
    expect(await tasks()).toMatchObject([{ kind: 'events-stopped', detail: 'serap.orders.v1' }]);
    const { status, body } = await desk.dashboard.get('/readyz', { token: '' });
    expect([status, body.status]).toEqual([200, 'ok']);
    expect(body.detail.standing).toEqual([
      { topic: 'serap.orders.v1', partition: 8, since: expect.stringMatching(/^\d{4}-/) },
    ]);
    const { body: metrics } = await desk.dashboard.get('/metrics', { token: '' });
    expect(metrics).toContain('serap_partitions_still 1');
  });

  it('is told by the service itself over HTTP, with its reason, to who looks after the installation alone', async () => {
    expect((await waiting()).body).toEqual({
      service: 'operations-dashboard',
      absent: null,
      standing: [],
      outbox: { rows: 0, oldestSeconds: 0, failure: null },
      oldest: null,
      kept: 0,
    });
    await desk.dashboard.query(OWN);
    const since = expect.stringMatching(/^\d{4}-/);
    expect((await waiting()).body.standing).toEqual([{ topic: 'serap.orders.v1', partition: 8, since, reason: 'why' }]);
    expect((await waiting('operations')).status).toBe(403);
  });

  it('is forgotten by a rebuild, which says so', async () => {
    await desk.dashboard.query(OWN);
    await desk.dashboard.restart(emptyReadModels);
    expect((await health()).standing).not.toContainEqual(expect.objectContaining({ group: 'operations-dashboard' }));
    const told = `SELECT 1 FROM outbox WHERE headers->>'ce_type' = 'serap.partition.resumed.v1'`;
    expect(await desk.dashboard.query(told)).toHaveLength(1);
  });

  it('in the outbox is seen by its oldest event: in readiness, metrics, health and as a task', async () => {
    const topic = 'serap.nowhere.v1';
    await desk.dashboard.query(
      `INSERT INTO outbox (event_id, topic, key, headers, body, written_at)
       VALUES (gen_random_uuid(), $1, 'k', '{}', '{}', now() - interval '10 minutes')`,
      [topic],
    );
    const stuck = async () => (await desk.dashboard.get('/readyz', { token: '' })).body.detail.outbox;
    for (const end = Date.now() + 60_000; (await stuck()).failure === null && Date.now() < end;) continue;
    expect(await stuck()).toMatchObject({ rows: 1, failure: 'LOG_UNAVAILABLE' });
    const { outbox } = await health();
    expect(outbox.oldestSeconds).toBeGreaterThanOrEqual(600);
    expect(await tasks()).toMatchObject([{ kind: 'events-unsent', detail: topic, count: 1 }]);
    expect((await waiting()).body).toMatchObject({
      service: 'operations-dashboard',
      outbox: { rows: 1, failure: 'LOG_UNAVAILABLE' },
      oldest: { topic, type: null, eventId: expect.any(String), writtenAt: expect.any(String) },
    });
    const { body: metrics } = await desk.dashboard.get('/metrics', { token: '' });
    expect(metrics).toMatch(/serap_outbox_rows 1\n/);
    expect(metrics).toMatch(/serap_outbox_oldest_seconds 6\d\d\n/);
    await desk.dashboard.query('DELETE FROM outbox WHERE topic = $1', [topic]);
  });
});
