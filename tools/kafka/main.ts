import { join } from 'node:path';
import { kafkaAvailability, startBroker } from './broker.js';

/** Runs a broker in the foreground: `node dist/tools/kafka/main.js [data folder] [port]`; Ctrl-C stops it. */
const availability = kafkaAvailability();
if (!availability.available) {
  console.error(`Kafka cannot run here: it needs ${availability.missing}.`);
  process.exit(1);
}
const [dataDir = join('.serap', 'kafka'), port] = process.argv.slice(2);
const broker = await startBroker({ dataDir, ...(port === undefined ? {} : { port: Number(port) }) });
console.log(broker.bootstrap);

const stop = () => {
  clearInterval(alive);
  void broker.stop().then(() => process.exit(0));
};
const alive = setInterval(() => undefined, 60_000);
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
