import { LogUnavailable, OffsetOutOfRange, type StoredRecord, type TopicPartition } from '../log/event-log.js';
import type { FetchedMessage, Kafka } from './kafka-client.js';
import { toStored } from './kafka-record.js';

/** The parts of kafkajs 2.2.4 behind its public face that can fetch without a group; the public API has no such call. */
interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  refreshMetadata(): Promise<void>;
  findLeaderForPartitions(topic: string, partitions: number[]): Record<string, number[]>;
  findBroker(node: { nodeId: string }): Promise<{ fetch(request: object): Promise<FetchResponse> }>;
}

interface FetchResponse {
  responses: { partitions: { messages: (FetchedMessage & { isControlRecord?: boolean })[] }[] }[];
}

function createCluster(kafka: Kafka): Cluster {
  const name = Object.getOwnPropertySymbols(kafka).find(({ description }) => description?.endsWith('createCluster'));
  if (name === undefined) throw new Error('this version of kafkajs has no private createCluster');
  const create = (kafka as unknown as Record<symbol, (options: object) => Cluster>)[name];
  if (create === undefined) throw new Error('this version of kafkajs has no private createCluster');
  return create({ allowAutoTopicCreation: false, metadataMaxAge: 30_000, isolationLevel: 1 });
}

/** Reads single partitions without joining a group. */
export class PartitionReader {
  private cluster: Promise<Cluster> | undefined;

  constructor(private readonly kafka: Kafka) {}

  /**
   * @returns at most `limit` records from `from` on, as many as one fetch brought; none at the end
   * @throws OffsetOutOfRange
   */
  async read(partition: TopicPartition, from: bigint, limit: number): Promise<StoredRecord[]> {
    try {
      return (await this.fetch(partition, from)).slice(0, limit);
    } catch (error) {
      const { type } = error as { type?: string };
      const place = `${partition.topic}/${String(partition.partition)}`;
      if (type === 'OFFSET_OUT_OF_RANGE') throw new OffsetOutOfRange(`${place} has no offset ${String(from)}`);
      // The next call starts from a fresh connection and fresh metadata.
      await this.close();
      throw new LogUnavailable(`${place} cannot be read now: ${String(error)}`, { cause: error });
    }
  }

  async close(): Promise<void> {
    const old = this.cluster;
    this.cluster = undefined;
    const cluster = await old?.catch(() => undefined);
    await cluster?.disconnect().catch(() => undefined);
  }

  private async fetch({ topic, partition }: TopicPartition, from: bigint): Promise<StoredRecord[]> {
    this.cluster ??= this.connect();
    const cluster = await this.cluster;
    await cluster.addTargetTopic(topic);
    const [nodeId] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]));
    if (nodeId === undefined) throw new Error(`${topic}/${String(partition)} has no leader`);
    const broker = await cluster.findBroker({ nodeId });
    const partitions = [{ partition, fetchOffset: from.toString(), maxBytes: 2 ** 20 }];
    const { responses } = await broker.fetch({
      // Nothing to wait for: the records are there, or this is the end.
      maxWaitTime: 1,
      minBytes: 1,
      maxBytes: 2 ** 20,
      isolationLevel: 1,
      topics: [{ topic, partitions }],
    });
    const messages = responses.flatMap((response) => response.partitions.flatMap((found) => found.messages));
    // A fetch brings whole batches, also what lies before the wanted offset, and the markers of transactions.
    const wanted = messages.filter((message) => !message.isControlRecord && BigInt(message.offset) >= from);
    return wanted.map((message) => toStored({ topic, partition }, message));
  }

  private async connect(): Promise<Cluster> {
    const cluster = createCluster(this.kafka);
    await cluster.connect();
    return cluster;
  }
}
