import type { PromiseAnswer } from './book/answer.js';
import { Answers, type Entry } from './book/answers.js';
import { DemandClasses } from './book/demand-classes.js';
import { bookLot, type BookLine, type BookLot } from './book/book-lot.js';
import { Sacks } from './book/sacks.js';
import { Stock } from './book/stock.js';
import { dayNumber } from './format/calendar.js';
import { PromisesNotServable } from './format/faults.js';
import type { Line, Lot, Market } from './format/market.js';
import { leastOf } from './normalized/normalized-market.js';
import { sortedById } from './format/order.js';
import { TermsIndex } from './normalized/terms-index.js';
import { sackSizes } from './normalized/sacks.js';
import { shareFaults, Shares } from './normalized/shares.js';

export { PromisesNotServable } from './format/faults.js';
export type { PromiseAnswer } from './book/answer.js';

/**
 * Promises quantity to lines without fixing which lots serve them: a flow that is re-arranged, never lowered.
 *
 * Not safe across an `await`: one owner, one thread. A different day, policy or terms row means a new book.
 * Source: docs/decisions/0003-matching-engine.md
 */
export class PromiseBook {
  private readonly asOf: number;
  private readonly pins: TermsIndex;
  private readonly quotaLeft: number[];
  private readonly stock: Stock;
  private readonly sacks: Sacks;
  private readonly lots = new Map<string, BookLot>();
  private readonly shares: Shares;
  private readonly answers: Answers;
  private readonly asks = new DemandClasses();
  private readonly entries = new Map<string, Entry>();
  /** Stock was taken away: some promise may stand on less than it needs. */
  private mayLack = false;

  /**
   * @param market lots (free quantity), terms (quota after all promises) and lines with their promises (0 = open)
   * @throws PromisesNotServable when the promises cannot all be served at once
   */
  constructor(market: Market) {
    this.asOf = dayNumber(market.asOf);
    const terms = sortedById(market.terms);
    this.pins = new TermsIndex(terms, this.asOf);
    this.quotaLeft = terms.map((term) => term.quota);
    this.stock = new Stock((row, origin) => this.pins.originCovered(row, origin));
    this.sacks = new Sacks(sackSizes(market), this.pins, this.stock);
    this.shares = new Shares(terms, this.pins.serving, this.quotaLeft, this.asOf, this.sacks.of);
    const [crossing] = this.shares.any ? shareFaults({ terms }) : [];
    if (crossing !== undefined) throw new RangeError(`terms row ${terms[crossing.row]?.id ?? ''} ${crossing.message}`);
    for (const lot of sortedById(market.lots)) this.addLot(lot);
    this.stock.settle();
    for (const line of market.lines.filter(({ promised }) => promised > 0)) {
      const entry: Entry = { product: line.product, node: this.nodeOf(line), promised: line.promised };
      this.entries.set(line.id, entry);
      this.shares.stand(line.product, line.promised);
      if (entry.node !== null) this.stock.serve(entry.node, line.promised);
    }
    this.mayLack = true;
    if (!this.servable()) throw this.shortage();
    this.answers = new Answers({
      asOf: this.asOf,
      pins: this.pins,
      quotaLeft: this.quotaLeft,
      sacks: this.sacks,
      stock: this.stock,
      shares: this.shares,
      nodeOf: (line) => this.nodeOf(line),
    });
  }

  /**
   * Promises a new line what can be promised to it. Earlier promises keep their quantity and terms. The book keeps the line
   * when it is promised anything; a backlog of lines that got nothing costs no memory.
   * @throws RangeError when a line of that id has a promise
   */
  promise(line: Line): PromiseAnswer {
    if (this.entries.has(line.id)) throw new RangeError(`line ${line.id} has a promise already`);
    return this.raised(line, this.newEntry(line));
  }

  /** Tries to raise what a line is promised, up to its quantity; one without a promise is asked anew. */
  topUp(line: Line): PromiseAnswer {
    return this.raised(line, this.entries.get(line.id) ?? this.newEntry(line));
  }

  private newEntry(line: Line): Entry {
    return { product: line.product, node: this.nodeOf(line), promised: 0 };
  }

  private raised(line: Line, entry: Entry): PromiseAnswer {
    this.raise(line, entry);
    if (entry.promised > 0) this.entries.set(line.id, entry);
    return this.answers.answer(line, entry);
  }

  /**
   * Takes back `quantity` (default: the whole line, which then leaves the book); its quota and stock are free again, and the
   * line wants that much less from now on. A line without a promise has nothing to give back.
   */
  cancel(lineId: string, quantity?: number): void {
    const entry = this.entries.get(lineId);
    if (entry === undefined) return;
    const taken = Math.min(quantity ?? entry.promised, entry.promised);
    entry.promised -= taken;
    if (entry.node !== null) {
      this.quotaLeft[entry.node.term] = (this.quotaLeft[entry.node.term] ?? 0) + taken;
      this.stock.release(entry.node, Math.max(0, entry.node.served - entry.promised));
      this.shares.draw(entry.node.term, entry.product, -taken);
    } else {
      this.shares.stand(entry.product, -taken);
    }
    if (entry.promised === 0) this.entries.delete(lineId);
    this.servable();
  }

