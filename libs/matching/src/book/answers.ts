import type { LotView } from '../normalized/eligibility.js';
import type { Line, Term } from '../format/market.js';
import { leastOf, type Ask } from '../normalized/normalized-market.js';
import type { TermsIndex } from '../normalized/terms-index.js';
import type { Reason } from '../format/result.js';
import type { PromiseAnswer } from './answer.js';
import type { BookLine } from './book-lot.js';
import type { Sacks } from './sacks.js';
import type { Shares } from '../normalized/shares.js';
import type { Stock } from './stock.js';
import { noSurplus, type Way } from './no-surplus.js';
import { agreementReasons, closedGate, rowsOf } from './why-no-term.js';
import { whyUnfilled } from './why-unfilled.js';

/** What the book keeps of a line with a promise; its wishes come again with every question. */
export interface Entry {
  readonly product: string;
  /** null while no terms row serves the line. */
  node: BookLine | null;
  promised: number;
}

/** What answering needs of the book. */
export interface Surroundings {
  asOf: number;
  pins: TermsIndex;
  quotaLeft: readonly number[];
  sacks: Sacks;
  stock: Stock;
  shares: Shares;
  nodeOf(line: Line): BookLine | null;
}

/** Puts a line's standing into an answer: its promise, and the reasons for the rest. */
export class Answers {
  constructor(private readonly at: Surroundings) {}

  /** Units that the line could have with this ask, of its row's quota; nothing changes. */
  obtainable(node: BookLine, ask: Ask, want: number): number {
    return this.obtainableBeside(node, ask, Math.min(want, this.quota(node.term)));
  }

  private obtainableBeside(node: BookLine, ask: Ask, want: number): number {
    return this.probe(node, ask, Math.min(want, this.at.shares.room(node.term, node.product)));
  }

  private quota(row: number): number {
    return this.at.sacks.quota(row, this.at.quotaLeft[row] ?? 0);
  }

  /** The same as if nothing were kept back for partners. */
  private probe(node: BookLine, ask: Ask, want: number): number {
    const probe: BookLine = { ...node, id: '', ask, shelfKey: null, served: 0, from: null };
    const given = this.at.stock.serve(probe, this.at.sacks.whole(node.product, want));
    this.at.stock.release(probe, given);
    return this.at.sacks.whole(node.product, given);
  }

  /** What a line is promised and why not more. */
  answer(line: Line, entry: Entry): PromiseAnswer {
    const { node, promised } = entry;
    const unmet = line.quantity - promised;
    const term = node === null ? undefined : this.at.pins.terms[node.term];
    const answer = { term: term?.id ?? null, promised };
    if (unmet === 0) return { ...answer, unfilled: [] };
    const lots = this.at.stock.of(line.product);
    if (lots.length === 0) return { ...answer, unfilled: [noSurplus(this.wayOf(line, entry), unmet, 'gate')] };
    const covered = (row: number): boolean => lots.some(({ origin }) => this.at.pins.originCovered(row, origin));
    if (node === null || term === undefined || !this.at.pins.takes(node.term, line) || !covered(node.term)) {
      const probe = (row: number): number => {
        const other = this.at.nodeOf({ ...line, term: this.at.pins.terms[row]?.id ?? '' });
        return other === null ? 0 : this.obtainable(other, other.ask, unmet);
      };
      return {
        ...answer,
        term: null,
        unfilled: [agreementReasons(line, unmet, lots, this.at.pins, this.at.asOf, probe)],
      };
    }
    const whole = this.at.sacks.whole(line.product, unmet);
    return {
      ...answer,
      unfilled: [...this.crumbs(node, unmet - whole), ...this.whyNotWhole(line, entry, node, term, lots)],
    };
  }

  /** Units that fill no sack. */
  private crumbs(node: BookLine, quantity: number): Reason[] {
    if (quantity === 0) return [];
    const sack = this.at.sacks.of(node.product);
    const limit = Math.min(quantity, this.at.quotaLeft[node.term] ?? 0, this.at.shares.room(node.term, node.product));
    // An opened sack would do, or what lies beside the sacks.
    const gain = Math.min(limit, this.probe(node, node.ask, sack) || this.at.sacks.loss(node, node.ask));
    const missing = { relaxBy: sack - quantity, gain, then: [] };
    return [{ kind: 'gate', code: 'UNIT_INDIVISIBLE', quantity, binding: [node.product], ...missing }];
  }

  private whyNotWhole(line: Line, entry: Entry, node: BookLine, term: Term, lots: readonly LotView[]): Reason[] {
    const way = this.wayOf(line, entry);
    const unmet = way.whole(line.quantity - entry.promised);
    if (unmet === 0) return [];
    const { quota, least } = way;
    const unfilled = whyUnfilled({
      line: line.id,
      way,
      ask: node.ask,
      asOf: this.at.asOf,
      unmet,
      least,
      fits: node.served > 0 || this.at.stock.fitsSome(node),
      termId: term.id,
      quotaSpent: quota === 0,
      lots: () => lots.filter((lot) => this.at.pins.originCovered(node.term, lot.origin)),
      nearly: () => this.at.stock.nearly(node),
      more: (ask, limit) =>
        limit === 'free' ? this.obtainableBeside(node, ask, unmet) : this.obtainable(node, ask, unmet),
    });
    return this.withReserved(node, unmet, { quota, least }, unfilled);
  }

  /** What new stock for the line would meet. */
  private wayOf(line: Line, { node, promised }: Entry): Way {
    const { pins, asOf, sacks, shares } = this.at;
    const serves = node !== null && pins.takes(node.term, line);
    return {
      product: line.product,
      shut: serves ? null : closedGate(rowsOf(line, pins), pins, asOf).code,
      ask: node?.ask ?? null,
      least: promised > 0 ? 0 : leastOf(line),
      quota: node === null ? 0 : this.quota(node.term),
      room: node === null ? 0 : shares.room(node.term, line.product),
      whole: (quantity) => sacks.whole(line.product, quantity),
    };
  }

  /** Units that only partners' shares keep from the line come first. */
  private withReserved(
    node: BookLine,
    unmet: number,
    { quota, least }: Pick<Way, 'quota' | 'least'>,
    unfilled: Reason[],
  ): Reason[] {
    if (this.at.shares.room(node.term, node.product) >= unmet || quota === 0) return unfilled;
    const gain = this.probe(node, node.ask, Math.min(unmet, quota));
    // With all that is kept back, too, it may be less than the least that the line takes.
    if (gain === 0 || gain < least) return unfilled;
    const binding = this.at.shares.rows(node.product).map((row) => this.at.pins.terms[row]?.id ?? '');
    const reserved: Reason = {
      ...{ kind: 'cut', code: 'PARTNER_SHARE_RESERVED', quantity: gain },
      ...{ binding, relaxBy: gain, gain, then: [] },
    };
    let left = unmet - gain;
    const others = unfilled.map((reason) => {
      const quantity = Math.min(left, reason.quantity);
      left -= quantity;
      return { ...reason, quantity };
    });
    return [reserved, ...others.filter((reason) => reason.quantity > 0)];
  }
}
