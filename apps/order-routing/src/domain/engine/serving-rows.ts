import { wayOf } from '#kernel/region-changes.js';
import { covers } from '#kernel/region-code.js';
import { isInForce } from '../ledger/in-force.js';
import type { Line } from '../ledger/line.js';
import type { MarketState } from '../ledger/market-state.js';
import { wayOfRow } from '../ledger/row-way.js';
import type { Term } from '../ledger/term.js';

type Wish = Pick<Line, 'commodity' | 'deliverTo'>;

/**
 * Which terms rows serve a line at one instant. Each place and commodity is looked up once: a market has tens of thousands
 * of open lines that want few things in few places. Worth nothing once terms or agreements have changed.
 */
export class ServingRows {
  private readonly serving = new Map<string, readonly Term[]>();
  private readonly least = new Map<string, number>();
  private byCommodity: ReadonlyMap<string, readonly { readonly term: Term; readonly way: string }[]> | undefined;

  constructor(
    private readonly state: MarketState,
    private readonly at: Date,
  ) {}

  /** Rows that new promises may draw on, the first choice first: the narrowest, then the least freight, then the id. */
  of(wish: Wish): readonly Term[] {
    return remembered(this.serving, wish, () => {
      const rows = this.covering(wish).filter(({ term }) => {
        const agreement = this.state.agreements.get(term.agreementId);
        return agreement !== undefined && isInForce(agreement, this.at);
      });
      return rows
        .sort(
          (a, b) => b.way.length - a.way.length || a.term.freight - b.term.freight || (a.term.id < b.term.id ? -1 : 1),
        )
        .map(({ term }) => term);
    });
  }

  /** The largest minimum lot among the rows that cover a place most closely, in force or not; 0 where none does. */
  closestMinimum(wish: Wish): number {
    return remembered(this.least, wish, () => {
      const rows = this.covering(wish);
      const closest = Math.max(...rows.map(({ way }) => way.length));
      return Math.max(0, ...rows.filter(({ way }) => way.length === closest).map(({ term }) => term.minimumLot));
    });
  }

  private covering({ commodity, deliverTo }: Wish): { readonly term: Term; readonly way: string }[] {
    const place = wayOf(deliverTo);
    this.byCommodity ??= rowsByCommodity(this.state);
    return (this.byCommodity.get(commodity) ?? []).filter(({ way }) => covers(way, place));
  }
}

function rowsByCommodity(state: MarketState): Map<string, { term: Term; way: string }[]> {
  const found = new Map<string, { term: Term; way: string }[]>();
  for (const term of state.terms.values()) {
    if (term.removed) continue;
    const row = { term, way: wayOfRow(state, term) };
    const others = found.get(term.commodity);
    if (others) others.push(row);
    else found.set(term.commodity, [row]);
  }
  return found;
}

function remembered<Found>(known: Map<string, Found>, { commodity, deliverTo }: Wish, find: () => Found): Found {
  const key = `${deliverTo} ${commodity}`;
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = find()));
  return found;
}
