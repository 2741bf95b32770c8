// The only file that imports kafkajs; dependency-cruiser holds the others to it.
import kafkajs, { type Consumer, type KafkaMessage, type Producer } from 'kafkajs';
import type { StandStill } from '../log/partition-pump.js';
import { partitionOf } from '../log/partitioner.js';

export type { AclEntry, AclOperationTypes, Consumer, EachBatchPayload, Kafka, Producer } from 'kafkajs';

/** Bounded, so that a caller learns within about ten seconds that the broker is away and decides for itself. */
const RETRY = { initialRetryTime: 100, maxRetryTime: 1_000, retries: 8 };

export type Admin = ReturnType<kafkajs.Kafka['admin']>;

/** What the client calls a topic when it is asked for settings. */
export const TOPIC_RESOURCE = kafkajs.ConfigResourceTypes.TOPIC;

/** What the client calls rights: who may do what with which topic or group. */
export const {
  AclOperationTypes: OPERATIONS,
  AclPermissionTypes: PERMISSIONS,
  AclResourceTypes: RESOURCES,
  ResourcePatternTypes: PATTERNS,
} = kafkajs;

/** The largest batch of records that a topic of ours takes, in bytes. */
export const MOST_BYTES = 1024 * 1024;

/** How brokers know us and we know them; nothing of it is a connection in the clear, by nobody. */
export interface KafkaSecurity {
  readonly tls?: {
    /** PEM; absent: the authorities that Node knows. */
    readonly ca?: string;
    readonly certificate?: string;
    readonly key?: string;
  };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
}

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Of new topics; 12 unless a test says otherwise. */
  readonly partitions?: number;
  /** A member that has not been heard of for so long loses its partitions. */
  readonly sessionTimeoutMs?: number;
  readonly security?: KafkaSecurity;
  readonly standStill?: StandStill;
  /** Told what the client complains about. */
  readonly trouble?: (message: string) => void;
}

export function connectKafka(options: KafkaOptions): kafkajs.Kafka {
  const { trouble, security } = options;
  return new kafkajs.Kafka({
    clientId: options.clientId,
    brokers: [...options.brokers],
    ...connectionOf(security),
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    retry: RETRY,
    logLevel: trouble ? kafkajs.logLevel.ERROR : kafkajs.logLevel.NOTHING,
    logCreator: () => (entry) => trouble?.(`${entry.namespace}: ${entry.log.message}`),
  });
}

function connectionOf({ tls, sasl }: KafkaSecurity = {}): Pick<kafkajs.KafkaConfig, 'ssl' | 'sasl'> {
  return {
    ...(tls && {
      ssl: {
        ...(tls.ca !== undefined && { ca: tls.ca }),
        ...(tls.certificate !== undefined && { cert: tls.certificate }),
        ...(tls.key !== undefined && { key: tls.key }),
      },
    }),
    ...(sasl && { sasl: sasl as kafkajs.SASLOptions }),
  };
}

/** Codes of Node for a handshake that failed: a certificate that nobody vouches for, a key that is none. */
const OF_TLS = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_OSSL)/;

/** What is wrong between us and the brokers that no waiting mends; undefined of anything else. */
export function refusalOf(error: unknown): string | undefined {
  const { name, message, cause, code } = error as Error & { code?: string };
  if (name === 'KafkaJSSASLAuthenticationError') return message;
  if (code !== undefined && OF_TLS.test(code)) return message;
  return cause === undefined ? undefined : refusalOf(cause);
}

export function createProducer(kafka: kafkajs.Kafka): Producer {
  return kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner:
      () =>
      ({ message, partitionMetadata }) =>
        partitionOf(String(message.key), partitionMetadata.length),
    retry: RETRY,
  });
}

export function createConsumer(kafka: kafkajs.Kafka, groupId: string, sessionTimeoutMs = 10_000): Consumer {
  return kafka.consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    // Batches are handled beside the fetch loop, so a member re-joins at once; this only covers a busy machine.
    rebalanceTimeout: 30_000,
    heartbeatInterval: Math.floor(sessionTimeoutMs / 5),
    allowAutoTopicCreation: false,
    // The broker answers as soon as there is a record; this bounds how late a seek or a resumed partition is noticed.
    // Shorter costs the idle: 72 partitions take 8 % of a core at 100 ms.
    maxWaitTimeInMs: 250,
    maxBytesPerPartition: 512 * 1024,
    retry: RETRY,
  });
}

/** The partitions of a group's member each time it has joined. */
export function onJoined(consumer: Consumer, joined: (assignment: Record<string, number[]>) => void): void {
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    joined(payload.memberAssignment);
  });
}

/** The client has given up on this consumer; it must be replaced. */
export function onLost(consumer: Consumer, lost: (error: Error) => void): void {
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) lost(payload.error);
  });
}

export type FetchedMessage = Pick<KafkaMessage, 'offset' | 'key' | 'value' | 'headers'>;
