import { covers, dayNumber } from '../format/calendar.js';
import type { Line, Term } from '../format/market.js';
import { byText } from '../format/order.js';

/** True when the row may take new promises today. */
export function serves(term: Term, asOf: number): boolean {
  return inForce(term, asOf) && term.suspended !== true;
}

export function inForce(term: Term, asOf: number): boolean {
  return dayNumber(term.from) <= asOf && asOf < dayNumber(term.to);
}

/** Answers which terms row a line belongs to. Lookups by destination prefix, so cost does not grow with the terms. */
export class TermsIndex {
  private readonly byPlace = new Map<string, number[]>();
  private readonly byId = new Map<string, number>();
  private readonly picked = new Map<string, Map<string, number>>();
  readonly serving: Uint8Array;

  /** @param terms rows; answers are indexes into this array */
  constructor(
    readonly terms: readonly Term[],
    asOf: number,
  ) {
    this.serving = Uint8Array.from(terms, (term) => (serves(term, asOf) ? 1 : 0));
    terms.forEach((term, index) => {
      this.byId.set(term.id, index);
      const here = this.byPlace.get(term.destination);
      if (here === undefined) this.byPlace.set(term.destination, [index]);
      else here.push(index);
    });
    for (const rows of this.byPlace.values()) {
      rows.sort((a, b) => this.freight(a) - this.freight(b) || byText(this.idOf(a), this.idOf(b)));
    }
  }

  /**
   * The row a line is pinned to: its own `term`, else the serving row with the longest destination, then the
   * lowest freight, then the smallest id; −1 when none serves it.
   */
  pin(line: Pick<Line, 'destination' | 'product' | 'term'>): number {
    if (line.term !== undefined) return this.byId.get(line.term) ?? -1;
    let here = this.picked.get(line.product);
    if (here === undefined) this.picked.set(line.product, (here = new Map<string, number>()));
    let row = here.get(line.destination);
    if (row === undefined) {
      row = this.covering(line).find((one) => this.serving[one] === 1) ?? -1;
      here.set(line.destination, row);
    }
    return row;
  }

  /** Whether new units may be sold to the line under a row today: a promise may be pinned to one that has ceased to. */
  takes(row: number, line: Pick<Line, 'destination' | 'product'>): boolean {
    return this.serving[row] === 1 && this.covers(row, line);
  }

  /** Whether a row covers the line's destination and lists its product, in force or not. */
  covers(row: number, { destination, product }: Pick<Line, 'destination' | 'product'>): boolean {
    const term = this.terms[row];
    return term !== undefined && covers(term.destination, destination) && term.products.includes(product);
  }

  /** All rows that cover the line's destination and list its product, in force or not; best first. */
  covering(line: Pick<Line, 'destination' | 'product'>): number[] {
    const found: number[] = [];
    let place = line.destination;
    for (;;) {
      for (const row of this.byPlace.get(place) ?? []) {
        if (this.terms[row]?.products.includes(line.product) === true) found.push(row);
      }
      const dot = place.lastIndexOf('.');
      if (dot < 0) return found;
      place = place.slice(0, dot);
    }
  }

  originCovered(row: number, origin: string): boolean {
    return covers(this.terms[row]?.origin ?? '', origin);
  }

  private freight(row: number): number {
    return this.terms[row]?.freight ?? 0;
  }

  private idOf(row: number): string {
    return this.terms[row]?.id ?? '';
  }
}
