import { hashOf } from '#files/uploads/repetitions.js';
import type { PlacedLine } from '../domain/decisions/place-order.js';
import type { PlaceOrderDto } from '../orders/order.dto.js';

/**
 * What the row of a file means: who wants how much of what, by when and where, under which number of theirs. Written
 * otherwise (2,5 kg or 2.500 g, another case, more spaces) it is the same order; price and certificates may be changed
 * before the file is sent again, and it is still the same order. docs/decisions/0043-what-a-row-means.md
 *
 * @param lines as they were read, in base units
 * @param key the row's own name, where its sender gives one
 */
export function meaningOf(
  partner: string,
  { buyer, reference = '' }: PlaceOrderDto,
  lines: readonly Pick<PlacedLine, 'commodity' | 'quantity' | 'unit' | 'needBy' | 'deliverTo'>[],
  key = '',
): string {
  const goods = lines.map((line) => [line.commodity, line.quantity, line.unit, line.needBy, line.deliverTo]);
  return hashOf(JSON.stringify([partner, plain(buyer.name), plain(reference), plain(key), goods]));
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
