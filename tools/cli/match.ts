import type { Market } from '#matching/format/market.js';
import { promisedMarket, promiseInOrder } from '#matching/promise.js';
import type { MatchingResult } from '#matching/format/result.js';
import { verify } from '#matching/verify/verify.js';
import { bindInWorkers } from './bind-in-workers.js';
import { EXIT } from './exit.js';
import { parse, readMarketFile, readText } from './market-file.js';
import { mustBeWritable, writeResultFile } from './result-file.js';

export interface MatchOptions {
  input: string;
  output: string;
  policy?: string;
  mode: 'bind' | 'promise';
  threads: number;
  /** Seconds. */
  limit: number;
}

/** `serap match`: exit code 0 when the result is proved, 1 when it is not. */
export async function matchCommand(options: MatchOptions): Promise<number> {
  await mustBeWritable(options.output);
  const policy = options.policy === undefined ? undefined : parse(await readText(options.policy), '/policy');
  const market = await readMarketFile(options.input, policy);
  const now = (): number => performance.now();
  const limitMs = options.limit * 1000;
  const result =
    options.mode === 'promise'
      ? promiseInOrder(market, { now, limitMs })
      : await bindInWorkers(market, options.threads, limitMs);
  const began = performance.now();
  const verdict = verify(options.mode === 'promise' ? afterPromises(market, result) : market, result);
  result.timings.verifyMs = performance.now() - began;
  result.proof.verified = verdict.verified;
  await writeResultFile(options.output, result);
  const { quantity, linesFull, linesPart } = result.totals;
  process.stderr.write(
    `placed ${String(quantity)}, bound ${String(result.proof.upperBound)}, ${String(linesFull)} lines full, ${String(linesPart)} in part\n`,
  );
  for (const fault of verdict.faults) process.stderr.write(`not verified: ${fault}\n`);
  return verdict.verified ? EXIT.ok : EXIT.partial;
}

/** What a promise-mode result has to be checked against: the market once its promises are made. */
export function afterPromises(market: Market, result: MatchingResult): Market {
  const promised = new Map<string, { units: number; term: string | null }>();
  for (const { line, term, quantity } of result.allocations) {
    promised.set(line, { units: (promised.get(line)?.units ?? 0) + quantity, term });
  }
  for (const line of market.lines) if (!promised.has(line.id)) promised.set(line.id, { units: 0, term: null });
  return promisedMarket(market, promised);
}
