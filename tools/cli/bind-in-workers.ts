import { availableParallelism } from 'node:os';
import { bind, tryToBind } from '#matching/bind.js';
import { mergeOutcomes, splitMarket } from '#matching/solve/components.js';
import { PromisesNotServable, RunLimitReached } from '#matching/format/faults.js';
import type { Market } from '#matching/format/market.js';
import { unpackResult, type PackedResult } from '#matching/pack/result.js';
import type { MatchingResult } from '#matching/format/result.js';
import { spread } from './spread.js';

/** What a worker answers: a result, or a refusal in plain fields (classes do not cross threads). */
export type Answer =
  | { limitMs: number }
  | { result: PackedResult }
  | { notServable: { promised: number; servable: number; lacking: { line: string; quantity: number }[] } };

/**
 * Binds the parts of a market on this thread and on workers; the same bytes as `bind`, timings aside.
 * A market of one part, or `threads` 1, is bound on this thread.
 * @throws PromisesNotServable, RunLimitReached
 */
export async function bindInWorkers(
  market: Market,
  threads: number = availableParallelism(),
  limitMs = Infinity,
): Promise<MatchingResult> {
  const options = { now: () => performance.now(), limitMs };
  const parts = splitMarket(market);
  if (parts.length === 1 || threads < 2) return bind(market, options);
  const script = new URL('./bind-worker.js', import.meta.url);
  script.searchParams.set('limitMs', String(limitMs));
  const here = (part: Market): MatchingResult | PromisesNotServable => tryToBind(part, options);
  return mergeOutcomes(market, await spread(parts, threads, { here, script, read: readAnswer }));
}

function readAnswer(answer: Answer): MatchingResult | PromisesNotServable {
  if ('result' in answer) return unpackResult(answer.result);
  if ('limitMs' in answer) throw new RunLimitReached(answer.limitMs);
  const { promised, servable, lacking } = answer.notServable;
  return new PromisesNotServable(promised, servable, lacking);
}
