import { addDays } from '#kernel/local-date.js';
import { says } from '#kernel/refusals/sentences.js';
import { dateInWords } from '#kernel/written-date.js';
import type { RowFault } from '#files/uploads/row-reader.js';
import type { Figures } from '../domain/statement.js';
import type { ProductRow } from './find-seller.js';
import type { Field } from './statement-columns.js';

/** Stock is stated for these days; an older date is likely a year that was mistyped. */
const LONG_AGO_DAYS = 366;
/** Base units that one producer makes in a day: a household of five kilograms never comes to two tonnes. */
const MUCH_FOR_ONE = { GRAM: 2_000_000, PAIR: 1_000, PIECE: 1_000 } as const;

interface Dates {
  readonly date: string;
  readonly bestBefore?: string;
}

/** What is possible, but not likely: it can be stated when its sender has looked at it. */
export function doubtsOf(
  { date, bestBefore }: Dates,
  { produced }: Figures,
  product: ProductRow | undefined,
  today: string,
): RowFault<Field>[] {
  const doubts: RowFault<Field>[] = [];
  const doubt = (field: Field, said: ReturnType<typeof says>): void => {
    doubts.push({ field, code: 'DOUBTFUL', said, amber: true });
  };
  if (date < addDays(today, -LONG_AGO_DAYS)) doubt('date', says('long-ago', { date: dateInWords(date) }));
  const life = product?.shelfLifeDays ?? null;
  const until = bestBefore ?? (life === null ? undefined : addDays(date, life));
  if (until !== undefined && until < today) {
    doubt(bestBefore === undefined ? 'date' : 'bestBefore', says('has-expired', { date: dateInWords(until) }));
  }
  if (product && produced > MUCH_FOR_ONE[product.unit]) {
    const text = product.unit === 'GRAM' ? `${String(produced / 1_000_000)} ton` : String(produced);
    doubt('produced', says('much-for-one', { text }));
  }
  return doubts;
}