  /** Adds a lot's free quantity; a known lot grows by it. Open lines are not raised: `topUp` does that. */
  addLot(lot: Lot): void {
    const known = this.lots.get(lot.id);
    const grown = known ?? bookLot(lot, this.asOf, this.sacks.usable(lot.product, lot.quantity));
    this.shares.addLot(grown, lot.quantity);
    if (known === undefined) {
      this.lots.set(lot.id, grown);
      this.stock.add(grown);
    } else {
      const before = this.sacks.usable(known.product, known.quantity);
      known.quantity += lot.quantity;
      this.stock.giveBack(known, this.sacks.usable(known.product, known.quantity) - before);
      this.stock.reopen();
    }
    this.servable();
  }

  /**
   * Takes stock out of a lot, for good.
   * @returns whether all promises can still be served; when not, cancel or lower promises until `servable()` is true
   * @throws RangeError when the lot is unknown or holds less
   */
  takeFromLot(lotId: string, quantity: number): boolean {
    const lot = this.lots.get(lotId);
    if (lot === undefined || quantity > lot.quantity) {
      throw new RangeError(`lot ${lotId} does not hold ${String(quantity)}`);
    }
    const before = this.sacks.usable(lot.product, lot.quantity);
    lot.quantity -= quantity;
    this.shares.addLot(lot, -quantity);
    this.stock.take(lot, before - this.sacks.usable(lot.product, lot.quantity));
    this.mayLack = true;
    return this.servable();
  }

  /** How much would be promised to this line now; nothing is promised. */
  promisable(line: Line): number {
    const node = this.nodeOf(line);
    if (node === null || !this.pins.takes(node.term, line)) return 0;
    return this.answers.obtainable(node, node.ask, line.quantity);
  }

  /** Serves again what stock was taken from; true when every promise stands on stock. */
  servable(): boolean {
    if (!this.mayLack) return true;
    let whole = this.serveAll();
    if (!whole && this.sacks.loosen(this.lackingProducts())) whole = this.serveAll();
    this.mayLack = !whole;
    return whole;
  }

  private serveAll(): boolean {
    let whole = true;
    for (const entry of this.entries.values()) {
      const missing = entry.promised - (entry.node?.served ?? 0);
      if (missing === 0) continue;
      if (entry.node === null || this.stock.serve(entry.node, missing) < missing) whole = false;
    }
    return whole;
  }

  private lackingProducts(): Set<string> {
    return new Set(this.lacking().flatMap(({ line }) => this.entries.get(line)?.product ?? []));
  }

  /** Lines that were first served by other lots, then re-arranged for the sake of a later one. */
  rearranged(): Set<string> {
    const found = new Set<string>();
    for (const [line, { node }] of this.entries) if (node?.rearranged === true) found.add(line);
    return found;
  }

  /** Lines whose promise lacks stock, with how much each lacks; empty when all is servable. */
  lacking(): { line: string; quantity: number }[] {
    const found: { line: string; quantity: number }[] = [];
    for (const [line, entry] of this.entries) {
      const quantity = entry.promised - (entry.node?.served ?? 0);
      if (quantity > 0) found.push({ line, quantity });
    }
    return found;
  }

  private shortage(): PromisesNotServable {
    let [promised, served] = [0, 0];
    for (const entry of this.entries.values()) {
      promised += entry.promised;
      served += entry.node?.served ?? 0;
    }
    return new PromisesNotServable(promised, served, this.lacking());
  }

  private nodeOf(line: Line): BookLine | null {
    const row = this.pins.pin(line);
    const term = this.pins.terms[row];
    if (term === undefined) return null;
    return {
      id: line.id,
      product: line.product,
      ask: this.asks.of(line, term),
      shelfKey: null,
      term: row,
      served: 0,
      rearranged: false,
      from: null,
    };
  }

  private raise(line: Line, entry: Entry): void {
    const { node } = entry;
    if (node === null || !this.pins.takes(node.term, line)) return;
    const room = this.shares.room(node.term, line.product);
    const quota = this.sacks.quota(node.term, this.quotaLeft[node.term] ?? 0);
    const want = this.sacks.whole(line.product, Math.min(line.quantity - entry.promised, quota, room));
    const floor = leastOf(line);
    if (want <= 0 || entry.promised + want < floor) return;
    const found = this.stock.serve(node, want);
    // Beside promises from before there were sacks, a lot may have less than a sack left.
    const given = this.sacks.whole(line.product, found);
    this.stock.release(node, found - given);
    if (entry.promised + given < floor) {
      this.stock.release(node, given);
      return;
    }
    entry.promised += given;
    this.quotaLeft[node.term] = (this.quotaLeft[node.term] ?? 0) - given;
    this.shares.draw(node.term, line.product, given);
  }
}
