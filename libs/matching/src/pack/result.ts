import type { Allocation, MatchingResult, Reason, Share, UnfilledLine, UnsoldLot } from '../format/result.js';
import { Column, packTexts, textAt, valueAt, type PackedColumn, type Texts } from './texts.js';

/** A result for another thread; see PackedMarket. */
export interface PackedResult {
  header: Omit<MatchingResult, 'allocations' | 'unfilled' | 'unsold'>;
  lots: Texts;
  lines: Texts;
  term: PackedColumn<string>;
  quantity: Float64Array;
  /** The rest of an allocation is the same for many. */
  rest: PackedColumn<Rest>;
  /** Shares of each allocation; −1: the lot is not pooled. */
  shares: Int32Array;
  shareProducers: Texts;
  shareQuantity: Float64Array;
  unfilled: PackedRemainders;
  unsold: PackedRemainders;
}

type Rest = Pick<Allocation, 'frozen' | 'why'>;

interface PackedRemainders {
  ids: Texts;
  quantity: Float64Array;
  reasons: PackedColumn<Reason[]>;
}

export function packResult({ allocations, unfilled, unsold, ...header }: MatchingResult): PackedResult {
  const count = allocations.length;
  const [term, rest] = [new Column<string>(count), new Column<Rest>(count)];
  const shares = new Int32Array(count);
  const all: Share[] = [];
  allocations.forEach((one, at) => {
    const { frozen, why } = one;
    term.put(at, one.term, one.term);
    const key = `${String(frozen)} ${String(why.tier)} ${String(why.level)} ${String(why.rivals)} ${String(why.rearranged)}`;
    rest.put(at, key, frozen === undefined ? { why } : { frozen, why });
    shares[at] = one.shares?.length ?? -1;
    if (one.shares !== undefined) for (const share of one.shares) all.push(share);
  });
  return {
    header,
    lots: packTexts(allocations.map(({ lot }) => lot)),
    lines: packTexts(allocations.map(({ line }) => line)),
    term: term.packed,
    quantity: Float64Array.from(allocations, ({ quantity }) => quantity),
    rest: rest.packed,
    shares,
    shareProducers: packTexts(all.map(({ producer }) => producer)),
    shareQuantity: Float64Array.from(all, ({ quantity }) => quantity),
    unfilled: packRemainders(unfilled.map(({ line, ...one }) => ({ id: line, ...one }))),
    unsold: packRemainders(unsold.map(({ lot, ...one }) => ({ id: lot, ...one }))),
  };
}

export function unpackResult(packed: PackedResult): MatchingResult {
  let share = 0;
  const allocations = Array.from(packed.quantity, (quantity, at): Allocation => {
    const { frozen, why } = valueAt(packed.rest, at);
    const count = packed.shares[at] ?? -1;
    const shares = Array.from({ length: Math.max(0, count) }, (_, n): Share => ({
      producer: textAt(packed.shareProducers, share + n),
      quantity: packed.shareQuantity[share + n] ?? 0,
    }));
    share += shares.length;
    return {
      lot: textAt(packed.lots, at),
      line: textAt(packed.lines, at),
      term: valueAt(packed.term, at),
      quantity,
      ...(count < 0 ? {} : { shares }),
      ...(frozen === undefined ? {} : { frozen }),
      why: { ...why },
    };
  });
  return {
    totals: packed.header.totals,
    allocations,
    unfilled: unpackRemainders(packed.unfilled, (id, quantity, reasons): UnfilledLine => ({
      line: id,
      quantity,
      reasons,
    })),
    unsold: unpackRemainders(packed.unsold, (id, quantity, reasons): UnsoldLot => ({ lot: id, quantity, reasons })),
    proof: packed.header.proof,
    timings: packed.header.timings,
  };
}

function packRemainders(entries: readonly { id: string; quantity: number; reasons: Reason[] }[]): PackedRemainders {
  const reasons = new Column<Reason[]>(entries.length);
  entries.forEach((one, at) => {
    reasons.put(at, JSON.stringify(one.reasons), one.reasons);
  });
  return {
    ids: packTexts(entries.map(({ id }) => id)),
    quantity: Float64Array.from(entries, ({ quantity }) => quantity),
    reasons: reasons.packed,
  };
}

function unpackRemainders<T>(
  { ids, quantity, reasons }: PackedRemainders,
  entry: (id: string, quantity: number, reasons: Reason[]) => T,
): T[] {
  return Array.from(quantity, (units, at) => entry(textAt(ids, at), units, structuredClone(valueAt(reasons, at))));
}
