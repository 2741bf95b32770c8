import { chainOf } from '#postgres/error-chain.js';
import { sizeOf } from '../log/batch-bytes.js';
import { type LogRecord, RecordTooLarge } from '../log/event-log.js';
import { createProducer, type Kafka, type Producer } from './kafka-client.js';
import { toTopicMessages } from './kafka-record.js';

/**
 * Publishes with acks=all, one batch at a time, so that a retry can never overtake a later batch.
 *
 * A producer that failed is thrown away: its sequence numbers may no longer fit what the broker has, and it would then
 * be refused for ever (OUT_OF_ORDER_SEQUENCE_NUMBER).
 */
export class KafkaPublisher {
  private producer: Promise<Producer> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly kafka: Kafka) {}

  publish(records: readonly LogRecord[]): Promise<void> {
    const sent = this.last.then(() => this.send(records));
    this.last = sent.catch(() => undefined);
    return sent;
  }

  async close(): Promise<void> {
    await this.last;
    await this.discard();
  }

  /** Halves of what the broker finds too large go one after the other, so that the order stays. */
  private async send(records: readonly LogRecord[]): Promise<void> {
    if (records.length === 0) return;
    try {
      this.producer ??= this.connect();
      const producer = await this.producer;
      await producer.sendBatch({ topicMessages: toTopicMessages(records), acks: -1 });
    } catch (error) {
      await this.discard();
      if (!isTooLarge(error)) throw error;
      const [only] = records;
      if (records.length === 1 && only) throw tooLarge(only, error);
      const half = Math.ceil(records.length / 2);
      await this.send(records.slice(0, half));
      await this.send(records.slice(half));
    }
  }

  private async connect(): Promise<Producer> {
    const producer = createProducer(this.kafka);
    await producer.connect();
    return producer;
  }

  private async discard(): Promise<void> {
    const old = this.producer;
    this.producer = undefined;
    const producer = await old?.catch(() => undefined);
    await producer?.disconnect().catch(() => undefined);
  }
}

const TOO_LARGE = new Set<unknown>(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

function isTooLarge(error: unknown): boolean {
  return chainOf(error).some((link) => TOO_LARGE.has((link as { type?: unknown }).type));
}

function tooLarge(record: LogRecord, cause: unknown): RecordTooLarge {
  const size = `${String(sizeOf(record))} bytes`;
  return new RecordTooLarge(`event ${record.eventId} of ${size} is larger than ${record.topic} takes`, { cause });
}
