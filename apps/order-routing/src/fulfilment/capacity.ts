import { toBaseUnits, TRADE_UNITS, type BaseUnit, type TradeUnit } from '#kernel/quantity.js';

export type CapacityUnit = TradeUnit;
/** What a capacity is said in. A dozen of pairs is no dozen of pieces. */
export const CAPACITY_UNITS = Object.keys(TRADE_UNITS) as CapacityUnit[];

/** @throws DomainError for what is no quantity */
export function capacityOf({ quantity, unit }: { readonly quantity: number | string; readonly unit: CapacityUnit }): {
  readonly quantity: number;
  readonly unit: BaseUnit;
} {
  const { base } = TRADE_UNITS[unit];
  return { quantity: toBaseUnits(quantity, unit, base), unit: base };
}
