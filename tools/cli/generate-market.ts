import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { MalformedMarket } from '#matching/format/faults.js';
import { generateMarket } from '#matching/generate.js';
import { EXIT } from './exit.js';
import { mustBeWritable } from './result-file.js';

export interface GenerateOptions {
  seed: string;
  lots: string;
  lines: string;
  partners: string;
  products: string;
  output: string;
}

/** `serap generate-market`: demand 110 % of the surplus, quotas 95 %, exact prices, max-min fairness. */
export async function generateCommand(options: GenerateOptions): Promise<number> {
  const count = (name: keyof GenerateOptions, low: number): number => {
    const value = Number(options[name]);
    if (Number.isSafeInteger(value) && value >= low && value <= 10_000_000) return value;
    throw new MalformedMarket([
      { pointer: `--${name}`, message: `must be an integer from ${String(low)} to 10000000` },
    ]);
  };
  await mustBeWritable(options.output);
  const { terms, lots, lines, ...header } = generateMarket(count('seed', 0), {
    lots: count('lots', 1),
    lines: count('lines', 1),
    partners: count('partners', 1),
    products: count('products', 1),
    demandPercent: 110,
    quotaPercent: 95,
    policy: { priceObjective: 'landed', priceTierPercent: 0, fairness: 'max-min', expiryBucketDays: 30 },
  });
  const out = createWriteStream(options.output);
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain');
  };
  const lined = options.output.endsWith('.ndjson');
  const head = JSON.stringify(header);
  await write(lined ? `${head}\n` : head.slice(0, -1));
  for (const [name, t, records] of [
    ['terms', 'term', terms],
    ['lots', 'lot', lots],
    ['lines', 'line', lines],
  ] as const) {
    if (!lined) await write(`,\n"${name}": [`);
    let first = true;
    for (const record of records) {
      if (lined) await write(`${JSON.stringify({ t, ...record })}\n`);
      else await write(`${first ? '\n' : ',\n'}${JSON.stringify(record)}`);
      first = false;
    }
    if (!lined) await write('\n]');
  }
  if (!lined) await write('}\n');
  out.end();
  await once(out, 'finish');
  return EXIT.ok;
}
