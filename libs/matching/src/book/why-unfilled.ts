import {
  codeOf,
  FILTERS,
  leastRelaxation,
  onlyObstacle,
  amountShort,
  kindsLacking,
  passes,
  relaxed,
  type Filter,
  type LotView,
} from '../normalized/eligibility.js';
import type { Ask } from '../normalized/normalized-market.js';
import { byText } from '../format/order.js';
import type { Reason, ReasonCode } from '../format/result.js';
import { noSurplus, sellsOf, type Way } from './no-surplus.js';

/** What explaining a line needs to know of the market it stands in. */
export interface LineSituation {
  line: string;
  /** What new stock for the line would meet. */
  way: Way;
  ask: Ask;
  asOf: number;
  unmet: number;
  /** The least that the line takes, or nothing; 0 for one that is promised already. */
  least: number;
  /** Some lot, free or sold, fits the ask: then the first gate need not be looked for. */
  fits: boolean;
  /** Lots of the product under the row's origin. */
  lots(): readonly LotView[];
  /** Those of them with free units that at most one filter keeps away; alike ones may be left out. */
  nearly(): readonly LotView[];
  termId: string;
  /** The row's quota is spent for this line. */
  quotaSpent: boolean;
  /** More units that could be had with this ask, beside the quota when it is `free`. */
  more(ask: Ask, quota: 'kept' | 'free'): number;
}

/** Reasons for the unmet units of a line whose terms row serves; they sum to `unmet`. */
export function whyUnfilled(at: LineSituation): Reason[] {
  return (at.fits ? belowLeast(at) : gateReasons(at)) ?? cutReasons(at);
}

/** What could be had is less than the least that the line takes. */
function belowLeast(at: LineSituation): Reason[] | null {
  if (at.least === 0) return null;
  const had = at.more(at.ask, 'kept');
  if (had === 0) return null;
  const missing = { relaxBy: at.least - had, gain: had, then: [] };
  return [{ kind: 'gate', code: 'BELOW_MINIMUM_LOT', quantity: at.unmet, binding: [at.line], ...missing }];
}

function gateReasons(at: LineSituation): Reason[] | null {
  let open = at.lots();
  for (const filter of FILTERS) {
    const through = open.filter((lot) => passes(lot, at.ask, filter));
    if (through.length > 0) {
      open = through;
      continue;
    }
    const pairs = open.map((lot) => [lot, at.ask] as const);
    const { kinds, amount } = leastRelaxation(filter, pairs);
    const reason = closed(at, 'gate', codeOf(filter, pairs, at.asOf), filter, kinds, amount);
    return [reason];
  }
  return null;
}

function cutReasons(at: LineSituation): Reason[] {
  const withQuota = Math.min(at.unmet, at.more(at.ask, 'free'));
  const reasons: Reason[] = [];
  let left = at.unmet;
  if (at.quotaSpent && withQuota > 0) {
    reasons.push({
      kind: 'cut',
      code: 'QUOTA_EXHAUSTED',
      quantity: left,
      binding: [at.termId],
      relaxBy: left,
      gain: withQuota,
      then: withQuota < left ? ['NO_SURPLUS'] : [],
    });
    left = 0;
  } else if (at.quotaSpent) {
    const { gain, stop } = sellsOf({ ...at.way, quota: left }, left);
    reasons.push({
      kind: 'cut',
      code: 'QUOTA_EXHAUSTED',
      quantity: left,
      binding: [at.termId, `surplus:${at.way.product}`],
      relaxBy: left,
      gain,
      then: [stop ?? 'NO_SURPLUS'],
    });
    left = 0;
  }
  for (const option of left > 0 ? singleRelaxations(at, left) : []) {
    if (left === 0) break;
    const quantity = Math.min(left, option.gain);
    reasons.push({ ...option, quantity });
    left -= quantity;
  }
  if (left > 0) reasons.push(noSurplus(at.way, left, 'cut'));
  return reasons;
}

/** Each filter that alone keeps stock from the line, by what giving way would bring, largest first. */
function singleRelaxations(at: LineSituation, unmet: number): Reason[] {
  const groups = new Map<string, { filter: Filter; kinds: string[]; amount: number; lots: LotView[] }>();
  for (const lot of at.nearly()) {
    const filter = onlyObstacle(lot, at.ask);
    if (filter === null) continue;
    const kinds = filter === 'certificate' ? kindsLacking(lot, at.ask) : [];
    const key = `${filter}:${kinds.join('\u0001')}`;
    const group = groups.get(key) ?? { filter, kinds, amount: 0, lots: [] };
    group.amount = Math.max(group.amount, amountShort(lot, at.ask, filter));
    group.lots.push(lot);
    groups.set(key, group);
  }
  const found: Reason[] = [];
  for (const { filter, kinds, amount, lots } of groups.values()) {
    const code = codeOf(
      filter,
      lots.map((lot) => [lot, at.ask] as const),
      at.asOf,
    );
    const reason = closed({ ...at, unmet }, 'cut', code, filter, kinds, amount);
    if (reason.gain > 0) found.push(reason);
  }
  return found.sort((a, b) => b.gain - a.gain || byText(a.code, b.code) || byText(a.binding.join(), b.binding.join()));
}

function closed(
  at: LineSituation,
  kind: 'gate' | 'cut',
  code: ReasonCode,
  filter: Filter,
  kinds: string[],
  amount: number,
): Reason {
  const ask = relaxed(at.ask, filter, kinds, amount);
  const gain = Math.min(at.unmet, at.more(ask, 'kept'));
  const then: ReasonCode[] = gain > 0 ? [] : at.quotaSpent ? ['QUOTA_EXHAUSTED'] : ['NO_SURPLUS'];
  const binding = filter === 'certificate' ? kinds : [at.line];
  return { kind, code, quantity: at.unmet, binding, ...(amount > 0 ? { relaxBy: amount } : {}), gain, then };
}
