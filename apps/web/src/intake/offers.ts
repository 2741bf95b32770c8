import { sum } from '../parts/sum.js';
import type { CommodityFlows, PartnerFlow, TermFlow, Unit } from '../api/types.js';

/** What a partner region may order of one commodity under one terms row. Base units. */
export interface Offer {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly term: TermFlow;
  /** What is left of the quota of this period, and of the stock that no promise needs. */
  readonly most: number;
}

/** Tells one offer from another. */
export function keyOf({ origin, commodity, term }: Offer): string {
  return `${origin} ${commodity} ${term.id}`;
}

/** Offers to the region, the largest commodities first, as the flows list them; rows that are not in force are none. */
export function offersOf(flows: readonly CommodityFlows[], region: string): Offer[] {
  return flows.flatMap((flow) => {
    const mine = flow.partners.filter(({ partner }) => partner === region);
    return mine.flatMap(({ terms }) => terms.filter(({ inForce }) => inForce).map((term) => offerOf(flow, term)));
  });
}

/** What of a lot no order can have. */
const GONE = new Set(['LOT_HELD', 'PRODUCER_SUSPENDED', 'PRODUCER_REFUSED', 'COMMITTED_ELSEWHERE', 'LOST_IN_TRANSIT']);

function offerOf({ origin, commodity, unit, lots, goods, partners }: CommodityFlows, term: TermFlow): Offer {
  const fitting = [...lots, ...goods].filter(({ certificates }) =>
    term.certificates.every((kind) => certificates.includes(kind)),
  );
  const free = sum(
    fitting.flatMap(({ unsold }) => unsold.filter(({ code }) => !GONE.has(code)).map((part) => part.quantity)),
  );
  const needed = sum(partners.map(({ promised, bound }: PartnerFlow) => promised - bound));
  return { origin, commodity, unit, term, most: Math.max(0, Math.min(term.left, free - needed)) };
}
