import type { Unit } from '../api/types.js';

/** Trade units as the order form sends them. */
export const TRADE_UNIT = { GRAM: 'kg', PAIR: 'pair', PIECE: 'piece' } as const satisfies Record<Unit, string>;

/**
 * A quantity as somebody in this language types it, as the decimal text that the API takes; undefined when it is none.
 * The id-ID way has dots between thousands and a decimal comma, the English way the reverse.
 */
export function decimalOf(typed: string, language: 'id' | 'en'): string | undefined {
  const [group, comma] = language === 'id' ? ['\\.', ','] : [',', '\\.'];
  const shape = new RegExp(`^(\\d{1,3}(?:${group}\\d{3})+|\\d+)(?:${comma}(\\d{1,3}))?$`);
  const match = shape.exec(typed.trim());
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/[.,]/g, '');
  // Three decimals would read as thousands to the API, which refuses to guess; four do not.
  return match[2] === undefined ? whole : `${whole}.${match[2].padEnd(4, '0')}`;
}

/** Base units in a trade unit: 1,000 g in a kilogram, one pair, one piece. */
export function baseUnitsIn(unit: Unit): number {
  return unit === 'GRAM' ? 1_000 : 1;
}

/** What somebody has typed, in base units; NaN when it is no quantity. */
export function baseUnitsOf(typed: string, unit: Unit, language: 'id' | 'en'): number {
  return Math.round(Number(decimalOf(typed, language) ?? Number.NaN) * baseUnitsIn(unit));
}

/** What an input takes for a quantity, as `decimalOf` reads it. */
export function quantityPattern(language: 'id' | 'en'): string {
  return language === 'id' ? '[0-9.]+(,[0-9]{1,3})?' : '[0-9,]+([.][0-9]{1,3})?';
}

/** Days later, as a calendar date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
