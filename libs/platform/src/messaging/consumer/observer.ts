import type { TopicPartition } from '../event-log.js';

/** Who wants to know how consuming goes: metrics, the log, a test. */
export interface ConsumerObserver {
  /** Events whose effect was committed, or that were passed over or parked. */
  handled(partition: TopicPartition, count: number): void;
  /** An event of a type that this version does not know was passed over. */
  unknownType(type: string): void;
  deadLettered(partition: TopicPartition, code: string): void;
  /** The surroundings are in trouble; the same events are tried again after a pause. */
  waiting(partition: TopicPartition, error: unknown): void;
  /** A person must look: nothing more of this partition is handled here. */
  stopped(partition: TopicPartition, reason: unknown): void;
  /** The partition is not this member's any more, stopped or not. */
  revoked(partition: TopicPartition): void;
}
