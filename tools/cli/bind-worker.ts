import { parentPort } from 'node:worker_threads';
import { tryToBind } from '#matching/bind.js';
import { PromisesNotServable, RunLimitReached } from '#matching/format/faults.js';
import { unpackMarket, type PackedMarket } from '#matching/pack/market.js';
import { packResult } from '#matching/pack/result.js';
import { buffersOf } from '#matching/pack/texts.js';
import type { Answer } from './bind-in-workers.js';

const limitMs = Number(new URL(import.meta.url).searchParams.get('limitMs') ?? Infinity);

parentPort?.on('message', (part: PackedMarket) => {
  const given = answer(part);
  parentPort?.postMessage(given, 'result' in given ? buffersOf(given.result) : []);
});

function answer(part: PackedMarket): Answer {
  try {
    const outcome = tryToBind(unpackMarket(part), { now: () => performance.now(), limitMs });
    if (!(outcome instanceof PromisesNotServable)) return { result: packResult(outcome) };
    return { notServable: { promised: outcome.promised, servable: outcome.servable, lacking: [...outcome.lacking] } };
  } catch (error) {
    if (error instanceof RunLimitReached) return { limitMs };
    throw error;
  }
}
