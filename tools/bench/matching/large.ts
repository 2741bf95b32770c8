import { isMainThread, parentPort } from 'node:worker_threads';
import { splitMarket } from '#matching/solve/components.js';
import type { Market } from '#matching/format/market.js';
import { normalise } from '#matching/normalized/normalized-market.js';
import { unpackMarket, type PackedMarket } from '#matching/pack/market.js';
import { solve } from '#matching/solve/solve.js';
import { spread } from '../../cli/spread.js';

const quantityOf = (part: Market): number => solve(normalise(part)).quantity;

/** Solves a market's parts on so many threads: quantity of all together. What is packed for workers, the time includes. */
export async function solveParts(market: Market, threads: number): Promise<{ parts: number; quantity: number }> {
  const parts = splitMarket(market);
  const script = new URL(import.meta.url);
  const made = await spread(parts, threads, { here: quantityOf, script, read: (quantity: number) => quantity });
  return { parts: parts.length, quantity: made.reduce((sum, quantity) => sum + quantity, 0) };
}

if (!isMainThread) {
  parentPort?.on('message', (part: PackedMarket) => parentPort?.postMessage(quantityOf(unpackMarket(part))));
}
