import { parentPort } from 'node:worker_threads';
import { tryToBind } from '#matching/bind.js';
import { PromisesNotServable, RunLimitReached } from '#matching/faults.js';
import type { Answer, Question } from './bind-in-workers.js';

parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(answer(question));
});

function answer({ part, limitMs }: Question): Answer {
  try {
    const outcome = tryToBind(part, { now: () => performance.now(), limitMs });
    if (!(outcome instanceof PromisesNotServable)) return { result: outcome };
    return { notServable: { promised: outcome.promised, servable: outcome.servable, lacking: [...outcome.lacking] } };
  } catch (error) {
    if (error instanceof RunLimitReached) return { limitMs };
    throw error;
  }
}
