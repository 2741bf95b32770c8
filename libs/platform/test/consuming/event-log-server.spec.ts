import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  Catch,
  Controller,
  type ArgumentsHost,
  type ExceptionFilter,
  type INestMicroservice,
  Module,
} from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { Test } from '@nestjs/testing';
import { EMPTY, of, throwError } from 'rxjs';
import type { EventEnvelope } from '#contracts/envelope.js';
import { ClockAdvanced } from '#contracts/clock.js';
import { CertificateVerified } from '#contracts/producers.js';
import type { EventData } from '#contracts/events.js';
import { DomainError } from '#kernel/domain-error.js';
import { EventLogServer, type HandlerContext } from '#platform/consuming/event-log-server.js';
import { HandleEvent, HandleEventBatch } from '#platform/consuming/handle-event.js';
import { certificate, ConsumingService, malformed, TOPIC, toRecord } from './consumer-fixture.js';
import { until } from './samples.js';

const VERIFIED = 'serap.certificate.verified.v1';
const REVOKED = 'serap.certificate.revoked.v1';
type Verified = EventEnvelope<typeof VERIFIED, EventData<typeof VERIFIED>>;
type Revoked = EventEnvelope<typeof REVOKED, EventData<typeof REVOKED>>;

const calls: { method: string; sequences: number[]; data?: object }[] = [];
let behave: (event: Verified) => unknown = () => undefined;

@Controller()
class CertificateConsumer {
  @HandleEvent(VERIFIED)
  async verified(@Payload() event: Verified, @Ctx() { tx }: HandlerContext): Promise<void> {
    calls.push({ method: 'verified', sequences: [event.sequence], data: event.data });
    await tx.query('INSERT INTO effect (subject, sequence) VALUES ($1, $2)', [event.subject, event.sequence]);
    tx.publish({
      type: 'serap.clock.advanced.v1',
      subject: 'clock',
      sequence: event.sequence,
      key: 'clock',
      data: Object.assign(new ClockAdvanced(), { offsetMs: 1 }),
    });
    return (await behave(event)) as undefined;
  }

  @EventPattern<typeof VERIFIED>(VERIFIED)
  second(@Payload() event: Verified): unknown {
    calls.push({ method: 'second', sequences: [event.sequence] });
    return event.data.kind === 'STREAM' ? throwError(() => new DomainError('CONFLICT')) : EMPTY;
  }

  @HandleEventBatch(REVOKED)
  async revoked(@Payload() events: Revoked[], @Ctx() { tx }: HandlerContext): Promise<void> {
    calls.push({ method: 'revoked', sequences: events.map(({ sequence }) => sequence) });
    for (const { subject, sequence } of events) {
      await tx.query('INSERT INTO effect (subject, sequence) VALUES ($1, $2)', [subject, sequence]);
    }
  }
}

/** One method for several types. */
@Controller()
class EitherConsumer {
  @HandleEventBatch(VERIFIED, REVOKED)
  async either(@Payload() events: (Verified | Revoked)[], @Ctx() _context: HandlerContext): Promise<void> {
    calls.push({ method: 'either', sequences: events.map(({ sequence }) => sequence) });
  }
}

@Catch()
class Rethrow implements ExceptionFilter {
  catch(error: unknown, _: ArgumentsHost): never {
    throw error;
  }
}

@Module({ controllers: [CertificateConsumer, EitherConsumer] })
class ConsumingModule {}

