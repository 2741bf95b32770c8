import type { LotView } from '../gates.js';
import type { Context } from './context.js';
import { rawKind, viewOf } from './relax.js';

/** Lots that are alike in everything a filter looks at; classes are alike only to the lines as they are. */
export interface LotKind {
  c: number;
  view: LotView;
  units: number;
}

export function kindsOfLots({ solution: { normal, net } }: Context, product: number): LotKind[] {
  const kinds = new Map<string, LotKind>();
  normal.lots.forEach((_, i) => {
    if (normal.lotProduct[i] !== product) return;
    const key = rawKind(normal, i);
    const known = kinds.get(key);
    if (known === undefined)
      kinds.set(key, { c: net.classOf[i] ?? 0, view: viewOf(normal, i), units: normal.lotUnits[i] ?? 0 });
    else known.units += normal.lotUnits[i] ?? 0;
  });
  return [...kinds.values()];
}
