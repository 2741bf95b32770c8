import { describe, expect, it } from 'vitest';
import { DomainError } from './domain-error.js';
import { quantity, toBaseUnits, type BaseUnit } from './quantity.js';

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a quantity', () => {
  it.each<[string | number, string, BaseUnit, number]>([
    ['12.5', 'kg', 'GRAM', 12_500],
    [0.3, 'kg', 'GRAM', 300],
    ['0.1', 'kg', 'GRAM', 100],
    [1, 'kuintal', 'GRAM', 100_000],
    ['15', 'ton', 'GRAM', 15_000_000],
    [10, 'kodi', 'PAIR', 200],
    [10, 'kodi', 'PIECE', 200],
    [2, 'lusin', 'PAIR', 24],
    ['15000', 'kg', 'GRAM', 15_000_000],
  ])('of %s %s is exact in %s', (value, unit, base, expected) => {
    expect(toBaseUnits(value, unit, base)).toBe(expected);
  });

  it.each<[string, string | number, string, BaseUnit]>([
    ['QUANTITY_AMBIGUOUS', '15.000', 'kg', 'GRAM'],
    ['QUANTITY_AMBIGUOUS', '1.000.000', 'kg', 'GRAM'],
    ['QUANTITY_AMBIGUOUS', '1,000', 'kg', 'GRAM'],
    ['QUANTITY_INVALID', '1,5', 'kg', 'GRAM'],
    ['QUANTITY_INVALID', '-1', 'kg', 'GRAM'],
    ['QUANTITY_INVALID', '1e3', 'kg', 'GRAM'],
    ['QUANTITY_INVALID', 0, 'kg', 'GRAM'],
    ['QUANTITY_INVALID', Number.POSITIVE_INFINITY, 'kg', 'GRAM'],
    ['QUANTITY_INVALID', '9007199254740993', 'g', 'GRAM'],
    ['QUANTITY_INDIVISIBLE', '0.0001', 'kg', 'GRAM'],
    ['QUANTITY_INDIVISIBLE', '0.5', 'pair', 'PAIR'],
    ['UNIT_MISMATCH', 1, 'kodi', 'GRAM'],
    ['UNIT_MISMATCH', 1, 'kg', 'PAIR'],
    ['UNIT_MISMATCH', 1, 'constructor', 'GRAM'],
  ])('is refused as %s: %s %s', (code, value, unit, base) => {
    expect(codeOf(() => toBaseUnits(value, unit, base))).toBe(code);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('is no %d', (value) => {
    expect(codeOf(() => quantity(value))).toBe('QUANTITY_INVALID');
  });
});
