import { unique, type Named, type Names } from './names.js';
import { unsoldOf, type Market } from './markets.js';
import type { Reason } from './market-snapshot.js';
import { merge, relaxationOf, total } from './reasons.js';

/** A reason with its ids resolved: everything that a sentence about it needs, and no words. */
export interface ResolvedReason extends Omit<Reason, 'binding'> {
  readonly binding: readonly Named[];
  /** Lots that it is about (unsold only). */
  readonly lots?: readonly Named[];
  /** Partner whose lines it is about (unfilled only). */
  readonly partner?: string;
  readonly ahead?: Ahead;
}

/**
 * Unsold stock that the things named in `then` would sell first: relaxing this reason alone moves nothing until they
 * rise by more than `quantity`.
 */
export interface Ahead {
  readonly quantity: number;
  readonly lots: readonly Named[];
  readonly partners: readonly string[];
  /** The unmet demand behind those is not larger than `quantity` either, so demand would have to rise too. */
  readonly demandToo: boolean;
}

export function resolveUnsold(market: Market, names: Names): ResolvedReason[] {
  const entries = unsoldOf(market);
  return merge(entries.map(({ reason }) => reason)).map((reason) => {
    const key = relaxationOf(reason);
    const lots = entries.filter((entry) => relaxationOf(entry.reason) === key).map(({ lotId }) => names.of(lotId));
    const ahead = aheadOf(reason, market, names);
    return {
      ...reason,
      binding: reason.binding.map((id) => names.of(id)),
      lots: unique(lots),
      ...(ahead ? { ahead } : {}),
    };
  });
}

export function resolveUnfilled(market: Market, names: Names): ResolvedReason[] {
  const partners = [...new Set(market.lines.map(({ partner }) => partner))].sort();
  return partners.flatMap((partner) =>
    merge(market.lines.filter((line) => line.partner === partner).flatMap(({ unfilled }) => unfilled)).map(
      (reason) => ({
        ...reason,
        partner,
        binding: reason.binding.map((id) => names.of(id)),
      }),
    ),
  );
}

function aheadOf(reason: Reason, market: Market, names: Names): Ahead | undefined {
  if (reason.gain > 0 || reason.then.length === 0) return undefined;
  const before = unsoldOf(market).filter(
    (entry) => reason.then.includes(entry.reason.code) && entry.reason.kind === 'cut',
  );
  if (before.length === 0) return undefined;
  const quantity = total(before.map((entry) => entry.reason));
  const binding = before.flatMap((entry) => entry.reason.binding.map((id) => names.of(id)));
  const partners = [...new Set(binding.flatMap(({ partner }) => partner ?? []))];
  const unmet = market.lines
    .filter(({ partner }) => partners.includes(partner))
    .reduce((sum, { unfilled }) => sum + total(unfilled), 0);
  return { quantity, lots: unique(before.map(({ lotId }) => names.of(lotId))), partners, demandToo: unmet <= quantity };
}
