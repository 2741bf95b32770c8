import { describe, expect, it } from 'vitest';
import { bind } from '#matching/bind.js';
import { MarketWalk } from '../../test/market-walk.js';
import { toMatchingMarket } from './engine/matching-market.js';
import type { MarketState } from './ledger/market-state.js';

/** `npm run test:full` walks through more of them. */
const WALKS = 60 * Number(process.env['SERAP_MARKETS_TIMES'] ?? 1) ** 2;

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

/** What must always hold (docs/invariants.md), of one market; each broken rule is named with its numbers. */
function broken(state: MarketState, at: Date): string[] {
  const faults: string[] = [];
  const check = (rule: string, ...sides: number[]): void => {
    if (new Set(sides).size > 1 || sides.some((side) => !Number.isSafeInteger(side) || side < 0)) {
      faults.push(`${rule}: ${sides.join(', ')}`);
    }
  };
  for (const lot of state.lots.values()) {
    const { declared, free, held, offered, confirmed, inTransit, delivered, withdrawn, writtenOff } = lot;
    const balance = [free, held, offered, confirmed, inTransit, delivered, withdrawn, writtenOff];
    check(`balance of ${lot.id}`, declared, sum(balance));
    balance.forEach((part) => {
      check(`a part of ${lot.id}`, part);
    });
    check(`free contributions of ${lot.id}`, free, sum(lot.contributions.map((part) => part.free)));
    check(`held contributions of ${lot.id}`, held, sum(lot.contributions.map((part) => part.held + part.barred)));
    const bound = [...state.allocations.values()].filter(({ lotId }) => lotId === lot.id);
    for (const [status, there] of [
      ['offered', offered],
      ['confirmed', confirmed],
      ['dispatched', inTransit],
    ] as const) {
      const quantities = bound.filter((allocation) => allocation.status === status).map(({ quantity }) => quantity);
      check(`${status} of ${lot.id}`, there, sum(quantities));
    }
  }
  for (const { id, quantity, shares } of state.allocations.values()) {
    check(`shares of ${id}`, quantity, sum(shares.map((share) => share.quantity)));
  }
  const ways = new Map<string, string>();
  for (const { id, loadId, legs } of state.shipments.values()) {
    const way = JSON.stringify(legs);
    const before = loadId === null ? way : (ways.get(loadId) ?? way);
    if (loadId !== null) ways.set(loadId, way);
    if (way !== before) faults.push(`${id} is elsewhere than the rest of its load`);
  }
  const taken = new Map<string, number>();
  for (const line of state.lines.values()) {
    const { wanted, promised, allocated, dispatched, accepted } = line;
    check(`reasons of ${line.id}`, wanted, promised + sum(line.unfilled.map(({ quantity }) => quantity)));
    check(`bound takes of ${line.id}`, allocated, sum(line.takes.map((take) => take.allocated)));
    check(`quota of ${line.id}`, promised, sum(line.takes.map(({ quantity }) => quantity)));
    const rest = [promised - allocated, allocated - dispatched, dispatched - accepted];
    rest.forEach((part) => {
      check(`a part of ${line.id}`, part);
    });
    const bound = [...state.allocations.values()].filter(({ lineId }) => lineId === line.id);
    check(`bound to ${line.id}`, allocated - accepted, sum(bound.map(({ quantity }) => quantity)));
    for (const { termId, period, quantity } of line.takes) {
      const cell = `${termId} ${period}`;
      taken.set(cell, (taken.get(cell) ?? 0) + quantity);
    }
  }
  for (const { termId, period, consumed, capacity } of state.cells.values()) {
    check(`left of ${termId} ${period}`, capacity - consumed);
    // Orders that have ended are gone, and keep what they have accepted.
    check(`taken of ${termId} ${period}`, consumed - (taken.get(`${termId} ${period}`) ?? 0));
  }
  try {
    bind(toMatchingMarket(state, at));
  } catch (error) {
    faults.push(String(error));
  }
  return faults;
}

describe('whatever people do, and in whatever order', () => {
  it.each(Array.from({ length: WALKS }, (_, index) => index))(
    'the books add up, and all promises can be served (%i)',
    (seed) => {
      const walk = new MarketWalk((seed + 1) * 104_729, 'all');
      for (let step = 0; step < 50; step += 1) {
        walk.step();
        expect(broken(walk.bench.market.state, walk.bench.at)).toEqual([]);
      }
    },
  );
});
