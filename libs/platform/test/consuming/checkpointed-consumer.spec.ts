import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StopPartition, type RecordBatch } from '#event-log/log/event-log.js';
import { partitionOf } from '#event-log/log/partitioner.js';
import { certificate, ConsumingService, Recorder, TOPIC, toRecord } from './consumer-fixture.js';
import { until } from './samples.js';

const at = { topic: TOPIC, partition: partitionOf('33.02', 4) };

describe('a checkpointed consumer', () => {
  let service: ConsumingService;
  beforeEach(async () => {
    service = await ConsumingService.start();
  });
  afterEach(() => service.stop());

  const publish = (...versions: [string, number][]) =>
    service.log.publish(versions.map(([id, version]) => toRecord(certificate(id, version))));
  const batch = async (from = 0n): Promise<RecordBatch> => ({
    ...at,
    records: await service.log.read(at, from, 100),
    endOffset: 100n,
  });

  it('commits the effect and the place reached together', async () => {
    await publish(['a', 1], ['b', 1], ['a', 2]);
    await service.subscribe();
    await until('three effects', async () => (await service.effects()).length === 3);
    expect(await service.effects()).toEqual(['a/1', 'b/1', 'a/2']);
    expect(await service.reached()).toBe(3n);
    expect(service.handler.batches).toEqual([3]);
  });

  it('keeps nothing of an aborted transaction, and handles the same events again', async () => {
    await publish(['a', 1], ['a', 2]);
    let outages = 2;
    service.handler.failing = ({ event }) => {
      if (event.sequence === 2 && outages-- > 0) {
        throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
      }
    };
    await service.subscribe();
    await until('both effects', async () => (await service.effects()).length === 2);
    expect(await service.effects()).toEqual(['a/1', 'a/2']);
    expect(service.observer.waits).toHaveLength(2);
    expect(service.observer.dead).toEqual([]);
  });

  it('gives an event that was delivered again no second effect', async () => {
    await publish(['a', 1], ['a', 2], ['b', 1]);
    const consumer = service.consumer();
    await consumer.assigned(at);
    expect(await consumer.handle(await batch())).toBe(3n);
    expect(await consumer.handle(await batch())).toBe(3n);
    expect(await consumer.handle(await batch(1n))).toBe(3n);
    const { records, ...rest } = await batch();
    expect(await consumer.handle({ ...rest, records: records.slice(0, 2) })).toBe(3n);
    expect(await service.reached()).toBe(3n);
    expect(await service.effects()).toEqual(['a/1', 'a/2', 'b/1']);
  });

  it('gives an event that lies in the log twice one effect, whichever order the copies have', async () => {
    const [one, two, other] = [certificate('a', 1), certificate('a', 2), certificate('b', 1)];
    // Only a log that keeps no ids has copies, so these get ids of their own.
    const copy = (event: typeof one, n: number) => ({ ...toRecord(event), eventId: `${event.id}-${String(n)}` });
    await service.log.publish([copy(one, 1), copy(two, 1), copy(one, 2), copy(two, 2), copy(other, 1), copy(one, 3)]);
    await service.subscribe();
    await until('the end', async () => (await service.reached()) === 6n);
    expect(await service.effects()).toEqual(['a/1', 'a/2', 'b/1']);
  });

  it('lets two owners of a partition do the work once: the slower one is rolled back', async () => {
    await publish(['a', 1], ['a', 2]);
    const [slow, fast] = [service.consumer(), service.consumer(new Recorder())];
    await slow.assigned(at);
    await fast.assigned(at);
    const stale = await batch();
    expect(await fast.handle(stale)).toBe(2n);
    await expect(slow.handle(stale)).rejects.toThrow('/');
    await publish(['a', 3]);
    expect(await slow.handle(await batch())).toBe(3n);
    expect(await service.effects()).toEqual(['a/1', 'a/2', 'a/3']);
  });

  it('lets two owners at the same instant do the work once', async () => {
    await publish(['a', 1], ['b', 1]);
    const owners = [service.consumer(), service.consumer(), service.consumer()];
    await Promise.all(owners.map((owner) => owner.assigned(at)));
    const records = await batch();
    const outcomes = await Promise.allSettled(owners.map((owner) => owner.handle(records)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await service.effects()).toEqual(['a/1', 'b/1']);
  });

  it('starts a group that never was at the beginning', async () => {
    expect(await service.consumer().assigned(at)).toBe(0n);
  });

  it('stops when the log has another event in the place of the one handled last', async () => {
    await publish(['a', 1], ['a', 2]);
    const consumer = service.consumer();
    await consumer.assigned(at);
    await consumer.handle(await batch());
    await service.rows(`UPDATE checkpoint SET last_event_id = 'another'`);
    await expect(service.consumer().assigned(at)).rejects.toThrow(StopPartition);
    expect(String(service.observer.stops[0])).toContain('another event at offset 1');
  });

  it('stops when its checkpoint lies beyond the end, and never starts over by itself', async () => {
    await publish(['a', 1]);
    const consumer = service.consumer();
    await consumer.assigned(at);
    await service.rows('UPDATE checkpoint SET next_offset = 50');
    await expect(service.consumer().assigned(at)).rejects.toThrow(StopPartition);
    expect(await service.rows('SELECT 1 FROM checkpoint WHERE next_offset = 50')).toHaveLength(1);
  });

  it('stops when records between the checkpoint and the log are missing', async () => {
    await publish(['a', 1], ['a', 2], ['a', 3]);
    const consumer = service.consumer();
    await consumer.assigned(at);
    await expect(consumer.handle(await batch(2n))).rejects.toThrow(StopPartition);
    expect(await service.effects()).toEqual([]);
  });

  it('passes over a type that the contract lists and this group does not handle', async () => {
    await service.log.publish([toRecord(certificate('b', 1, { type: 'serap.producer.verified.v1' }))]);
    await publish(['b', 2]);
    await service.subscribe();
    await until('the end', async () => (await service.reached()) === 2n);
    expect(await service.effects()).toEqual(['b/2']);
    expect(service.observer.unknown).toEqual([]);
    expect(await service.rows('SELECT 1 FROM kept_event')).toEqual([]);
  });

  it('stops its partition at a bug, and nothing behind it is handled', async () => {
    await publish(['a', 1], ['b', 1], ['c', 1]);
    service.handler.failing = ({ event }) => {
      if (event.subject === 'certificate:b') throw new TypeError('undefined is not a function');
    };
    await service.subscribe();
    await until('the stop', () => service.observer.stops.length === 1);
    expect(await service.effects()).toEqual(['a/1']);
    expect(await service.reached()).toBe(1n);
    expect(await service.rows('SELECT 1 FROM dead_letter')).toEqual([]);
  });

  it('does not take a handler for successful that swallowed an error of the database', async () => {
    await publish(['a', 1]);
    service.handler.failing = (_, tx) =>
      tx.query('SELECT 1 / 0').then(
        () => undefined,
        () => undefined,
      );
    await service.subscribe();
    await until('the stop', () => service.observer.stops.length === 1);
    expect(await service.reached()).toBe(0n);
    expect(await service.effects()).toEqual([]);
  });
});
