import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { Latest, summary } from './summary.js';

const TOPICS = ['serap.surplus.v1', 'serap.allocations.v1'];
const brokers = process.argv.slice(2);
if (brokers.length === 0) {
  console.error('Say where the broker is, for example: node main.js 127.0.0.1:9092');
  process.exit(2);
}

const kafka = new Kafka({ clientId: 'serap-example', brokers, logLevel: logLevel.ERROR });
const latest = new Latest();
await readToTheEnd();
console.log(JSON.stringify(summary(latest), null, 2));

/** Reads every record that is there now. A group of its own, used once: nothing is committed, nobody is disturbed. */
async function readToTheEnd() {
  const admin = kafka.admin();
  await admin.connect();
  const left = new Map();
  for (const topic of TOPICS) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (BigInt(high) > BigInt(low)) left.set(`${topic}/${partition}`, BigInt(high));
    }
  }
  const groupId = `serap-example-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId });
  await consumer.connect();
  await consumer.subscribe({ topics: TOPICS, fromBeginning: true });
  await new Promise((resolve, reject) => {
    if (left.size === 0) resolve();
    consumer
      .run({
        autoCommit: false,
        eachMessage: async ({ topic, partition, message }) => {
          latest.keep(message.headers, message.value);
          const at = `${topic}/${partition}`;
          if (BigInt(message.offset) + 1n >= (left.get(at) ?? 0n)) left.delete(at);
          if (left.size === 0) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  await admin.deleteGroups([groupId]);
  await admin.disconnect();
}
