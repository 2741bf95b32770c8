import { DomainError } from './domain-error.js';
import { UNIT_WORDS } from './refusals/state-words.js';
import { TRADE_UNITS, type BaseUnit, type TradeUnit } from './units.js';

export * from './units.js';

function unitOf(unit: string, base: BaseUnit): number {
  // "12 lusin" of sandals are pairs and of embroidery pieces: the commodity's base unit decides.
  const candidates = [unit, `${unit}-piece`].filter((name): name is TradeUnit => Object.hasOwn(TRADE_UNITS, name));
  const match = candidates.map((name) => TRADE_UNITS[name]).find((entry) => entry.base === base);
  if (match) return match.factor;
  throw new DomainError('UNIT_MISMATCH', { unit, base: UNIT_WORDS[base] });
}

/**
 * Converts a decimal text or number in a trade unit to whole base units, exactly (no floating point on the way).
 *
 * @param value e.g. `"12.5"` or `12.5`; a dot is the decimal point; thousands separators are not accepted
 * @param unit  a key of TRADE_UNITS, of the same dimension as `base`
 * @returns base units, > 0, a safe integer
 * @throws DomainError QUANTITY_AMBIGUOUS for "15.000" (fifteen, or fifteen thousand?), QUANTITY_INVALID for what is
 *   no positive decimal, QUANTITY_INDIVISIBLE when it is no whole count of base units, UNIT_MISMATCH across dimensions
 */
export function toBaseUnits(value: string | number, unit: string, base: BaseUnit): number {
  const factor = unitOf(unit, base);
  const text = String(value);
  if (typeof value === 'string' && /^\d{1,3}([.,]\d{3})+$/.test(text)) {
    throw new DomainError('QUANTITY_AMBIGUOUS', { text });
  }
  const match = /^(\d{1,16})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match) throw new DomainError('QUANTITY_INVALID', { text });
  const fraction = match[2] ?? '';
  const scaled = BigInt((match[1] ?? '0') + fraction) * BigInt(factor);
  const divisor = 10n ** BigInt(fraction.length);
  if (scaled % divisor !== 0n) {
    throw new DomainError('QUANTITY_INDIVISIBLE', { value: text, unit, base: UNIT_WORDS[base] });
  }
  return quantity(Number(scaled / divisor));
}

/**
 * @returns `value` itself: base units, > 0, a safe integer
 * @throws DomainError QUANTITY_INVALID otherwise
 */
export function quantity(value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new DomainError('QUANTITY_INVALID.whole', { value });
}