describe('event handlers behind the log', () => {
  let service: ConsumingService;
  let server: EventLogServer;
  let app: INestMicroservice;

  beforeEach(async () => {
    calls.length = 0;
    behave = () => undefined;
    service = await ConsumingService.start();
    const { group, vault, log, transactions, observer } = service;
    server = new EventLogServer({ group, vault, log, transactions, observer, topics: [TOPIC] });
    const module = await Test.createTestingModule({ imports: [ConsumingModule] }).compile();
    const options = { strategy: server };

    app = module.createNestMicroservice(options);
    app.useLogger(false);
    app.useGlobalFilters(new Rethrow());
  });
  afterEach(async () => {
    await app.close();
    await service.stop();
  });

  const verified = (id: string, n: number, changes: Partial<EventEnvelope> = {}) =>
    toRecord(certificate(id, n, changes));
  const run = async (...records: ReturnType<typeof verified>[]) => {
    await service.log.publish(records);
    await app.listen();
    await until(
      'the end',
      async () => service.observer.stops.length > 0 || (await service.reached()) === BigInt(records.length),
    );
  };

  it('gives a method one validated event and the transaction that moves the checkpoint', async () => {
    await run(verified('a', 1), verified('a', 2));
    expect(calls.filter(({ method }) => method === 'verified').map(({ sequences }) => sequences)).toEqual([[1], [2]]);
    expect(calls[0]?.data).toBeInstanceOf(CertificateVerified);
    expect(await service.effects()).toEqual(['a/1', 'a/2']);
  });

  it('gives a batch method consecutive events of its type', async () => {
    const revoked = (n: number) => verified('a', n, { type: REVOKED });
    await run(revoked(1), revoked(2), verified('b', 1), revoked(3));
    expect(calls.filter(({ method }) => method === 'revoked').map(({ sequences }) => sequences)).toEqual([[1, 2], [3]]);
    expect(await service.effects()).toEqual(['a/1', 'a/2', 'b/1', 'a/3']);
  });

  it('gives a method of several types each of them, and never two in one batch', async () => {
    await run(verified('a', 1), verified('a', 2), verified('a', 3, { type: REVOKED }));
    expect(calls.filter(({ method }) => method === 'either').map(({ sequences }) => sequences)).toEqual([[1, 2], [3]]);
  });

  it('runs every method of a type, in order', async () => {
    await run(verified('a', 1));
    expect(calls.map(({ method }) => method)).toEqual(['verified', 'second', 'either']);
  });

  it('does not acknowledge for a method that fails, and knows its error for what it is', async () => {
    behave = () => {
      throw new TypeError('a bug');
    };
    await run(verified('a', 1));
    expect(service.observer.stops[0]).toBeInstanceOf(TypeError);
    expect(await service.reached()).toBe(0n);
    expect(await service.effects()).toEqual([]);
    // All that is told is that it stands still.
    const published = `SELECT 1 FROM outbox WHERE headers->>'ce_type' <> 'serap.partition.stopped.v1'`;
    expect(await service.rows(published)).toEqual([]);
  });

  it('waits for a method that fails late', async () => {
    behave = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new DomainError('CONFLICT');
    };
    await run(verified('a', 1));
    expect(service.observer.dead).toEqual(['CONFLICT']);
    expect(await service.effects()).toEqual([]);
  });

  it('waits for a method that answers with a stream', async () => {
    behave = () => of(1, 2);
    const data = { certificateId: 'a', producerId: 'p', origin: '33.02', kind: 'STREAM' };
    await run(verified('a', 1, { data }), verified('b', 1));
    expect(service.observer.dead).toEqual(['CONFLICT']);
    expect(await service.effects()).toEqual(['b/1']);
  });

  it('keeps types that are unknown here, and takes bytes that are not JSON for malformed, whatever their type', async () => {
    const unknown = { type: 'serap.unheard-of.v1' };
    const bytes = { ...malformed('x', 1), headers: verified('x', 1, unknown).headers };
    await run(verified('u', 1, unknown), bytes, verified('a', 1));
    expect(service.observer.unknown).toEqual(['serap.unheard-of.v1']);
    expect(service.observer.dead).toEqual(['MALFORMED']);
    expect(await service.effects()).toEqual(['a/1']);
  });

  it('stamps what a method publishes with its cause', async () => {
    const event = certificate('a', 1);
    await run(toRecord(event));
    const [{ headers } = { headers: {} }] = await service.rows<{ headers: object }>('SELECT headers FROM outbox');
    expect(headers).toMatchObject({ ce_causationid: event.id, ce_correlationid: 'call-1', ce_principal: 'officer-1' });
  });

  it('replays a dead letter through the same method', async () => {
    behave = () => {
      throw new DomainError('CONFLICT');
    };
    await run(verified('a', 1), verified('a', 2));
    const [letter] = await service.rows<{ id: string }>('SELECT id FROM dead_letter');
    behave = () => undefined;
    expect(await server.replay(letter!.id)).toEqual({ released: 1, heldAgain: false });
    expect(await service.effects()).toEqual(['a/1', 'a/2']);
  });

  it('refuses to start with a handler that would never be called', () => {
    const method = Object.assign(() => Promise.resolve(of(undefined)), {});
    expect(() => {
      server.addHandler('serap.certificate.verifyed.v1', method, true);
    }).toThrow('not among the event types');
    expect(() => {
      server.addHandler('serap.order.received.v1', method, true);
    }).toThrow('not consumed');
    expect(() => {
      server.addHandler(VERIFIED, method, false);
    }).toThrow('no requests');
  });
});
