import type { TopicPartition } from '#event-log/log/event-log.js';

/** Who wants to know how consuming goes: metrics, the log, a test. */
export interface ConsumerObserver {
  /** Events whose effect was committed, or that were passed over, kept or parked. */
  handled(partition: TopicPartition, count: number): void;
  /** An event of a type that this release does not know was kept for one that does. */
  unknownType(type: string): void;
  /** Events that an earlier release kept, and those that waited behind them, were handled. */
  keptApplied(partition: TopicPartition, count: number): void;
  deadLettered(partition: TopicPartition, code: string): void;
  /** The surroundings are in trouble; the same events are tried again after a pause. */
  waiting(partition: TopicPartition, error: unknown): void;
  /** It stands still, tried again after long pauses: nothing more of this partition is handled here meanwhile. */
  stopped(partition: TopicPartition, reason: unknown): void;
  /** What stood still has been handled after all. */
  wentOn(partition: TopicPartition): void;
  /** The partition is not this member's any more, stopped or not. */
  revoked(partition: TopicPartition): void;
  /** This process is in its group of the event log; said again and again. */
  joined(): void;
  /** It is not, and tries again by itself: the log is away or refuses it, or a topic is missing. */
  notJoined(error: unknown): void;
}
