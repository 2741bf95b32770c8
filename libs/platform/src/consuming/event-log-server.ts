import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { EVENTS, isEventType, type SerapEvent } from '#contracts/events.js';
import type { Tx } from '../database/transactions.js';
import { runAs } from '../context/call-context.js';
import type { EventHandler } from './apply.js';
import { CheckpointedConsumer, type ConsumerOptions } from './checkpointed-consumer.js';
import type { ReceivedEvent } from './decode.js';
import { KeptLookout } from './kept-lookout.js';
import { discardDeadLetter, replayDeadLetter, type Settled } from './settle-dead-letter.js';
import type { StoredRecord, Subscription } from '#event-log/log/event-log.js';

/** What `@Ctx()` gives an `@EventPattern` method. */
export interface HandlerContext {
  /** The transaction that also moves the checkpoint: everything done through it happens once, or not at all. */
  readonly tx: Tx;
  /** Where the event, or the first of the batch, lies in the log. */
  readonly record: StoredRecord;
}

export interface EventLogServerOptions extends Omit<ConsumerOptions, 'handler'> {
  /** Topics to read; every handled type must live on one of them. */
  readonly topics: readonly string[];
  /** Pause between looks for what another replica has kept; see KeptLookout. */
  readonly lookMs?: number;
}

/**
 * Delivers events from the log to ordinary Nest `@EventPattern(type)` methods.
 *
 * `@Payload()` is one validated event; with `@EventPattern(type, { batch: true })` it is an array of consecutive events of
 * that type, in order. A failing method leaves nothing behind and acknowledges nothing.
 *
 * Errors must reach this class as they are: the application needs an exception filter that rethrows outside HTTP.
 */
export class EventLogServer extends Server implements CustomTransportStrategy, EventHandler {
  override readonly transportId = Symbol('event-log');
  override readonly propagatesEventHandlerErrors = true;
  private readonly methods = new Map<string, MessageHandler[]>();
  private subscription: Subscription | undefined;
  private lookout: KeptLookout | undefined;

  constructor(private readonly options: EventLogServerOptions) {
    super();
  }

  /** Several methods may handle one type: they run one after the other, in one transaction. */
  override addHandler(pattern: unknown, method: MessageHandler, isEventHandler = false, extras = {}): void {
    const type = String(pattern);
    if (!isEventHandler) throw new Error(`${type}: the log has events only, no requests to answer`);
    if (!isEventType(type)) throw new Error(`${type} is not among the event types of libs/contracts`);
    if (!this.options.topics.includes(EVENTS[type].topic)) throw new Error(`${type}: its topic is not consumed`);
    method.isEventHandler = true;
    method.extras = extras;
    this.methods.set(type, [...(this.methods.get(type) ?? []), method]);
    this.messageHandlers.set(type, method);
  }

  listen(callback: (error?: unknown) => void): void {
    const consumer = new CheckpointedConsumer({ ...this.options, handler: this });
    const { group, topics, log, lookMs } = this.options;
    this.lookout = new KeptLookout(() => consumer.lookForKept(), lookMs);
    log.subscribe(group, topics, consumer).then(
      (subscription) => {
        this.subscription = subscription;
        callback();
      },
      (error: unknown) => {
        callback(error);
      },
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.subscription?.close(), this.lookout?.close()]);
    this.subscription = undefined;
    this.lookout = undefined;
  }

  on(): never {
    throw new Error('the event log server has no events of its own');
  }

  unwrap<T>(): T {
    return this.options.log as T;
  }

  handles(type: string): boolean {
    return this.methods.has(type);
  }

  async handle(events: readonly ReceivedEvent[], tx: Tx): Promise<void> {
    for (let from = 0; from < events.length;) {
      const type = events[from]?.event.type;
      let to = from;
      while (events[to]?.event.type === type) to += 1;
      await this.handleRun(type ?? '', events.slice(from, to), tx);
      from = to;
    }
  }

  /** Handles a dead letter again; see settle-dead-letter.ts. */
  replay(deadLetterId: string): Promise<Settled> {
    return replayDeadLetter({ ...this.options, handler: this }, deadLetterId);
  }

  /** Gives a dead letter up; see settle-dead-letter.ts. */
  discard(deadLetterId: string): Promise<Settled> {
    return discardDeadLetter({ ...this.options, handler: this }, deadLetterId);
  }

  /** @param run events of one type, at least one */
  private async handleRun(type: string, run: readonly ReceivedEvent[], tx: Tx): Promise<void> {
    for (const method of this.methods.get(type) ?? []) {
      if ((method.extras as { batch?: boolean } | undefined)?.batch) {
        await call(
          method,
          run,
          run.map(({ event }) => event),
          tx,
        );
      } else {
        for (const received of run) await call(method, [received], received.event, tx);
      }
    }
  }
}

/** What the method publishes is caused by the event that it handles; in a batch, it says so itself. */
async function call(
  method: MessageHandler,
  run: readonly ReceivedEvent[],
  payload: SerapEvent | SerapEvent[],
  tx: Tx,
): Promise<void> {
  const [first] = run;
  if (!first) return;
  const { event, record } = first;
  const { principal, correlationId, traceparent } = event;
  const causedTx: Tx = {
    manager: tx.manager,
    query: (sql, parameters) => tx.query(sql, parameters),
    audit: (note) => {
      tx.audit(note);
    },
    afterCommit: (work) => {
      tx.afterCommit(work);
    },
    publish: (...events) => {
      const cause = Array.isArray(payload) ? {} : { principal, correlationId, causationId: event.id };
      tx.publish(...events.map((published) => ({ ...cause, ...published })));
    },
  };
  const acting = { principal, correlationId, causationId: event.id, ...(traceparent ? { traceparent } : {}) };
  await runAs(acting, async () => {
    const result: unknown = await method(payload, { tx: causedTx, record } satisfies HandlerContext);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  });
}
