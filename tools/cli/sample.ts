import { Option, type Command } from 'commander';
import { isLocalDate, localDateAt } from '#kernel/local-date.js';
import { loadSample, machineTokens, onDay, progressBar, sampleInput, sampleOrders } from '../sample/index.js';
import { Client } from '../system/client.js';
import { EXIT } from './exit.js';

const ORIGIN = '33.02';

interface SampleOptions {
  readonly url: string;
  readonly issuer: string;
  readonly secret: string;
  readonly day: string;
  readonly size: 'full' | 'small';
}

/** Adds `sample`. */
export function addSampleCommand(program: Command): void {
  program
    .command('sample')
    .description('load the Banyumas sample into a running system, through its public interface')
    .addOption(new Option('--url <address>', 'address of the pages').env('SERAP_PAGES_URL').makeOptionMandatory())
    .addOption(
      new Option('--issuer <address>', 'issuer of tokens').env('SERAP_ISSUER_INTERNAL_URL').makeOptionMandatory(),
    )
    .addOption(
      new Option('--secret <secret>', 'secret of the machines')
        .env('SERAP_MACHINE_CLIENT_SECRET')
        .makeOptionMandatory(),
    )
    .option('--day <date>', 'day of the sample, by the clock on the wall', localDateAt(new Date(), ORIGIN))
    .addOption(new Option('--size <size>', '33,000 producers, or 300').choices(['full', 'small']).default('full'))
    .action(sampleCommand);
}

async function sampleCommand({ url, issuer, secret, day, size }: SampleOptions): Promise<void> {
  if (!isLocalDate(day)) {
    process.stderr.write(`"${day}" is no day: write it as 2026-11-27.\n`);
    process.exitCode = EXIT.usage;
    return;
  }
  const token = machineTokens(issuer, secret);
  const { sample, orders } = onDay(
    sampleInput('in-force', { size, goods: 'all' }),
    sampleOrders('in-force', 'all'),
    day,
  );
  await loadSample({ registryUrl: url, agreementsUrl: url, token, progress: progressBar(process.stderr) }, sample);
  for (const { partner, ...order } of orders) {
    await new Client({ url, token }, 'partner-intake', partner).post('/api/orders', order, `sample-${day}-${partner}`);
  }
  process.stdout.write(`The sample of ${day} is loaded: ${String(orders.length)} orders are placed.\n`);
}
