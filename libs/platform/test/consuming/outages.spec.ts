import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { standstills } from '#platform/consuming/standstill.js';
import { certificate, ConsumingService, TOPIC, toRecord } from './consumer-fixture.js';
import { until } from './samples.js';

/** Short of what a service has, so that a test need not wait for it. */
const LIMIT_MS = 500;

describe('a consumer in trouble', () => {
  let service: ConsumingService;
  beforeEach(async () => {
    service = await ConsumingService.start(LIMIT_MS);
  });
  afterEach(() => service.stop());

  const publish = (from: number, count: number) =>
    service.log.publish(Array.from({ length: count }, (_, i) => toRecord(certificate(`c${String(from + i)}`, 1))));
  const all = (count: number) => Array.from({ length: count }, (_, i) => `c${String(i)}/1`);
  /** What the log is told of standstills, in order. */
  const told = async () =>
    (
      await service.rows<{ said: string }>(
        `SELECT (headers->>'ce_type') || ' ' || (headers->>'ce_sequence') AS said FROM outbox ORDER BY id`,
      )
    ).map(({ said }) => said);
  const expectNothingLost = async (count: number) => {
    await until('the last event', async () => (await service.reached()) === BigInt(count));
    expect(await service.effects()).toEqual(all(count));
    expect(await service.rows('SELECT 1 FROM dead_letter')).toEqual([]);
    expect(service.observer.stops).toEqual([]);
  };

  it('waits out a table that is locked for longer than a transaction may last, and loses nothing', async () => {
    await publish(0, 3);
    await service.subscribe();
    await until('the first three', async () => (await service.effects()).length === 3);
    const client = service.dataSource.createQueryRunner();
    await client.query('BEGIN; SET LOCAL transaction_timeout = 0');
    await client.query('LOCK TABLE effect IN ACCESS EXCLUSIVE MODE');
    await publish(3, 20);
    // One try for each of: the whole batch, its half, its quarter.
    await until('three tries', () => service.observer.waits.length >= 3);
    await client.query('COMMIT');
    await client.release();
    await expectNothingLost(23);
  });

  it('handles a batch that takes longer than a transaction may last in halves', async () => {
    service.handler.failing = (_, tx) => tx.query('SELECT pg_sleep(0.05)').then(() => undefined);
    await publish(0, 32);
    await service.subscribe();
    await expectNothingLost(32);
    expect(service.handler.batches[0]).toBe(32);
    expect(Math.min(...service.handler.batches)).toBeLessThanOrEqual(8);
  });

  it('tries the same batch again after a deadlock before it tries halves', async () => {
    let deadlocks = 2;
    service.handler.failing = () => {
      if (deadlocks-- > 0) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
    };
    await publish(0, 8);
    await service.subscribe();
    await expectNothingLost(8);
    expect(service.handler.batches.slice(0, 4)).toEqual([8, 8, 4, 4]);
  });

  it('keeps trying a single event that finds no connection, and does not make it a dead letter', async () => {
    let lost = 4;
    service.handler.failing = () => {
      if (lost-- > 0) throw new Error('wrapped', { cause: new Error('Connection terminated unexpectedly') });
    };
    await publish(0, 1);
    await service.subscribe();
    await expectNothingLost(1);
    expect(service.observer.waits.length).toBe(4);
  });

  it('stands still at a bug, is tried again by itself, and goes on in order once the bug is gone', async () => {
    let broken = true;
    service.handler.failing = ({ event }) => {
      if (broken && event.subject === 'certificate:c1') throw new TypeError('undefined is not a function');
    };
    await publish(0, 5);
    await service.subscribe();
    await until('a second try', () => service.observer.stops.length >= 2);
    expect(await service.effects()).toEqual(all(1));
    expect(service.observer.resumed).toEqual([]);
    const written = await standstills({ query: (sql, given) => service.rows(sql, given) }, service.group);
    expect(written).toMatchObject([{ topic: TOPIC, reason: 'TypeError: undefined is not a function' }]);
    broken = false;
    await until('the last event', async () => (await service.reached()) === 5n);
    expect(await service.effects()).toEqual(all(5));
    await until('being told', () => service.observer.resumed.length === 1);
    expect(await told()).toEqual(['serap.partition.stopped.v1 1', 'serap.partition.resumed.v1 2']);
  });

  it('goes on by itself once the log has again what was handled last', async () => {
    await publish(0, 2);
    const first = await service.subscribe();
    await until('both', async () => (await service.effects()).length === 2);
    await first.close();
    const [{ last_event_id: id } = { last_event_id: '' }] = await service.rows<{ last_event_id: string }>(
      'SELECT last_event_id FROM checkpoint WHERE next_offset > 0',
    );
    await service.rows(`UPDATE checkpoint SET last_event_id = 'another' WHERE next_offset > 0`);
    await service.subscribe();
    await until('two stops', () => service.observer.stops.length >= 2);
    await service.rows('UPDATE checkpoint SET last_event_id = $1 WHERE next_offset > 0', [id]);
    await until('being told', () => service.observer.resumed.length === 1);
    expect(await told()).toEqual(['serap.partition.stopped.v1 1', 'serap.partition.resumed.v1 2']);
    await publish(2, 1);
    await until('the third', async () => (await service.effects()).length === 3);
  });

  it('takes a session that the server ends in mid-transaction for an outage', async () => {
    let cut = false;
    service.handler.failing = async (_, tx) => {
      if (cut) return;
      cut = true;
      await tx.query('SELECT 1');
      await sleep(2 * LIMIT_MS);
      await tx.query('SELECT 1');
    };
    await publish(0, 1);
    await service.subscribe();
    await expectNothingLost(1);
    expect(service.observer.waits.length).toBeGreaterThan(0);
  });
});
