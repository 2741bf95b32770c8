import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { bind } from '#matching/bind.js';
import { mergeOutcomes, splitMarket } from '#matching/components.js';
import { PromisesNotServable, RunLimitReached } from '#matching/faults.js';
import type { Market } from '#matching/market.js';
import { packMarket, type PackedMarket } from '#matching/pack/market.js';
import { unpackResult, type PackedResult } from '#matching/pack/result.js';
import { buffersOf } from '#matching/pack/texts.js';
import type { MatchingResult } from '#matching/result.js';

export interface Question {
  part: PackedMarket;
  limitMs: number;
}

/** What a worker answers: a result, or a refusal in plain fields (classes do not cross threads). */
export type Answer =
  | { limitMs: number }
  | { result: PackedResult }
  | { notServable: { promised: number; servable: number; lacking: { line: string; quantity: number }[] } };

/**
 * Binds the parts of a market on worker threads; the same bytes as `bind`, timings aside.
 * A market of one part, or `threads` 1, is bound on this thread.
 * @throws PromisesNotServable
 */
export async function bindInWorkers(
  market: Market,
  threads: number = availableParallelism(),
  limitMs = Infinity,
): Promise<MatchingResult> {
  const parts = splitMarket(market);
  if (parts.length === 1 || threads < 2) return bind(market, { now: () => performance.now(), limitMs });
  const results = new Array<MatchingResult | PromisesNotServable>(parts.length);
  // The largest first, so that no thread starts a large part last.
  const queue = parts
    .map((part, at) => ({ part, at }))
    .sort((a, b) => b.part.lots.length - a.part.lots.length || a.at - b.at);
  const run = async (): Promise<void> => {
    const worker = new Worker(new URL('./bind-worker.js', import.meta.url));
    try {
      for (let job = queue.shift(); job !== undefined; job = queue.shift())
        results[job.at] = await ask(worker, { part: packMarket(job.part), limitMs });
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, parts.length) }, run));
  return mergeOutcomes(market, results);
}

function ask(worker: Worker, question: Question): Promise<MatchingResult | PromisesNotServable> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject);
      if ('result' in answer) resolve(unpackResult(answer.result));
      else if ('limitMs' in answer) reject(new RunLimitReached(answer.limitMs));
      else
        resolve(
          new PromisesNotServable(answer.notServable.promised, answer.notServable.servable, answer.notServable.lacking),
        );
    });
    worker.postMessage(question, buffersOf(question.part));
  });
}
