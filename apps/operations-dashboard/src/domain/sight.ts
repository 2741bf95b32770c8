import type { Binding, Lot, Picture, Reason } from './picture.js';

/** Whose lots a reader is shown one by one. */
export interface Sight {
  /** Those of this origin; null: of every one. */
  readonly origin: string | null;
  /** Of these, what this aggregator sells; null: whatever anybody sells. */
  readonly aggregator: string | null;
}

/**
 * The picture as a reader may see it. Lots that are not its to see become `goods`: all of a commodity with the same
 * certificates go by one id that says nothing of a lot or its seller, so that whatever is told of them can only be a sum.
 *
 * @param sight undefined: no lot is shown
 * Source: docs/decisions/0014-access-in-depth.md
 */
export function seenBy(picture: Picture, sight: Sight | undefined): Picture {
  const names = new Map(picture.lots.map((lot) => [lot.id, isShown(lot, sight) ? lot.id : goodsOf(lot)]));
  if (picture.lots.every(({ id }) => names.get(id) === id)) return picture;
  const veiled = <Row extends { readonly binding: readonly string[] }>(reasons: readonly Row[]): Row[] =>
    reasons.map((reason) => ({ ...reason, binding: reason.binding.map((id) => names.get(id) ?? id) }));
  return {
    ...picture,
    lots: picture.lots.map((lot) => veil(lot, names.get(lot.id) ?? lot.id, veiled)),
    promises: picture.promises.map((line) => ({ ...line, unfilled: veiled(line.unfilled) })),
    bindings: together(picture.bindings, names),
  };
}

function isShown({ origin, sellerId }: Lot, sight: Sight | undefined): boolean {
  if (!sight) return false;
  const within = sight.origin === null || sight.origin === origin;
  return within && (sight.aggregator === null || sight.aggregator === sellerId);
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
