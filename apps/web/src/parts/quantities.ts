import { TRADE_UNITS, type TradeUnit } from '#kernel/units.js';
import { writtenDecimal, type NumberLocale } from '#kernel/written-decimal.js';
import type { Unit } from '../api/types.js';
import type { Language } from '../words/words.js';

/** Trade units as the order form sends them. */
export const TRADE_UNIT = { GRAM: 'kg', PAIR: 'pair', PIECE: 'piece' } as const satisfies Record<Unit, TradeUnit>;

/** How people who read this language write numbers. */
export function localeOf(language: Language): NumberLocale {
  return language === 'id' ? 'id-ID' : 'en';
}

/** A quantity as somebody in this language types it, as the decimal text that the API takes; undefined when it is none. */
export function decimalOf(typed: string, language: Language): string | undefined {
  return writtenDecimal(typed.trim(), localeOf(language));
}

/** Base units in a trade unit: 1,000 g in a kilogram, one pair, one piece. */
export function baseUnitsIn(unit: Unit): number {
  return TRADE_UNITS[TRADE_UNIT[unit]].factor;
}

/** What somebody has typed, in base units; NaN when it is no quantity. */
export function baseUnitsOf(typed: string, unit: Unit, language: Language): number {
  return Math.round(Number(decimalOf(typed, language) ?? Number.NaN) * baseUnitsIn(unit));
}

/** What an input takes for a quantity, as `decimalOf` reads it. */
export function quantityPattern(language: Language): string {
  return language === 'id' ? '[0-9.]+(,[0-9]{1,3})?' : '[0-9,]+([.][0-9]{1,3})?';
}
