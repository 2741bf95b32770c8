import type { Allocation } from './allocation.js';
import type { DecisionContext } from './decision-context.js';
import type { Line } from './line.js';
import type { Lot } from './lot.js';
import type { MarketState } from './market-state.js';
import type { Order } from './order.js';
import { marked } from './promise-parts.js';
import type { Shipment } from './shipment.js';
import { editionKey } from './term.js';

type Instants = 'placedAt' | 'dispatchedAt' | 'receivedAt';
/** A record as the journal has it: instants are text. */
type Plain<Record> = { readonly [Field in keyof Record]: Field extends Instants ? string : Record[Field] };

/**
 * Records that a market lets go of, as its tables had them when somebody came back to one: a closed order with its lines,
 * and lots of which nothing lies in store. What the market still has is not taken from here.
 */
export interface KeptRecords {
  readonly order: Omit<Plain<Order>, 'lineIds'>;
  readonly lines: readonly Line[];
  readonly lots: readonly Omit<Lot, 'contributions'>[];
}

/** A shipment that was received, with the goods that came in it. */
export interface KeptReceipt {
  readonly shipment: Plain<Shipment>;
  readonly allocations: readonly Allocation[];
  /** Of each allocation, how many events have told what it earns whom. */
  readonly told: Readonly<Record<string, number>>;
  /** Rupiah of its order that contributors have had, or that are on their way to them. */
  readonly paidOut: number;
  /** How many producers of the market had been merged, which changes whose goods they are; absent: none. */
  readonly merges?: number;
}

/** The order is here again; once it is closed it is let go of as before. */
export function recall({ state, changes }: DecisionContext, { order, lines, lots }: KeptRecords): void {
  changes.recalled.add(order.id);
  if (!state.orders.has(order.id)) {
    const lineIds = lines.map(({ id }) => id);
    state.orders.set(order.id, { ...order, placedAt: new Date(order.placedAt), lineIds });
    for (const line of lines) state.lines.set(line.id, { ...line, takes: takesOf(state, line) });
  }
  // Nothing of it lies in store: no contributor has anything there.
  for (const lot of lots) if (!state.lots.has(lot.id)) state.lots.set(lot.id, { ...lot, contributions: [] });
}

/** Its shipment and goods, as records that can be changed. They stay out of the market, which has no use for them. */
export function receiptOf(
  state: MarketState,
  { shipment, allocations }: Pick<KeptReceipt, 'shipment' | 'allocations'>,
): { readonly shipment: Shipment; readonly allocations: readonly Allocation[] } {
  const { dispatchedAt, receivedAt } = shipment;
  return {
    shipment: { ...shipment, dispatchedAt: new Date(dispatchedAt), receivedAt: new Date(receivedAt) },
    allocations: allocations.map((allocation) => ({
      ...allocation,
      edition: knownEdition(state, allocation.termId, allocation.edition),
    })),
  };
}

/** As this release keeps them: one of before, whose turn may come between, does not. */
export function takesOf(state: MarketState, { takes, allocated }: Pick<Line, 'takes' | 'allocated'>): Line['takes'] {
  return marked(takes, allocated, ({ termId, edition }) => knownEdition(state, termId, edition));
}

export function knownEdition(state: MarketState, termId: string, edition = 0): number {
  return state.earlierTerms.has(editionKey({ termId, edition })) ? edition : state.term(termId).edition;
}
