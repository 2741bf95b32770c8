import { covers } from '#kernel/region-code.js';
import type { MarketSnapshot } from './market-snapshot.js';

/**
 * The markets that concern a region: its own, and those that it has an agreement, terms or orders with. Of other
 * regencies' markets nothing is told, not even a sum.
 *
 * @param region null: whoever looks after the installation is told of all
 */
export function concerning(snapshot: MarketSnapshot, region: string | null): MarketSnapshot {
  if (region === null) return snapshot;
  const isRelated = (other: string): boolean => covers(region, other) || covers(other, region);
  const withPartners = [...snapshot.agreements, ...snapshot.terms, ...snapshot.promises, ...snapshot.orders];
  const asPartner = new Set(withPartners.filter(({ partner }) => isRelated(partner)).map(({ origin }) => origin));
  const concerns = ({ origin }: { readonly origin: string }): boolean => origin === region || asPartner.has(origin);
  const terms = snapshot.terms.filter(concerns);
  const lots = snapshot.lots.filter(concerns);
  const [termIds, lotIds] = [new Set(terms.map(({ id }) => id)), new Set(lots.map(({ id }) => id))];
  return {
    ...snapshot,
    terms,
    lots,
    promises: snapshot.promises.filter(concerns),
    agreements: snapshot.agreements.filter(concerns),
    cells: snapshot.cells.filter(({ termId }) => termIds.has(termId)),
    bindings: snapshot.bindings.filter(({ lotId }) => lotIds.has(lotId)),
    contributors: snapshot.contributors.filter(concerns),
    orders: snapshot.orders.filter(concerns),
    producers: snapshot.producers.filter(concerns),
    runs: snapshot.runs.filter(concerns),
  };
}
