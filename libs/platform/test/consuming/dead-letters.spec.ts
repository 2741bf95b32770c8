import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '#kernel/domain-error.js';
import { discardDeadLetter, replayDeadLetter } from '#platform/consuming/settle-dead-letter.js';
import { lag } from '#platform/consuming/lag.js';
import type { LogRecord } from '#event-log/log/event-log.js';
import { certificate, ConsumingService, malformed, TOPIC, toRecord } from './consumer-fixture.js';
import { until } from './samples.js';

describe('what cannot be processed', () => {
  let service: ConsumingService;
  beforeEach(async () => {
    service = await ConsumingService.start();
  });
  afterEach(() => service.stop());

  const event = (id: string, version: number) => toRecord(certificate(id, version));
  const consume = async (...records: LogRecord[]) => {
    await service.log.publish(records);
    const subscription = await service.subscribe();
    await until('the end', async () => (await service.reached()) === BigInt(records.length));
    await subscription.close();
  };
  const letters = () =>
    service.rows<{ id: string; code: string; state: string }>('SELECT * FROM dead_letter ORDER BY id');
  const parked = () => service.rows('SELECT * FROM parked');
  const refuse = (subject: string, version?: number) => {
    service.handler.failing = ({ event: { subject: is, sequence } }) => {
      if (is === `certificate:${subject}` && (version === undefined || version === sequence)) {
        throw new DomainError('COMMODITY_UNKNOWN', { commodity: 'x' });
      }
    };
  };

  it.each([
    ['not JSON', 'MALFORMED'],
    ['[1, 2]', 'MALFORMED'],
    ['"text"', 'MALFORMED'],
    ['', 'MALFORMED'],
    ['{"certificateId": 7}', 'INVALID'],
  ])('buries the body %j as %s, and goes on', async (body, code) => {
    await consume(event('a', 1), malformed('x', 1, body), event('b', 1));
    expect((await letters()).map((letter) => letter.code)).toEqual([code]);
    expect(await service.effects()).toEqual(['a/1', 'b/1']);
  });

  it('buries bytes that are not even UTF-8, headers with NUL, and a record without any header', async () => {
    const bytes = { ...malformed('x', 1), body: Buffer.from([0xff, 0xfe, 0x00]) };
    const nul = { ...malformed('y', 1), headers: { ...malformed('y', 1).headers, ce_subject: 'a\0b' } };
    const bare = { ...malformed('z', 1), headers: {} };
    await consume(bytes, nul, bare, event('a', 1));
    expect((await letters()).map((letter) => letter.code)).toEqual(['MALFORMED', 'MALFORMED', 'MALFORMED']);
    expect(await service.effects()).toEqual(['a/1']);
  });

  it('buries what the domain refuses and what the database refuses, with the code of each', async () => {
    refuse('x');
    await consume(event('x', 1), event('a', 1), event('y', 5_000));
    expect((await letters()).map((letter) => letter.code)).toEqual(['COMMODITY_UNKNOWN', 'SQLSTATE_23514']);
    expect(await service.effects()).toEqual(['a/1']);
  });

  it('tells the dead-letter topic in the same transaction: ids and the error, never the payload', async () => {
    await consume(malformed('x', 1, '{"secret": '));
    const [letter] = await letters();
    const [published] = await service.rows<{ body: object; topic: string; key: string }>('SELECT * FROM outbox');
    expect(published).toMatchObject({
      topic: 'serap.dead-letters.v1',
      body: {
        deadLetterId: letter?.id,
        group: service.group,
        sourceTopic: TOPIC,
        sourceOffset: '0',
        code: 'MALFORMED',
      },
    });
    expect(JSON.stringify(published)).not.toContain('secret');
  });

  it('keeps bodies sealed, also of what is parked, and reads those that lay there before as they are', async () => {
    refuse('x', 1);
    await consume(event('x', 1), event('x', 2));
    const bodies = () =>
      service.rows<{ body: Buffer }>('SELECT body FROM dead_letter UNION ALL SELECT body FROM parked');
    expect(await bodies()).toHaveLength(2);
    for (const { body } of await bodies()) expect(body.toString('latin1')).not.toContain('33.02');

    const opened = service.vault.open((await bodies())[0]!.body);
    await service.rows('UPDATE dead_letter SET body = $1, sealed = false', [opened]);
    service.handler.failing = () => undefined;
    expect(await replayDeadLetter(service, (await letters())[0]!.id)).toEqual({ released: 1, heldAgain: false });
    expect(await service.effects()).toEqual(['x/1', 'x/2']);
  });

  it('parks later events of the same subject only', async () => {
    refuse('x', 1);
    await consume(event('x', 1), event('a', 1), event('x', 2), event('a', 2), event('x', 3));
    expect(await service.effects()).toEqual(['a/1', 'a/2']);
    expect(await parked()).toHaveLength(2);
    expect(await letters()).toHaveLength(1);
  });

  it('replays a dead letter and what is parked behind it, in order, once its cause is gone', async () => {
    refuse('x', 1);
    await consume(event('x', 1), event('x', 2), event('x', 3));
    const [letter] = await letters();
    await expect(replayDeadLetter(service, letter!.id)).rejects.toThrow('in no agreement and no lot');
    expect(await parked()).toHaveLength(2);

    service.handler.failing = () => undefined;
    expect(await replayDeadLetter(service, letter!.id)).toEqual({ released: 2, heldAgain: false });
    expect(await service.effects()).toEqual(['x/1', 'x/2', 'x/3']);
    expect(await parked()).toEqual([]);
    expect((await letters())[0]?.state).toBe('replayed');
    await expect(replayDeadLetter(service, letter!.id)).rejects.toThrow('is not open');
  });

  it('discards a dead letter, and handles what is parked behind it', async () => {
    refuse('x', 1);
    await consume(event('x', 1), event('x', 2));
    const [letter] = await letters();
    expect(await discardDeadLetter(service, letter!.id)).toEqual({ released: 1, heldAgain: false });
    expect(await service.effects()).toEqual(['x/2']);
    expect((await letters())[0]?.state).toBe('discarded');
    const told = await service.rows<{ headers: { ce_type: string; ce_sequence: string }; body: object }>(
      'SELECT headers, body FROM outbox ORDER BY id',
    );
    expect(told.map(({ headers }) => [headers.ce_type, headers.ce_sequence])).toEqual([
      ['serap.dead-letter.recorded.v1', '1'],
      ['serap.dead-letter.settled.v1', '2'],
    ]);
    expect(told[1]?.body).toEqual({ deadLetterId: letter?.id, group: service.group, outcome: 'discarded' });
  });

  it('makes a parked event that fails in its turn the next dead letter, the rest behind it', async () => {
    refuse('x', 1);
    await consume(event('x', 1), event('x', 2), event('x', 3), event('x', 4));
    refuse('x', 3);
    const [letter] = await letters();
    expect(await replayDeadLetter(service, letter!.id)).toEqual({ released: 1, heldAgain: true });
    expect(await service.effects()).toEqual(['x/1', 'x/2']);
    expect((await letters()).map(({ state }) => state)).toEqual(['replayed', 'dead']);
    expect(await parked()).toHaveLength(1);

    service.handler.failing = () => undefined;
    await replayDeadLetter(service, (await letters())[1]!.id);
    expect(await service.effects()).toEqual(['x/1', 'x/2', 'x/3', 'x/4']);
  });

  it('goes on with the subject after a replay, and never parks behind a letter that is settled', async () => {
    refuse('x', 1);
    await consume(event('x', 1));
    service.handler.failing = () => undefined;
    const subscription = await service.subscribe();
    const [letter] = await letters();
    const later = Array.from({ length: 60 }, (_, i) => i + 2);
    const [settled] = await Promise.all([
      replayDeadLetter(service, letter!.id),
      (async () => {
        for (const version of later) await service.log.publish([event('x', version)]);
      })(),
    ]);
    await until('the end', async () => (await service.reached()) === 61n);
    await subscription.close();
    expect(settled.heldAgain).toBe(false);
    expect(await parked()).toEqual([]);
    expect(await service.effects()).toEqual([1, ...later].map((version) => `x/${String(version)}`));
  });

  it('lets a replay wait for a batch that is just parking an event behind it', async () => {
    refuse('x', 1);
    await consume(event('x', 1));
    const [letter] = await letters();
    let enter: () => void = () => undefined;
    let leave: () => void = () => undefined;
    const entered = new Promise<void>((resolve) => (enter = resolve));
    const left = new Promise<void>((resolve) => (leave = resolve));
    service.handler.failing = async ({ event: { subject } }) => {
      if (subject !== 'certificate:y') return;
      enter();
      await left;
    };
    const subscription = await service.subscribe();
    await service.log.publish([event('y', 1), event('x', 2)]);
    await entered;
    const replay = replayDeadLetter(service, letter!.id);
    await Promise.race([replay, sleep(300)]);
    leave();
    expect(await replay).toEqual({ released: 1, heldAgain: false });
    await subscription.close();
    expect(await parked()).toEqual([]);
    expect(await service.effects()).toEqual(['y/1', 'x/1', 'x/2']);
  });

  it('says how far behind the group is', async () => {
    await consume(event('a', 1));
    await service.log.publish([event('a', 2), event('a', 3)]);
    const lags = await lag(service.log, service.dataSource, service.group, [TOPIC]);
    expect(lags).toHaveLength(4);
    expect(lags.filter((one) => one.lag > 0n)).toMatchObject([{ nextOffset: 1n, endOffset: 3n, lag: 2n }]);
  });
});
