import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Catch, Controller, type ExceptionFilter, type INestMicroservice, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import type { EventEnvelope } from '#contracts/envelope.js';
import { isEventType, type EventData } from '#contracts/events.js';
import { DomainError } from '#kernel/domain-error.js';
import type { EventHandler } from '#platform/consuming/apply.js';
import { discardDeadLetter, replayDeadLetter } from '#platform/consuming/settle-dead-letter.js';
import { EventLogServer, type HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent } from '#platform/consuming/handle-event.js';
import { ConsumingService, TOPIC } from './consumer-fixture.js';
import { until } from './samples.js';
import { NEW, TwoReleases } from './two-releases.js';

const VERIFIED = 'serap.certificate.verified.v1';
type EventOf<Type extends typeof VERIFIED | typeof NEW> = EventEnvelope<Type, EventData<Type>>;

let refusing = false;

@Controller()
class CertificateConsumer {
  @HandleEvent(VERIFIED)
  async verified(@Payload() event: EventOf<typeof VERIFIED>, @Ctx() { tx }: HandlerContext): Promise<void> {
    if (refusing && event.sequence === 1) throw new DomainError('CONFLICT');
    await tx.query('INSERT INTO effect (subject, sequence) VALUES ($1, $2)', [event.subject, event.sequence]);
  }

  @HandleEvent(NEW)
  async revoked(@Payload() event: EventOf<typeof NEW>, @Ctx() { tx }: HandlerContext): Promise<void> {
    await tx.query('INSERT INTO effect (subject, sequence) VALUES ($1, $2)', [event.subject, event.sequence]);
  }
}

@Catch()
class Rethrow implements ExceptionFilter {
  catch(error: unknown): never {
    throw error;
  }
}

@Module({ controllers: [CertificateConsumer] })
class ConsumingModule {}

/** Two replicas of a service in an upgrade: the partition is the later release's, the operator's call comes to the earlier one. */
describe('a dead letter that a replica of the release before settles', () => {
  let service: ConsumingService;
  let releases: TwoReleases;
  let server: EventLogServer;
  let app: INestMicroservice;

  beforeEach(async () => {
    service = await ConsumingService.start();
    releases = new TwoReleases(service);
    const { group, vault, log, transactions, observer } = service;
    server = new EventLogServer({ group, vault, log, transactions, observer, topics: [TOPIC], lookMs: 100 });
    const module = await Test.createTestingModule({ imports: [ConsumingModule] }).compile();
    app = module.createNestMicroservice({ strategy: server });
    app.useLogger(false);
    app.useGlobalFilters(new Rethrow());
    refusing = true;
    await app.listen();
    await service.log.publish([releases.event('x', 1), releases.event('x', 2, NEW), releases.event('x', 3)]);
    await until('the end', async () => (await service.reached()) === 3n);
    expect(await releases.parked()).toHaveLength(2);
    refusing = false;
  });
  afterEach(async () => {
    await app.close();
    await service.stop();
  });

  const before = (): EventHandler => ({
    handles: (type) => type === VERIFIED,
    lists: (type) => isEventType(type) && type !== NEW,
    handle: async (events, tx) => {
      for (const { event } of events) {
        await tx.query('INSERT INTO effect (subject, sequence) VALUES ($1, $2)', [event.subject, event.sequence]);
      }
    },
  });

  it.each([
    ['replays', replayDeadLetter, ['x/1', 'x/2', 'x/3']],
    ['gives up', discardDeadLetter, ['x/2', 'x/3']],
  ] as const)(
    'is followed by what it %s without knowing, though nothing new comes, and by what comes then',
    async (_, settle, effects) => {
      const [letter] = await releases.letters();
      expect(await settle({ ...service, handler: before() }, letter!.id)).toEqual({ released: 0, heldAgain: true });
      await until('what was kept', async () => (await service.effects()).length === effects.length);
      await service.log.publish([releases.event('x', 4)]);
      await until('what is new', async () => (await service.effects()).length === effects.length + 1);
      expect(await service.effects()).toEqual([...effects, 'x/4']);
      expect([await releases.kept(), await releases.parked()]).toEqual([[], []]);
    },
  );

  it('does not hold up an event that comes meanwhile for longer than until the owner looks', async () => {
    const [letter] = await releases.letters();
    await replayDeadLetter({ ...service, handler: before() }, letter!.id);
    await service.log.publish([releases.event('x', 4), releases.event('y', 1)]);
    await until('all of them', async () => (await service.effects()).length === 5);
    expect((await service.effects()).filter((effect) => effect !== 'y/1')).toEqual(['x/1', 'x/2', 'x/3', 'x/4']);
  });
});
