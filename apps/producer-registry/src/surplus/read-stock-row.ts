import type { ErrorCode } from '#kernel/refusals/codes.js';
import { DomainError } from '#kernel/domain-error.js';
import { isLocalDate } from '#kernel/local-date.js';
import { toBaseUnits } from '#kernel/quantity.js';
import type { RowFault } from '#files/uploads/row-reader.js';
import { sackOf, times } from '#files/uploads/row-words.js';
import { surplusOf, type MemberFigures } from '../domain/statement.js';
import type { ProductRow } from './find-seller.js';
import type { Field } from './statement-columns.js';
import { doubtsOf } from './stock-doubts.js';
import type { StatementHead } from './store-statement.js';

/** A row as it was read, numbers still in its own unit. */
export interface StockRow {
  readonly seller?: string;
  readonly producer?: string;
  readonly product?: string;
  readonly date?: string;
  readonly delivery?: string;
  readonly unit?: string;
  readonly produced?: string;
  readonly committedToExport?: string;
  readonly committedAtHome?: string;
  readonly held?: string;
  readonly floorPrice?: number;
  readonly bestBefore?: string;
}

/** What is placed: ids and base units. */
export interface StatedRow extends StatementHead, MemberFigures {
  /** Number of the delivery, by which it is known among those of its day; absent: the day's stock as a whole. */
  readonly delivery?: string;
}

export interface Known {
  readonly producers: ReadonlyMap<string, string>;
  readonly aggregators: ReadonlyMap<string, string>;
  /** By their names in small letters. */
  readonly products: ReadonlyMap<string, ProductRow>;
  readonly today: string;
  /** The one aggregator that may be the seller; null: anyone. */
  readonly mustSell: string | null;
}

const FIGURES = ['produced', 'committedToExport', 'committedAtHome', 'held'] as const;

/** Reads a row against what is known today; one with faults is not placed, so its other figures do not matter. */
export function readStockRow(row: StockRow, known: Known): { body: object; faults: RowFault<Field>[] } {
  const product = known.products.get((row.product ?? '').toLowerCase());
  const producerId = known.producers.get(row.producer ?? '');
  const sellerId = row.seller === undefined ? producerId : known.aggregators.get(row.seller);
  const { date = '', bestBefore, floorPrice, delivery } = row;
  const faults: RowFault<Field>[] = [];
  const ask = (holds: boolean, field: Field, code: ErrorCode = 'INVALID'): void => {
    if (!holds) faults.push({ field, code });
  };
  ask(producerId !== undefined, 'producer');
  ask(sellerId !== undefined || row.seller === undefined, 'seller');
  if (known.mustSell !== null && sellerId !== undefined) ask(sellerId === known.mustSell, 'seller');
  ask(product !== undefined, 'product');
  ask(isLocalDate(date) && date <= known.today, 'date');
  ask(bestBefore === undefined || (isLocalDate(bestBefore) && bestBefore >= date), 'bestBefore');
  ask(floorPrice !== undefined && floorPrice <= 1_000_000_000_000, 'floorPrice');
  const figures = { produced: 0, committedToExport: 0, committedAtHome: 0, held: 0 };
  for (const field of product ? FIGURES : []) {
    const [value, code] = inBaseUnits(row[field], row.unit ?? '', product);
    figures[field] = value;
    if (code !== undefined) faults.push({ field: code === 'UNIT_MISMATCH' ? 'unit' : field, code });
  }
  if (faults.length === 0) ask(figures.produced > 0 && surplusOf(figures) >= 0, 'produced');
  const numbered = delivery === undefined ? {} : { delivery };
  const stated = {
    sellerId,
    producerId,
    productId: product?.id,
    date,
    ...numbered,
    bestBefore,
    floorPrice,
    ...figures,
  };
  const isGood = faults.length === 0;
  return {
    body: isGood ? stated : row,
    faults: isGood ? doubtsOf({ ...row, date }, figures, product, known.today) : faults,
  };
}

/** A karung is the product's: the package of that name, or the only one that there is. */
function sackOfProduct({ packaging }: ProductRow): number | undefined {
  const named = packaging.find(({ name }) => sackOf(name.toLowerCase()) !== undefined);
  return named?.size ?? (packaging.length === 1 ? packaging[0]?.size : undefined);
}

function inSacks(text: string, size: number): number {
  const amount = Number(times(text, String(size)));
  if (Number.isSafeInteger(amount)) return amount;
  throw new DomainError('QUANTITY_INVALID', { text });
}

/** Nothing, and a zero, are none: a quantity is above 0 everywhere else. */
function inBaseUnits(
  text: string | undefined,
  unit: string,
  product: ProductRow | undefined,
): [value: number, code?: ErrorCode] {
  if (!product || text === undefined || /^0+(\.0+)?$/.test(text)) return [0];
  const sack = sackOf(unit);
  try {
    if (!sack) return [toBaseUnits(text, unit, product.unit)];
    const size = sack.size === null ? sackOfProduct(product) : toBaseUnits(sack.size, 'kg', product.unit);
    return size === undefined ? [0, 'UNIT_MISMATCH'] : [inSacks(text, size)];
  } catch (error) {
    if (error instanceof DomainError) return [0, error.code === 'QUANTITY_INVALID' ? 'INVALID' : error.code];
    throw error;
  }
}
