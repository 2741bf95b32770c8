import { chainOf } from '#postgres/error-chain.js';
import type { Metrics } from '../context/metrics.js';
import type { TopicPartition } from '#event-log/log/event-log.js';
import type { ConsumerObserver } from './observer.js';

/** Why a process has no events to handle. */
export interface Absence {
  readonly since: Date;
  readonly reason: string;
}

interface Log {
  warn(message: string, context: string): void;
  error(message: string, context: string): void;
}

const CONTEXT = 'Consumer';
/** Types come from outside: so many are told of in the log, however many there are. */
const TYPES_TOLD = 100;
/** The same trouble is told again after so long. */
const TELL_AGAIN_MS = 60_000;
const nameOf = ({ topic, partition }: TopicPartition) => `${topic}/${String(partition)}`;

/** Turns what happens while consuming into metrics and log lines; a stopped partition raises an alert through both. */
export class ConsumerMonitor implements ConsumerObserver {
  private readonly still = new Set<string>();
  private readonly told = new Set<string>();
  private readonly events;
  private readonly unknown;
  private readonly dead;
  private readonly retries;
  private readonly stops;
  private absence: Absence | undefined = { since: new Date(), reason: 'it has not come in yet' };
  private tellFrom = 0;

  constructor(
    metrics: Metrics,
    private readonly log: Log,
  ) {
    this.events = metrics.counter('serap_events_handled_total', 'Events handled, by topic', ['topic']);
    this.unknown = metrics.counter(
      'serap_events_unknown_total',
      'Events of an unknown type, kept for a release that knows it',
      [],
    );
    this.dead = metrics.counter('serap_dead_letters_total', 'Events that could not be processed', ['topic', 'code']);
    this.retries = metrics.counter('serap_consumer_retries_total', 'Batches that wait out an outage', ['topic']);
    this.stops = metrics.gauge('serap_consumer_stopped', 'Partitions that stand still, tried again by themselves', [
      'topic',
      'partition',
    ]);
    metrics.measure('serap_log_joined', '1 while this process is in its group of the event log', () =>
      Number(this.absence === undefined),
    );
  }

  /** Since when, and why, this process is not in its group of the event log; undefined: it is. */
  get absent(): Absence | undefined {
    return this.absence;
  }

  joined(): void {
    if (this.tellFrom > 0) this.log.warn('in the group of the event log again', CONTEXT);
    this.absence = undefined;
    this.tellFrom = 0;
  }

  notJoined(error: unknown): void {
    const reason = chainOf(error)
      .flatMap((link) => (link instanceof Error ? [link.message] : []))
      .join(': ');
    const now = Date.now();
    if (now >= this.tellFrom || reason !== this.absence?.reason) {
      this.tellFrom = now + TELL_AGAIN_MS;
      this.log.error(`not in the group of the event log, tries again by itself: ${reason}`, CONTEXT);
    }
    this.absence = { since: this.absence?.since ?? new Date(), reason };
  }

  handled({ topic }: TopicPartition, count: number): void {
    this.events.inc({ topic }, count);
  }

  unknownType(type: string): void {
    // The type comes from outside: as a label it could grow without end.
    this.unknown.inc();
    if (this.told.has(type) || this.told.size >= TYPES_TOLD) return;
    this.told.add(type);
    const named = JSON.stringify(type.slice(0, 100));
    this.log.warn(`this release does not know the type ${named}: its events are kept for one that does`, CONTEXT);
  }

  keptApplied(partition: TopicPartition, count: number): void {
    this.events.inc({ topic: partition.topic }, count);
    this.log.warn(`handled ${String(count)} events in ${nameOf(partition)} that an earlier release had kept`, CONTEXT);
  }

  deadLettered(partition: TopicPartition, code: string): void {
    this.dead.inc({ topic: partition.topic, code });
    this.log.warn(`dead letter in ${nameOf(partition)}: ${code}`, CONTEXT);
  }

  waiting(partition: TopicPartition, error: unknown): void {
    this.retries.inc({ topic: partition.topic });
    this.log.warn(`${nameOf(partition)} waits and tries again: ${String(error)}`, CONTEXT);
  }

  stopped(partition: TopicPartition, reason: unknown): void {
    this.still.add(nameOf(partition));
    this.stops.set({ topic: partition.topic, partition: String(partition.partition) }, 1);
    const detail = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    this.log.error(`STOPPED ${nameOf(partition)}, tried again by itself: ${detail}`, CONTEXT);
  }

  wentOn(partition: TopicPartition): void {
    this.revoked(partition);
    this.log.warn(`${nameOf(partition)} goes on`, CONTEXT);
  }

  revoked(partition: TopicPartition): void {
    if (!this.still.delete(nameOf(partition))) return;
    this.stops.set({ topic: partition.topic, partition: String(partition.partition) }, 0);
  }
}
