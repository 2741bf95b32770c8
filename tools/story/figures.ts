import { kilograms, rupiah, sumOf } from './chapter.js';
import type { Story } from './story.js';

/** One sum of the story, and what it has to equal. */
export interface Figure {
  readonly what: string;
  readonly parts: readonly (readonly [string, number])[];
  readonly whole: readonly [string, number];
  readonly unit: 'grams' | 'rupiah';
}

/** The sums that have to add up, from stock, orders, money and the ledgers of the agreements. */
export function figuresOf({ orders, lots, settlements, reports }: Story): Figure[] {
  const stock = (part: 'declared' | 'free' | 'confirmed' | 'inTransit' | 'delivered' | 'writtenOff'): number =>
    sumOf(lots, ({ balance }) => balance?.[part] ?? 0);
  const lines = orders.flatMap((order) => order.lines);
  const promised = sumOf(lines, (line) => line.promised);
  const producers = settlements.flatMap((settlement) => settlement.producers);
  return [
    {
      what: 'Stock',
      unit: 'grams',
      parts: [
        ['delivered', stock('delivered')],
        ['lost on the way', stock('writtenOff')],
        ['on its way', stock('inTransit')],
        ['confirmed', stock('confirmed')],
        ['unsold', stock('free')],
      ],
      whole: ['declared', sumOf(lots, ({ quantity }) => quantity)],
    },
    {
      what: 'Orders',
      unit: 'grams',
      parts: [
        ['promised', promised],
        ...lines.flatMap((line) => line.unfilled.map((r) => [r.code, r.quantity] as const)),
      ],
      whole: ['ordered', sumOf(lines, (line) => line.quantity)],
    },
    {
      what: 'Ledgers of the agreements',
      unit: 'grams',
      parts: reports.map(({ partner, consumed }) => [partner, consumed] as const),
      whole: ['promised', promised],
    },
    {
      what: 'Goods settled',
      unit: 'grams',
      parts: [['contributors', sumOf(producers, ({ quantity }) => quantity)]],
      whole: ['delivered', stock('delivered')],
    },
    {
      what: 'Money',
      unit: 'rupiah',
      parts: [['contributors', sumOf(producers, ({ amount }) => amount)]],
      whole: ['paid by buyers', sumOf(settlements, ({ paid }) => paid)],
    },
  ];
}

export function addsUp({ parts, whole }: Figure): boolean {
  return sumOf(parts, ([, amount]) => amount) === whole[1];
}

export function toText({ what, parts, whole, unit }: Figure): string {
  const show = unit === 'grams' ? kilograms : rupiah;
  return `${what}: ${whole[0]} ${show(whole[1])} = ${parts
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => `${name} ${show(amount)}`)
    .join(' + ')}`;
}
