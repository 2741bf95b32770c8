import { parentPort } from 'node:worker_threads';
import { tryToBind } from '#matching/bind.js';
import { PromisesNotServable } from '#matching/faults.js';
import type { Market } from '#matching/market.js';
import type { Answer } from './bind-in-workers.js';

parentPort?.on('message', (market: Market) => {
  parentPort?.postMessage(answer(market));
});

function answer(market: Market): Answer {
  const outcome = tryToBind(market, { now: () => performance.now() });
  if (!(outcome instanceof PromisesNotServable)) return { result: outcome };
  return { notServable: { promised: outcome.promised, servable: outcome.servable, lacking: [...outcome.lacking] } };
}
