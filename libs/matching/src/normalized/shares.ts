import { covers } from '../format/calendar.js';
import { heldUntil } from '../format/certificate-validity.js';
import type { Market, Term } from '../format/market.js';
import { wholeSacks, type SackOf } from './sacks.js';

/** What a share looks at in a lot. */
export interface Shareable {
  product: string;
  origin: string;
  price: number;
  held: ReadonlyMap<string, number>;
}

interface Fit {
  rows: number[];
  units: number;
}

interface Pool {
  /** Rows that reserve a share of the product. */
  rows: number[];
  /** Units in lots, by which of these rows could use them today. */
  fit: Map<string, Fit>;
  /** Units promised to anybody. */
  promised: number;
}

/**
 * Partner shares of a product. A row's own lines may take its share and, like everybody, the open part: what the lots
 * that fit every sharing row hold, less all promises, less all shares. Each unit that somebody else takes is counted as
 * if it were of such a lot, so that many are always left for the partners; and new units are limited on the buyers'
 * side only, so the sold quantities of lots stay a polymatroid.
 */
export class Shares {
  private readonly pools = new Map<string, Pool>();
  private readonly reserved: Float64Array;

  /**
   * @param quota what is left of each row, read when asked: a share is never more than its partner could still take
   * @param sackOf what room is counted in
   */
  constructor(
    private readonly terms: readonly Term[],
    serving: Uint8Array,
    private readonly quota: ArrayLike<number>,
    private readonly asOf: number,
    private readonly sackOf: SackOf = () => 1,
  ) {
    this.reserved = Float64Array.from(terms, (term, row) => (serving[row] === 1 ? (term.reserved ?? 0) : 0));
    terms.forEach((term, row) => {
      if (this.reserved[row] === 0) return;
      for (const product of term.products) {
        const pool: Pool = this.pools.get(product) ?? { rows: [], fit: new Map<string, Fit>(), promised: 0 };
        pool.rows.push(row);
        this.pools.set(product, pool);
      }
    });
  }

  get any(): boolean {
    return this.pools.size > 0;
  }

  get products(): string[] {
    return [...this.pools.keys()];
  }

  /** Rows that still keep a share of the product back. */
  rows(product: string): readonly number[] {
    return this.pools.get(product)?.rows.filter((row) => this.left(row) > 0) ?? [];
  }

  /** A lot grew by so much (or lost it, when negative). */
  addLot(lot: Shareable, units: number): void {
    const pool = this.pools.get(lot.product);
    if (pool === undefined) return;
    const rows = pool.rows.filter((row) => this.fits(row, lot));
    const known = pool.fit.get(rows.join());
    if (known === undefined) pool.fit.set(rows.join(), { rows, units });
    else known.units += units;
  }

  /** A promise that the shares were stated after. */
  stand(product: string, units: number): void {
    const pool = this.pools.get(product);
    if (pool !== undefined) pool.promised += units;
  }

  /** A row's line takes units, of its share first (or gives them back, when negative). */
  draw(row: number, product: string, units: number): void {
    this.stand(product, units);
    if (this.pools.get(product)?.rows.includes(row) !== true) return;
    this.reserved[row] = (this.reserved[row] ?? 0) - units;
  }

  /** What is still kept back for a row. */
  left(row: number): number {
    return Math.max(0, Math.min(this.reserved[row] ?? 0, this.quota[row] ?? 0));
  }

  /** Units of the product that anybody may take beside a share; Infinity when nothing is kept back of it. */
  open(product: string): number {
    const sharing = this.rows(product);
    const pool = this.pools.get(product);
    if (pool === undefined || sharing.length === 0) return Infinity;
    let left = -pool.promised;
    for (const { rows, units } of pool.fit.values()) if (sharing.every((row) => rows.includes(row))) left += units;
    for (const row of sharing) left -= this.left(row);
    return Math.max(0, left);
  }

  /** Units of the product that the row's lines may take. */
  room(row: number, product: string): number {
    if (!this.any) return Infinity;
    const [sack, own] = [this.sackOf(product), this.rows(product).includes(row) ? this.left(row) : 0];
    const open = this.open(product);
    return open === Infinity ? Infinity : wholeSacks(open, sack) + wholeSacks(own, sack);
  }

  private fits(row: number, { origin, price, held }: Shareable): boolean {
    const term = this.terms[row];
    if (term === undefined || price > (term.priceBand?.maximum ?? Infinity)) return false;
    return covers(term.origin, origin) && heldUntil(held, term.certificates) >= this.asOf;
  }
}

/** A share that the engine cannot keep exactly, at the index of its terms row. */
export interface ShareFault {
  row: number;
  message: string;
}

/**
 * Shares go by product and quotas by row; both limit flow on one path only where a row lists one product.
 * @returns rows that list several products, one of which has a share
 */
export function shareFaults({ terms }: Pick<Market, 'terms'>): ShareFault[] {
  const shared = new Set(terms.flatMap((term) => ((term.reserved ?? 0) > 0 ? term.products : [])));
  return terms.flatMap(({ products }, row) => {
    const product = products.length > 1 ? products.find((one) => shared.has(one)) : undefined;
    return product === undefined
      ? []
      : [
          {
            row,
            message: `must list ${product} alone: a share of it is reserved, and a quota over several products would cross it`,
          },
        ];
  });
}
