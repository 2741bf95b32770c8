import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Market } from '#matching/format/market.js';
import { packMarket } from '#matching/pack/market.js';
import { buffersOf } from '#matching/pack/texts.js';

/** Parts that lie with a worker: the next one is there before it has finished the last. */
const AHEAD = 2;

/**
 * Works on the parts of a market on this thread and on workers. Workers take the largest parts first, packed; this thread
 * takes the smallest, which it need not pack.
 *
 * @param here  what this thread makes of a part
 * @param script of the workers; they are sent packed parts and answer each in turn
 * @param read  what an answer means; may throw
 * @returns what became of each part, in their order
 */
export async function spread<Made, Answer>(
  parts: readonly Market[],
  threads: number,
  { here, script, read }: { here: (part: Market) => Made; script: URL; read: (answer: Answer) => Made },
): Promise<Made[]> {
  const made = new Array<Made>(parts.length);
  const queue = parts.map((part, at) => ({ part, at }));
  queue.sort((a, b) => b.part.lots.length - a.part.lots.length || a.at - b.at);
  const workers = Array.from({ length: Math.min(threads, parts.length) - 1 }, () => new PartWorker<Answer>(script));
  const feed = async (worker: PartWorker<Answer>): Promise<void> => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      made[job.at] = read(await worker.ask(job.part));
    }
  };
  const work = async (): Promise<void> => {
    for (let job = queue.pop(); job !== undefined; job = queue.pop()) {
      made[job.at] = here(job.part);
      // Answers of the workers have come meanwhile.
      await setImmediate();
    }
  };
  try {
    await Promise.all([...workers.flatMap((worker) => Array.from({ length: AHEAD }, () => feed(worker))), work()]);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  return made;
}

/** A worker that answers in the order in which it is asked. */
class PartWorker<Answer> {
  private readonly worker: Worker;
  private readonly waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = [];

  constructor(script: URL) {
    this.worker = new Worker(script);
    this.worker.on('message', (answer: Answer) => this.waiting.shift()?.resolve(answer));
    this.worker.on('error', (error: Error) => {
      for (const { reject } of this.waiting.splice(0)) reject(error);
    });
  }

  ask(part: Market): Promise<Answer> {
    const packed = packMarket(part);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(packed, buffersOf(packed));
    });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
