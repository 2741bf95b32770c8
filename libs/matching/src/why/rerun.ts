import { relaxed, type Filter } from '../normalized/eligibility.js';
import { normalise, type NormalizedMarket } from '../normalized/normalized-market.js';
import type { Reason, ReasonCode, UnfilledLine, UnsoldLot } from '../format/result.js';
import type { MostOf } from '../solve/most-in-units.js';
import { relaxedLot, viewOf } from './relax.js';
import { withStock } from './with-stock.js';

const FILTER_OF: Partial<Record<ReasonCode, Filter>> = {
  CERTIFICATE_MISSING: 'certificate',
  CERTIFICATE_EXPIRES_BEFORE_ARRIVAL: 'certificate',
  SHELF_LIFE_TOO_SHORT: 'life',
  NEEDED_TOO_SOON: 'time',
  NEED_BY_PASSED: 'time',
  PRICE_ABOVE_CEILING: 'price',
};

/**
 * Where sacks or least quantities take part, a flow beside the lines that are served tells only part of a gain: with one thing
 * relaxed, others may be served. So the relaxed market is searched anew; what that sells more is the gain.
 *
 * @param normal the market as it was solved, without least quantities set aside
 */
export function rerunGains(
  normal: NormalizedMarket,
  sold: number,
  most: MostOf,
  { unfilled, unsold, leftOut }: Explained,
): void {
  const known = new Map<string, number | null>();
  const raise = (reason: Reason, side: Side): void => {
    const key = JSON.stringify([reason.code, reason.binding, reason.relaxBy, isOfOne(reason) ? side : null]);
    const least = leftOut.get(side.line ?? -1);
    let gain = known.get(key);
    if (gain === undefined) {
      const changed = withRelaxed(normal, reason, side);
      gain = changed === null ? null : Math.max(0, most(changed) - sold);
      known.set(key, gain);
    }
    if (gain === null) {
      if (reason.code === 'NO_SURPLUS' || reason.gain === 0) boughtAtLeast(reason, least ?? 0);
    } else if (least !== undefined || reason.code === 'UNIT_INDIVISIBLE' || gain > reason.gain) {
      put(reason, gain, side);
    }
  };
  const lots = new Map(normal.lots.map(({ id }, i) => [id, i]));
  const lines = new Map(normal.lines.map(({ id }, j) => [id, j]));
  for (const { lot, reasons } of unsold) for (const reason of reasons) raise(reason, { lot: lots.get(lot) ?? -1 });
  for (const { line, reasons } of unfilled) {
    for (const reason of reasons) raise(reason, { line: lines.get(line) ?? -1 });
  }
}

/** The same for markets that are too large to be searched for every reason. */
export function leastGains(normal: NormalizedMarket, { unfilled, leftOut }: Omit<Explained, 'unsold'>): void {
  const lines = new Map(normal.lines.map(({ id }, j) => [id, j]));
  for (const { line, reasons } of unfilled) {
    for (const reason of reasons) boughtAtLeast(reason, leftOut.get(lines.get(line) ?? -1) ?? 0);
  }
}

function put(reason: Reason, gain: number, side: Side): void {
  reason.gain = gain;
  if (gain >= reason.quantity) reason.then = [];
  else if (reason.then.length === 0) reason.then = [side.line === undefined ? 'NO_DEMAND' : 'NO_SURPLUS'];
  if (gain === 0 && reason.code !== 'UNIT_INDIVISIBLE') stillTooLittle(reason);
}

/** Codes whose gain a flow beside the lines that are served tells; that of others is found by solving a changed market. */
const TOLD_BY_FLOW: ReadonlySet<ReasonCode> = new Set([
  ...(Object.keys(FILTER_OF) as ReasonCode[]),
  'QUOTA_EXHAUSTED',
  'NO_SURPLUS',
]);

/** A line that is left out buys its least quantity or nothing: what sells less than that sells nothing. */
function boughtAtLeast(reason: Reason, least: number): void {
  const isTooLittle = TOLD_BY_FLOW.has(reason.code) ? reason.gain < least : reason.kind === 'cut' && reason.gain === 0;
  if (isTooLittle) stillTooLittle(reason);
}

/** Something stops the units first, and then the least quantity of their line. */
function stillTooLittle(reason: Reason): void {
  Object.assign(reason, { kind: 'gate', gain: 0, then: ['BELOW_MINIMUM_LOT'] } satisfies Partial<Reason>);
}

interface Explained {
  unfilled: readonly UnfilledLine[];
  unsold: readonly UnsoldLot[];
  /** Lines left out for their least quantity: what a flow tells of them may be less than they would take. */
  leftOut: ReadonlyMap<number, number>;
}

interface Side {
  lot?: number;
  line?: number;
}

/** What is relaxed for one lot or line only. */
function isOfOne({ code }: Reason): boolean {
  return FILTER_OF[code] !== undefined || code === 'NO_SURPLUS';
}

/** Null: it is not said here how; its gain was found by solving already, or is the quantity itself. */
function withRelaxed(normal: NormalizedMarket, reason: Reason, side: Side): NormalizedMarket | null {
  const { market, kept } = normal;
  const { code, binding, relaxBy = 0 } = reason;
  const filter = FILTER_OF[code];
  if (filter !== undefined) return withFilterRelaxed(normal, filter, reason, side);
  switch (code) {
    case 'BELOW_MINIMUM_LOT':
      return {
        ...normal,
        lines: normal.lines.map((line) => {
          if (!binding.includes(line.id)) return line;
          const { partial: _, minimum: __, ...any } = line;
          return any;
        }),
      };
    case 'UNIT_INDIVISIBLE': {
      const parcels = Object.entries(market.parcels ?? {}).filter(([product]) => !binding.includes(product));
      return normalise({ ...market, parcels: Object.fromEntries(parcels) }, kept);
    }
    case 'QUOTA_EXHAUSTED': {
      const [row] = binding;
      if (binding.length !== 1) return null;
      const terms = market.terms.map((term) => (term.id === row ? { ...term, quota: term.quota + relaxBy } : term));
      return normalise({ ...market, terms }, kept);
    }
    case 'NO_SURPLUS':
      return withStock(normal, side.line ?? -1, relaxBy);
    default:
      return null;
  }
}

function withFilterRelaxed(
  normal: NormalizedMarket,
  filter: Filter,
  { binding, relaxBy: amount = 0, code }: Reason,
  { lot, line }: Side,
): NormalizedMarket {
  const kinds = filter === 'certificate' ? binding : [];
  if (line !== undefined) {
    const asks = normal.asks.slice();
    const ask = asks[line];
    if (ask !== null && ask !== undefined) asks[line] = relaxed(ask, filter, kinds, amount);
    return { ...normal, asks };
  }
  const i = lot ?? -1;
  const view = relaxedLot(viewOf(normal, i), { filter, kinds, amount, code });
  const record = normal.lots[i];
  const changed = {
    ...normal,
    lots: normal.lots.slice(),
    lotBest: normal.lotBest.slice(),
    lotReady: normal.lotReady.slice(),
    lotHeld: normal.lotHeld.slice(),
    held: [...normal.held, new Map(view.held)],
  };
  if (record !== undefined) changed.lots[i] = { ...record, price: view.price };
  changed.lotBest[i] = view.best;
  changed.lotReady[i] = view.ready;
  changed.lotHeld[i] = normal.held.length;
  return changed;
}
