import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { sampleInput, sampleOrders, scenarioFromFile, type SampleInput, type SampleOrder } from '../sample/index.js';
import type { LogKind } from '../system/system.js';
import { printResult } from './print.js';
import { runScenario } from './run-scenario.js';

interface Flags {
  readonly orders?: string;
  readonly log: LogKind;
  readonly small?: boolean;
  readonly file?: string;
  readonly json?: boolean;
}

const command = new Command('scenario')
  .argument('<name>', 'as-reported or in-force')
  .option('--orders <codes>', 'partners in the order in which their orders arrive, e.g. 82.71,13.03,73')
  .addOption(new Option('--log <kind>', 'event log').choices(['postgres', 'kafka']).default('postgres'))
  .option('--small', '300 households carry the same totals')
  .option('--file <path>', 'a scenario of your own (lots and partners), instead of the sample')
  .option('--json', 'the last line of the output is one JSON object')
  .parse();

const [name = ''] = command.args;
const flags = command.opts<Flags>();

try {
  const { sample, orders } = await input();
  const result = await runScenario({
    name,
    sample,
    orders: inOrder(orders),
    log: flags.log,
    progress: (what) => {
      process.stderr.write(`${what}\n`);
    },
  });
  printResult(result, flags.json ?? false);
  process.exitCode = result.breaches.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function input(): Promise<{ sample: SampleInput; orders: SampleOrder[] }> {
  if (name !== 'as-reported' && name !== 'in-force') {
    throw new Error(`"${name}" is no scenario: as-reported or in-force.`);
  }
  if (flags.file !== undefined) return scenarioFromFile(JSON.parse(await readFile(flags.file, 'utf8')), name);
  return {
    sample: sampleInput(name, { size: flags.small ? 'small' : 'full', goods: 'sugar' }),
    orders: sampleOrders(name, 'sugar'),
  };
}

function inOrder(orders: readonly SampleOrder[]): SampleOrder[] {
  if (flags.orders === undefined) return [...orders];
  return flags.orders.split(',').map((code) => {
    const order = orders.find(({ partner }) => partner === code);
    if (!order) {
      throw new Error(`--orders: "${code}" is no partner here: ${orders.map(({ partner }) => partner).join(', ')}.`);
    }
    return order;
  });
}
