import { addDays } from '#kernel/local-date.js';
import { says } from '#kernel/refusals/sentences.js';
import { dateInWords } from '#kernel/written-date.js';
import type { RowFault } from '#files/uploads/row-reader.js';
import type { PlacedLine } from '../domain/decisions/place-order.js';
import type { Field } from './order-columns.js';

/** Orders are for weeks or months ahead; a year that was mistyped lies further. */
const FAR_AHEAD_DAYS = 730;
/** Base units: 1,000 t, or a million of what is counted. No regency has as much for one buyer. */
const VERY_MUCH = { GRAM: 1_000_000_000, PAIR: 1_000_000, PIECE: 1_000_000 } as const;
/** Rupiah a trade unit; below it somebody has written thousands. */
const LEAST_PRICE = 100;

type Asked = Pick<PlacedLine, 'needBy' | 'quantity' | 'unit' | 'maxLandedPrice'>;

/** What is possible, but not likely: it can be placed when its sender has looked at it. */
export function doubtsOf(lines: readonly Asked[], today: string): RowFault<Field>[] {
  return lines.flatMap(({ needBy, quantity, unit, maxLandedPrice }) => {
    const doubts: RowFault<Field>[] = [];
    const doubt = (field: Field, said: ReturnType<typeof says>): void => {
      doubts.push({ field, code: 'DOUBTFUL', said, amber: true });
    };
    if (needBy > addDays(today, FAR_AHEAD_DAYS)) doubt('needBy', says('far-ahead', { date: dateInWords(needBy) }));
    if (quantity > VERY_MUCH[unit]) doubt('quantity', says('very-much', { text: amountOf(quantity, unit) }));
    if (maxLandedPrice !== null && maxLandedPrice < LEAST_PRICE) {
      doubt('maxLandedPrice', says('very-little', { text: `Rp${String(maxLandedPrice)}` }));
    }
    return doubts;
  });
}

function amountOf(quantity: number, unit: Asked['unit']): string {
  return unit === 'GRAM' ? `${String(quantity / 1_000_000)} ton` : String(quantity);
}
