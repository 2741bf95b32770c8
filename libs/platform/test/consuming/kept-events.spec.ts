import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TOPICS } from '#contracts/topics.js';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import { replayDeadLetter } from '#platform/consuming/settle-dead-letter.js';
import type { RecordBatch } from '#event-log/log/event-log.js';
import { partitionOf } from '#event-log/log/partitioner.js';
import { ConsumingService, malformed, TOPIC } from './consumer-fixture.js';
import { describeKafka } from './kafka-broker.js';
import { keptEventsContract } from './kept-events.contract.js';
import { until } from './samples.js';
import { NEW, NEWER, TwoReleases } from './two-releases.js';

describe('events of another release on the PostgreSQL log', () => {
  keptEventsContract(() => ConsumingService.start());
});

describeKafka('events of another release on Kafka', () => {
  keptEventsContract(() => ConsumingService.startOnKafka());
});

describe('events of another release', () => {
  let at: TwoReleases;
  beforeEach(async () => {
    at = new TwoReleases(await ConsumingService.start());
  });
  afterEach(() => at.service.stop());

  it('stay while their type is unknown to the next release too, and with them what waits behind them', async () => {
    await at.consume(
      at.event('x', 1, NEW),
      at.event('x', 2, NEWER),
      at.event('x', 3),
      at.event('y', 1, NEWER),
      at.event('y', 2, NEW),
    );
    expect(await at.upgrade()).toEqual(['x/1']);
    expect(await at.kept()).toMatchObject([
      { type: NEWER, subject: 'certificate:x' },
      { type: NEWER, subject: 'certificate:y' },
    ]);
    expect(await at.parked()).toEqual([{ subject: 'certificate:x' }, { subject: 'certificate:y' }]);
  });

  it('are passed over once the contract lists their type and nothing handles it: what waited goes on', async () => {
    await at.consume(at.event('x', 1, NEW), at.event('x', 2));
    at.service.handler.unlisted.clear();
    await at.consume(at.event('x', 3));
    expect(await at.service.effects()).toEqual(['x/2', 'x/3']);
    expect(await at.kept()).toEqual([]);
  });

  it('become a dead letter when they are refused, with what waited still behind it', async () => {
    await at.consume(at.event('x', 1, NEW), at.event('x', 2), at.event('y', 1, NEW));
    at.service.handler.failing = ({ event: { subject, sequence } }) => {
      if (subject === 'certificate:x' && sequence === 1) throw new DomainError('CONFLICT');
    };
    expect(await at.upgrade()).toEqual(['y/1']);
    expect(await at.letters()).toMatchObject([{ state: 'dead', code: 'CONFLICT' }]);
    at.service.handler.failing = () => undefined;
    expect(await replayDeadLetter(at.service, (await at.letters())[0]!.id)).toEqual({ released: 1, heldAgain: false });
    expect((await at.service.effects()).slice(-2)).toEqual(['x/1', 'x/2']);
  });

  it('let poison that waited behind them become a dead letter, whatever its type says, and the rest wait behind that', async () => {
    const poison = { ...at.event('x', 2, NEWER), body: Buffer.from('not JSON') };
    await at.consume(at.event('x', 1, NEW), poison, at.event('x', 3), malformed('y', 1));
    expect(await at.letters()).toMatchObject([{ code: 'MALFORMED' }]);
    expect(await at.upgrade()).toEqual(['x/1']);
    expect((await at.letters()).map(({ code }) => code)).toEqual(['MALFORMED', 'MALFORMED']);
    expect(await at.parked()).toEqual([{ subject: 'certificate:x' }]);
    expect(await at.kept()).toEqual([]);
  });

  it('are kept too when they waited behind a dead letter that is settled now', async () => {
    at.service.handler.failing = () => {
      throw new DomainError('CONFLICT');
    };
    await at.consume(at.event('x', 1), at.event('x', 2), at.event('x', 3, NEW), at.event('x', 4));
    at.service.handler.failing = () => undefined;
    const [letter] = await at.letters();
    expect(await replayDeadLetter(at.service, letter!.id)).toEqual({ released: 1, heldAgain: true });
    expect(await at.kept()).toMatchObject([{ type: NEW }]);
    expect((await at.letters()).map(({ state }) => state)).toEqual(['replayed']);
    expect(await at.upgrade()).toEqual(['x/1', 'x/2', 'x/3', 'x/4']);
  });

  it('are found by a member that owned the partition already when the one before it kept them', async () => {
    const place = { topic: TOPIC, partition: partitionOf('33.02', 4) };
    const [before, next] = [at.service.consumer(), at.service.consumer()];
    await before.assigned(place);
    await next.assigned(place);
    await at.service.log.publish([at.event('x', 1, NEW), at.event('x', 2)]);
    const batch: RecordBatch = { ...place, records: await at.service.log.read(place, 0n, 100), endOffset: 2n };
    await before.handle(batch);
    at.nowLists();
    await expect(next.handle(batch)).rejects.toThrow('/');
    expect(await next.handle(batch)).toBe(2n);
    expect(await at.service.effects()).toEqual(['x/1', 'x/2']);
  });

  it('hold nobody up when they come from outside', async () => {
    const topic = TOPICS.orderIntake;
    const from = (type: string) => ({ ...at.event('x', 1, type), topic, eventId: uuidv7() });
    await at.service.log.createTopics([topic]);
    await at.service.log.publish([
      from('serap.order-intake.placed.v9'),
      from('anything'),
      from('serap.producer.verified.v1'),
    ]);
    const subscription = await at.service.log.subscribe(at.service.group, [topic], at.service.consumer());
    await until('the end', async () => (await at.service.reached()) === 3n);
    await subscription.close();
    expect((await at.kept()).map(({ type, subject }) => [type, subject])).toEqual([
      ['serap.order-intake.placed.v9', ''],
      ['anything', ''],
    ]);
    expect(await at.parked()).toEqual([]);
  });
});
