import { InvalidArgumentError, Option, type Command } from 'commander';
import { MalformedMarket, PromisesNotServable, RunLimitReached } from '#matching/format/faults.js';
import { EXIT } from './exit.js';
import { generateCommand, type GenerateOptions } from './generate-market.js';
import { matchCommand, type MatchOptions } from './match.js';
import { verifyMatchCommand, type VerifyOptions } from './verify-match.js';

/** Adds `match`, `verify-match` and `generate-market`. */
export function addMatchCommands(program: Command): void {
  program
    .command('match')
    .description('bind a market file, or answer its lines in order; verify the result and write it')
    .requiredOption('--input <market>', 'market file, .json or .ndjson')
    .option('--output <result>', 'result file, - for standard output', '-')
    .option('--policy <policy>', 'policy file that replaces the market’s')
    .addOption(
      new Option('--mode <mode>', 'bind the whole market, or promise in file order')
        .choices(['bind', 'promise'])
        .default('bind'),
    )
    .option('--threads <count>', 'worker threads for parts that share no quota', wholeNumber, 2)
    .option('--limit <seconds>', 'give a run up after so long', seconds, 600)
    .action((options: MatchOptions) => refusing(() => matchCommand(options)));
  program
    .command('verify-match <market> <result>')
    .description('prove a result from the market file alone')
    .addOption(new Option('--mode <mode>', 'how the result was made').choices(['bind', 'promise']).default('bind'))
    .option('--gains <count>', 'carry out so many of the reasons and solve the changed markets', count, 0)
    .action((market: string, result: string, options: VerifyOptions, command: Command) => {
      if (options.mode === 'promise' && options.gains > 0) {
        command.error('error: gains of promise mode are of the moment of each answer; --gains goes with --mode bind');
      }
      return refusing(() => verifyMatchCommand(market, result, options));
    });
  program
    .command('generate-market')
    .description('write a market of a given size; the same seed gives the same file')
    .option('--seed <seed>', 'seed', '1')
    .option('--lots <count>', 'lots', '2000')
    .option('--lines <count>', 'lines', '200')
    .option('--partners <count>', 'partners, each with a terms row per product', '20')
    .option('--products <count>', 'products that share nothing', '1')
    .option('--output <market>', '.json or .ndjson file', 'market.json')
    .action((options: GenerateOptions) => refusing(() => generateCommand(options)));
}

const MOST_THREADS = 64;

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > MOST_THREADS) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${String(MOST_THREADS)}.`);
  }
  return value;
}

function count(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0) {
    throw new InvalidArgumentError('It must be a whole number from 0.');
  }
  return value;
}

function seconds(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) {
    throw new InvalidArgumentError('It must be a number of seconds above 0.');
  }
  return value;
}

/** A refusal is an answer with an exit code; anything else is a bug and goes up. */
async function refusing(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (error instanceof MalformedMarket) {
      for (const { pointer, message } of error.faults) {
        process.stderr.write(`${pointer === '' ? '/' : pointer}: ${message}\n`);
      }
      process.stderr.write(`malformed: ${String(error.total)} fault(s), nothing was written\n`);
      process.exitCode = EXIT.usage;
    } else if (error instanceof PromisesNotServable) {
      process.stderr.write(`${error.message}\n`);
      for (const { line, quantity } of error.lacking.slice(0, 100)) {
        process.stderr.write(`${line}: lacks ${String(quantity)}\n`);
      }
      process.exitCode = EXIT.partial;
    } else if (error instanceof RunLimitReached) {
      process.stderr.write(`${error.message}; nothing was written\n`);
      process.exitCode = EXIT.partial;
    } else {
      throw error;
    }
  }
}
