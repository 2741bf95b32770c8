import type { Agreement } from './agreement.js';
import type { Allocation } from './allocation.js';
import type { Line } from './line.js';
import type { Lot } from './lot.js';
import { DEFAULT_POLICY, type OfficePolicy } from './office-policy.js';
import type { Order } from './order.js';
import type { QuotaCell } from './quota-cell.js';
import type { Shipment } from './shipment.js';
import { editionKey, type Edition, type Term } from './term.js';
import { TimerTable } from './timer-table.js';

/**
 * All that decides in one origin regency, as folded from its journal up to number `journal`. Each kind of record is
 * changed by its own file in this folder alone; quantities are whole base units of the commodity, prices whole rupiah a
 * trade unit, instants UTC.
 */
export class MarketState {
  journal = 0;
  /** The greatest instant that its journal has seen; nothing is decided before it. */
  time = new Date(0);
  policy: OfficePolicy = DEFAULT_POLICY;
  readonly lots = new Map<string, Lot>();
  readonly agreements = new Map<string, Agreement>();
  /** The present edition of each row. */
  readonly terms = new Map<string, Term>();
  /** Editions that another has taken the place of, by `editionKey`: what was promised under one keeps it. */
  readonly earlierTerms = new Map<string, Term>();
  readonly cells = new Map<string, QuotaCell>();
  readonly orders = new Map<string, Order>();
  readonly lines = new Map<string, Line>();
  /** Those that hold goods: offered, confirmed or dispatched. */
  readonly allocations = new Map<string, Allocation>();
  /** By line: sellers who refused goods for it or let an offer lapse, sorted. */
  readonly refusals = new Map<string, readonly string[]>();
  /** Those that have not been received. */
  readonly shipments = new Map<string, Shipment>();
  /** Order that each bank reference has paid, of all there ever were: one transfer pays once. */
  readonly paidBy = new Map<string, string>();
  readonly timers = new TimerTable();
  /** Units that a producer is behind its fair part of a commodity, over all runs; by `commodity producer`. */
  readonly fairnessBalances = new Map<string, number>();

  /** Producers that were registered twice: the one that stays, by the id of the other. */
  readonly merged = new Map<string, string>();

  constructor(readonly origin: string) {}

  /** @throws Error when it is not in this market; so do the others */
  lot(id: string): Lot {
    return this.found(this.lots.get(id), 'Lot', id);
  }

  term(id: string): Term {
    return this.found(this.terms.get(id), 'Terms row', id);
  }

  /** The edition that something was promised under. */
  termUnder(under: Edition): Term {
    const present = this.terms.get(under.termId);
    if (present?.edition === under.edition) return present;
    return this.found(this.earlierTerms.get(editionKey(under)), 'Edition', editionKey(under));
  }

  cell(key: string): QuotaCell {
    return this.found(this.cells.get(key), 'Quota cell', key);
  }

  order(id: string): Order {
    return this.found(this.orders.get(id), 'Order', id);
  }

  line(id: string): Line {
    return this.found(this.lines.get(id), 'Line', id);
  }

  allocation(id: string): Allocation {
    return this.found(this.allocations.get(id), 'Allocation', id);
  }

  shipment(id: string): Shipment {
    return this.found(this.shipments.get(id), 'Shipment', id);
  }

  private found<Record>(record: Record | undefined, what: string, id: string): Record {
    if (record === undefined) throw new Error(`${what} ${id} is not in market ${this.origin}.`);
    return record;
  }
}
