import type { Binding, Lot, MarketSnapshot, Reason } from './market-snapshot.js';

/** Whose lots a reader is shown one by one. */
export interface Visibility {
  /** Those of this origin; null: of every one. */
  readonly origin: string | null;
  /** Of these, what this aggregator sells; null: whatever anybody sells. */
  readonly aggregator: string | null;
}

/** What a reader is shown. */
export interface Sight {
  /** Whose markets; null: all. */
  readonly region: string | null;
  /** Whose lots one by one; undefined: nobody's. */
  readonly lots: Visibility | undefined;
}

/**
 * The snapshot as a reader may see it. Lots that are not its to see become `goods`: all of a commodity with the same
 * certificates go by one id that says nothing of a lot or its seller, so that whatever is told of them can only be a sum.
 *
 * @param visibility undefined: no lot is shown
 * Source: docs/decisions/0014-access-in-depth.md
 */
export function redactFor(snapshot: MarketSnapshot, visibility: Visibility | undefined): MarketSnapshot {
  const names = new Map(snapshot.lots.map((lot) => [lot.id, isShown(lot, visibility) ? lot.id : goodsOf(lot)]));
  if (snapshot.lots.every(({ id }) => names.get(id) === id)) return snapshot;
  const veiled = <Row extends { readonly binding: readonly string[] }>(reasons: readonly Row[]): Row[] =>
    reasons.map((reason) => ({ ...reason, binding: reason.binding.map((id) => names.get(id) ?? id) }));
  return {
    ...snapshot,
    lots: snapshot.lots.map((lot) => veil(lot, names.get(lot.id) ?? lot.id, veiled)),
    promises: snapshot.promises.map((line) => ({ ...line, unfilled: veiled(line.unfilled) })),
    bindings: together(snapshot.bindings, names),
  };
}

function isShown({ origin, sellerId }: Lot, visibility: Visibility | undefined): boolean {
  if (!visibility) return false;
  const within = visibility.origin === null || visibility.origin === origin;
  return within && (visibility.aggregator === null || visibility.aggregator === sellerId);
}

function goodsOf({ origin, commodity, certificates }: Lot): string {
  return ['goods', origin, commodity, certificates.join('+')].join(':');
}

function veil(lot: Lot, id: string, veiled: (reasons: readonly Reason[]) => Reason[]): Lot {
  const judged = lot.judged && { ...lot.judged, unsold: veiled(lot.judged.unsold) };
  if (id === lot.id) return { ...lot, judged };
  return { ...lot, id, sellerId: '', label: null, producedOn: '', bestBefore: null, judged };
}

/** What is bound of the same goods to a partner is one binding. A lot that is not complete yet has none to show. */
function together(bindings: readonly Binding[], names: ReadonlyMap<string, string>): Binding[] {
  const merged = new Map<string, Binding>();
  for (const binding of bindings) {
    const lotId = names.get(binding.lotId);
    if (lotId === undefined) continue;
    const key = [lotId, binding.partner, binding.termId, binding.status].join(' ');
    const seen = merged.get(key);
    merged.set(key, { ...binding, lotId, quantity: binding.quantity + (seen?.quantity ?? 0) });
  }
  return [...merged.values()];
}
