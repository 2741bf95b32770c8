import { covers } from '#kernel/region-code.js';
import { SAID_BASE_UNITS, TRADE_UNITS, type TradeUnit } from '#kernel/units.js';
import type { Unit } from '../api/types.js';
import type { FieldFault } from '../forms/faults.js';
import { baseUnitsOf, decimalOf } from '../parts/quantities.js';
import { sum } from '../parts/sum.js';
import type { Say } from '../words/say.js';
import type { Allocated, PaperRule } from './data.js';

export const MODES = ['road', 'sea', 'air', 'rail'] as const;

export interface Leg {
  readonly from: string;
  readonly to: string;
  readonly mode: (typeof MODES)[number];
  readonly eta: string;
}

/** What a capacity is said in here. */
export const CAPACITY_UNITS = ['kg', 'kuintal', 'ton', 'pair', 'piece'] as const satisfies readonly TradeUnit[];
type CapacityUnit = (typeof CAPACITY_UNITS)[number];

/** What is said of a load while it is put together. */
export interface LoadDraft {
  /** Where it goes. */
  readonly place: string;
  /** Of goods whose box was touched: whether they go. */
  readonly chosen: Readonly<Record<string, boolean>>;
  /** How much of them, as it is typed; empty: all. */
  readonly quantities: Readonly<Record<string, string>>;
  readonly capacity: string;
  readonly capacityUnit: CapacityUnit;
  readonly legs: readonly Leg[];
}

/** Goods that are ready to leave. Base units. */
export type Ready = Pick<Allocated, 'id' | 'orderId' | 'commodity' | 'unit' | 'quantity' | 'unitPrice' | 'deliverTo'>;

/** Those for a place: of the order that it began with first. */
export function readyFor(ready: readonly Ready[], place: string, order: string): Ready[] {
  const isOwn = ({ orderId }: Ready): number => (orderId === order ? 0 : 1);
  return ready.filter(({ deliverTo }) => deliverTo === place).sort((a, b) => isOwn(a) - isOwn(b));
}

/** Places that an order's goods go to. */
export function placesOf(ready: readonly Ready[], order: string): string[] {
  return [...new Set(ready.filter(({ orderId }) => orderId === order).map(({ deliverTo }) => deliverTo))].sort();
}

/** What goes: all of the order that it began with, unless somebody says otherwise. */
export function chosenOf(goods: readonly Ready[], { chosen }: Pick<LoadDraft, 'chosen'>, order: string): Ready[] {
  return goods.filter(({ id, orderId }) => chosen[id] ?? orderId === order);
}

interface Part {
  readonly allocation: string;
  readonly quantity?: number;
  readonly unit?: TradeUnit;
}

/** The parts of a load, or which of them say no figure. */
export function partsOf(
  going: readonly Ready[],
  { quantities }: Pick<LoadDraft, 'quantities'>,
  language: Say['language'],
): readonly Part[] | readonly string[] {
  const parts = going.map(({ id, unit }): Part => {
    const typed = quantities[id] ?? '';
    if (typed.trim() === '') return { allocation: id };
    return { allocation: id, quantity: baseUnitsOf(typed, unit, language), unit: SAID_BASE_UNITS[unit] };
  });
  const wrong = going.filter(({ quantity }, index) => {
    const part = parts[index]?.quantity;
    return part !== undefined && !(part > 0 && part <= quantity);
  });
  return wrong.length > 0 ? wrong.map(({ id }) => id) : parts;
}

/** How much goes in by now, by unit; what says no figure counts as nothing. */
export function loadedOf(
  going: readonly Ready[],
  { quantities }: Pick<LoadDraft, 'quantities'>,
  language: Say['language'],
): readonly { readonly unit: Unit; readonly quantity: number }[] {
  const units = [...new Set(going.map(({ unit }) => unit))];
  return units.map((unit) => ({
    unit,
    quantity: sum(
      going
        .filter((each) => each.unit === unit)
        .map(({ id, quantity }) => {
          const typed = quantities[id] ?? '';
          return typed.trim() === '' ? quantity : baseUnitsOf(typed, unit, language) || 0;
        }),
    ),
  }));
}

/** What is said of the capacity; undefined: nothing, or no figure. */
export function capacityOf(
  { capacity, capacityUnit }: Pick<LoadDraft, 'capacity' | 'capacityUnit'>,
  language: Say['language'],
): { readonly quantity: string; readonly unit: CapacityUnit; readonly base: Unit; readonly units: number } | undefined {
  const quantity = decimalOf(capacity, language);
  if (quantity === undefined) return undefined;
  const { base, factor } = TRADE_UNITS[capacityUnit];
  return { quantity, unit: capacityUnit, base, units: Math.round(Number(quantity) * factor) };
}

/** Papers that go with these goods on their way; the service has the last word. */
export function papersFor(
  rules: readonly PaperRule[],
  { place, legs }: Pick<LoadDraft, 'place' | 'legs'>,
  going: readonly Ready[],
  today: string,
): PaperRule[] {
  return rules.filter(
    ({ from, modes, destinations, commodities }) =>
      (from === null || from <= today) &&
      legs.some(({ mode }) => modes.includes(mode)) &&
      (destinations.length === 0 || destinations.some((region) => covers(region, place))) &&
      (commodities.length === 0 || going.some(({ commodity }) => commodities.includes(commodity))),
  );
}

/** Faults of fields, where what was put together cannot be sent. */
export function faultsOfParts(wrong: readonly string[], going: readonly Ready[], message: string): FieldFault[] {
  return wrong.map((id) => {
    return { field: `parts/${String(going.findIndex((each) => each.id === id))}/quantity`, message };
  });
}
