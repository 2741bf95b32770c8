import type { PaperRule } from './acts.js';
import { dayAt, periodOf, startOf } from './calendar.js';
import { covers, isInForce, ORIGIN } from './gates.js';
import {
  openOf,
  type Agreement,
  type Allocation,
  type Line,
  type Lot,
  type Order,
  type Row,
  type Shipment,
} from './records.js';
import { boundOf, promisedOf } from './records.js';

const NO_LIMIT = 1e15;

/** Everything that an office has, in plain maps; nothing is ever thrown away. */
export class Office {
  readonly agreements = new Map<string, Agreement>();
  /** All editions of each row, the newest last. */
  readonly rows = new Map<string, Row[]>();
  /** What is spent, by `row period`. */
  readonly spent = new Map<string, number>();
  readonly lots = new Map<string, Lot>();
  /** In the order in which they came. */
  readonly lines = new Map<string, Line>();
  readonly orders = new Map<string, Order>();
  readonly allocations = new Map<string, Allocation>();
  readonly shipments = new Map<string, Shipment>();
  /** Papers that its policy asks for; those that the law does are younger than any history. */
  paperRules: readonly PaperRule[] = [];
  /** Order that a bank reference has paid. */
  readonly references = new Map<string, string>();

  /** Who was merged into whom. */
  readonly merged = new Map<string, string>();

  /** Under what name somebody is known now. */
  nameOf(id: string): string {
    const keptBy = this.merged.get(id);
    return keptBy === undefined ? id : this.nameOf(keptBy);
  }

  row(termId: string): Row {
    return this.rows.get(termId)!.at(-1)!;
  }

  edition({ termId, edition }: { readonly termId: string; readonly edition: number }): Row {
    return this.rows.get(termId)!.find((row) => row.edition === edition)!;
  }

  agreementOf(termId: string): Agreement | undefined {
    return this.agreements.get(this.row(termId).agreementId);
  }

  isServing(termId: string, at: Date): boolean {
    const agreement = this.agreementOf(termId);
    return agreement !== undefined && isInForce(agreement, at);
  }

  quotaLeft(row: Row, at: Date): number {
    if (row.quotaKind === 'unlimited' || row.quotaKind === 'target') return NO_LIMIT;
    const spent = this.spent.get(`${row.id} ${periodOf(dayAt(at, ORIGIN), row.period)}`) ?? 0;
    return Math.max(0, row.quota - spent);
  }

  /** Whether part of the day's surplus of a commodity still waits for some partner. */
  hasShares(commodity: string, at: Date): boolean {
    const hour = (at.getTime() - startOf(dayAt(at, ORIGIN), ORIGIN).getTime()) / 3_600_000;
    return [...this.rows.keys()].some((termId) => {
      const { commodity: own, reserved = 0, releaseHour = 0, removed } = this.row(termId);
      return own === commodity && reserved > 0 && hour < releaseHour && !removed;
    });
  }

  spend(termId: string, period: string, quantity: number): void {
    const cell = `${termId} ${period}`;
    this.spent.set(cell, (this.spent.get(cell) ?? 0) + quantity);
  }

  /** Rows that a line may be promised under today: the narrowest place first, then the least freight, then the id. */
  servingRows(line: Line, at: Date): Row[] {
    return [...this.rows.keys()]
      .map((termId) => this.row(termId))
      .filter((row) => !row.removed && row.partner === line.partner && row.commodity === line.commodity)
      .filter((row) => covers(row.destination, line.deliverTo) && this.isServing(row.id, at))
      .sort((a, b) => b.destination.length - a.destination.length || a.freight - b.freight || (a.id < b.id ? -1 : 1));
  }

  linesOf(order: Order): Line[] {
    return order.lineIds.map((id) => this.lines.get(id)!);
  }

  of(lot: Lot, ...statuses: string[]): Allocation[] {
    return [...this.allocations.values()].filter(({ lotId, status }) => lotId === lot.id && statuses.includes(status));
  }

  statusOf(order: Order): string {
    const lines = this.linesOf(order);
    const all = (of: (line: Line) => number): number => lines.reduce((sum, line) => sum + of(line), 0);
    const promised = all(promisedOf);
    if (promised === 0 && lines.every((line) => line.status !== 'open')) {
      return lines.some((line) => line.status === 'cancelled') ? 'cancelled' : 'expired';
    }
    if (promised === 0) return 'promised-not-at-all';
    if (all((line) => line.accepted) === promised) return order.paid >= order.owed ? 'settled' : 'received';
    if (all((line) => line.dispatched) > 0) return 'dispatched';
    if (all(boundOf) === promised) return 'allocated';
    return all(openOf) === 0 ? 'promised-in-full' : 'promised-in-part';
  }

  /** Nothing of it is open, bound or under way, and it is paid. */
  isOver(order: Order): boolean {
    if (order.paid < order.owed) return false;
    return this.linesOf(order).every(
      (line) =>
        (line.status !== 'open' || line.accepted + line.waived === line.wanted) && boundOf(line) === line.accepted,
    );
  }
}
