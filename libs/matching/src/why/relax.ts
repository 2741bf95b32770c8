import {
  amountShort,
  codeOf,
  kindsLacking,
  onlyObstacle,
  type Filter,
  type LotView,
} from '../normalized/eligibility.js';
import type { Ask, NormalizedMarket } from '../normalized/normalized-market.js';
import type { ReasonCode } from '../format/result.js';

export function viewOf(normal: NormalizedMarket, i: number): LotView {
  const lot = normal.lots[i];
  return {
    origin: lot?.origin ?? '',
    price: lot?.price ?? 0,
    ready: normal.lotReady[i] ?? 0,
    best: normal.lotBest[i] ?? 0,
    held: normal.held[normal.lotHeld[i] ?? 0] ?? new Map<string, number>(),
  };
}

/** One filter that alone keeps things apart, and by how much it would have to give way. */
export interface SingleFilter {
  filter: Filter;
  code: ReasonCode;
  kinds: string[];
  amount: number;
}

/**
 * Groups pairs that a single filter keeps apart by that filter (and the kinds lacking); `amount` opens the whole
 * group. Order: as first met.
 */
export function singleFilters(pairs: Iterable<readonly [LotView, Ask]>, asOf: number): SingleFilter[] {
  const found = new Map<string, SingleFilter>();
  for (const [lot, ask] of pairs) {
    const filter = onlyObstacle(lot, ask);
    if (filter === null) continue;
    const kinds = filter === 'certificate' ? kindsLacking(lot, ask) : [];
    const amount = amountShort(lot, ask, filter);
    const key = `${filter}:${kinds.join('\u0001')}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { filter, code: codeOf(filter, [[lot, ask]], asOf), kinds, amount });
    else known.amount = Math.max(known.amount, amount);
  }
  return [...found.values()];
}

/** A lot after a filter has given way on its side. */
export function relaxedLot(lot: LotView, { filter, kinds, amount }: SingleFilter): LotView {
  switch (filter) {
    case 'certificate':
      return { ...lot, held: new Map([...lot.held, ...kinds.map((kind) => [kind, 2_147_483_647] as const)]) };
    case 'life':
      return { ...lot, best: lot.best + amount };
    case 'time':
      return { ...lot, ready: lot.ready - amount };
    case 'price':
      return { ...lot, price: lot.price - amount };
  }
}

/** Equal for lots that every filter, relaxed or not, treats alike. */
export function rawKind(normal: NormalizedMarket, i: number): string {
  const lot = normal.lots[i];
  return `${String(normal.lotProduct[i])}|${String(normal.lotHeld[i])}|${String(normal.lotBest[i])}|${String(normal.lotReady[i])}|${String(lot?.price)}|${lot?.origin ?? ''}`;
}
