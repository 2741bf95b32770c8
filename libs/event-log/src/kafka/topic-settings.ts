import { PARTITIONS, type TopicTrouble } from '../log/event-log.js';
import { MOST_BYTES, TOPIC_RESOURCE, type Admin } from './kafka-client.js';

interface Setting {
  readonly name: string;
  readonly value: string;
  /** A larger number does as well. */
  readonly atLeast?: true;
}

/**
 * What a topic of ours must say of itself: a record batch of this size is taken, and nothing ever expires or is dropped for
 * a newer record of its key, for read models are made again from the first event.
 */
export const TOPIC_SETTINGS: readonly Setting[] = [
  { name: 'max.message.bytes', value: String(MOST_BYTES), atLeast: true },
  { name: 'retention.ms', value: '-1' },
  { name: 'retention.bytes', value: '-1' },
  { name: 'cleanup.policy', value: 'delete' },
];

/** A topic as the broker describes it. */
interface Described {
  readonly topic: string;
  readonly partitions: number;
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * What of existing topics is not as the event log needs it. Nothing is altered: whoever set it may have meant it, and what
 * it has deleted by now does not come back by another setting.
 *
 * @param topics all of them exist
 * @param brokers as the commands that mend it name them
 */
export async function topicTroubles(
  admin: Admin,
  topics: readonly string[],
  brokers: string,
  partitions = PARTITIONS,
): Promise<readonly TopicTrouble[]> {
  const described = await describe(admin, topics);
  return described.flatMap((one) => [...partitionTrouble(one, partitions, brokers), ...settingTroubles(one, brokers)]);
}

async function describe(admin: Admin, topics: readonly string[]): Promise<Described[]> {
  const names = TOPIC_SETTINGS.map(({ name }) => name);
  const { topics: metadata } = await admin.fetchTopicMetadata({ topics: [...topics] });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: TOPIC_RESOURCE, name, configNames: names })),
  });
  return metadata.map(({ name: topic, partitions }) => {
    const entries = resources.find(({ resourceName }) => resourceName === topic)?.configEntries ?? [];
    const settings = new Map(entries.map(({ configName, configValue }) => [configName, configValue]));
    return { topic, partitions: partitions.length, settings };
  });
}

function partitionTrouble({ topic, partitions }: Described, needed: number, brokers: string): TopicTrouble[] {
  if (partitions === needed) return [];
  const remove = `kafka-topics.sh --bootstrap-server ${brokers} --delete --topic ${topic}`;
  return [
    {
      topic,
      wrong: `it has ${String(partitions)} partitions, and must have ${String(needed)}`,
      mend:
        `That cannot be altered: a key would move to another partition, and its events would no longer be in order. ` +
        `With the services stopped, remove the topic with \`${remove}\` and run this again; where there were events in it, ` +
        `"Backup and restore" in docs/operations.md says how they are told again.`,
    },
  ];
}

function settingTroubles({ topic, settings }: Described, brokers: string): TopicTrouble[] {
  return TOPIC_SETTINGS.flatMap((setting) => {
    const { name, value, atLeast } = setting;
    const found = settings.get(name);
    if (found === value || (atLeast && Number(found) >= Number(value))) return [];
    const alter = `--alter --entity-type topics --entity-name ${topic} --add-config ${name}=${value}`;
    return [
      {
        topic,
        wrong: `${name} is ${found ?? 'not told'}, and must be ${value}${atLeast ? ' or more' : ''}`,
        mend: `\`kafka-configs.sh --bootstrap-server ${brokers} ${alter}\` mends it.`,
      },
    ];
  });
}
