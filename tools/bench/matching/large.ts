import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { splitMarket } from '#matching/components.js';
import type { Market } from '#matching/market.js';
import { packMarket, unpackMarket, type PackedMarket } from '#matching/pack/market.js';
import { buffersOf } from '#matching/pack/texts.js';
import { normalise } from '#matching/normal.js';
import { solve } from '#matching/solve.js';

/** Solves a market's parts on this thread: quantity of all together. */
export function solveHere(market: Market): { parts: number; quantity: number } {
  const parts = splitMarket(market);
  let quantity = 0;
  for (const part of parts) quantity += solve(normalise(part)).quantity;
  return { parts: parts.length, quantity };
}

/** The same on worker threads; a part is packed for its worker, which the time includes. */
export async function solveInWorkers(market: Market, threads: number): Promise<{ parts: number; quantity: number }> {
  const queue = splitMarket(market);
  const parts = queue.length;
  let quantity = 0;
  const run = async (): Promise<void> => {
    const worker = new Worker(new URL(import.meta.url));
    for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
      const placed = await ask(worker, part);
      quantity += placed;
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(threads, parts) }, run));
  return { parts, quantity };
}

function ask(worker: Worker, part: Market): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (quantity: number) => {
      worker.off('error', reject);
      resolve(quantity);
    });
    const packed = packMarket(part);
    worker.postMessage(packed, buffersOf(packed));
  });
}

if (!isMainThread) {
  parentPort?.on('message', (part: PackedMarket) =>
    parentPort?.postMessage(solve(normalise(unpackMarket(part))).quantity),
  );
}
