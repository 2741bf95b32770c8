import { parentPort } from 'node:worker_threads';
import { bind } from '#matching/bind.js';
import { PromisesNotServable } from '#matching/faults.js';
import type { Market } from '#matching/market.js';
import type { Answer } from './bind-in-workers.js';

parentPort?.on('message', (market: Market) => {
  parentPort?.postMessage(answer(market));
});

function answer(market: Market): Answer {
  try {
    return { result: bind(market, { now: () => performance.now() }) };
  } catch (error) {
    if (!(error instanceof PromisesNotServable)) throw error;
    return { notServable: { promised: error.promised, servable: error.servable, lacking: [...error.lacking] } };
  }
}
