import { describe, expect, it } from 'vitest';
import { DomainError } from './domain-error.js';
import { readDecimal, unambiguous, type NumberLocale } from './localized-decimal.js';
import { toBaseUnits } from './quantity.js';

const grams = (text: string, locale: NumberLocale | undefined) => toBaseUnits(readDecimal(text, locale), 'kg', 'GRAM');

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'none';
};

describe('a decimal in a file', () => {
  it.each<[string, NumberLocale | undefined, number]>([
    ['15.000', 'id-ID', 15_000_000],
    ['15,000', 'en', 15_000_000],
    ['15.000', 'en', 15_000],
    ['15,000', 'id-ID', 15_000],
    ['1.234,5', 'id-ID', 1_234_500],
    ['1,234.5', 'en', 1_234_500],
    ['1,234', 'id-ID', 1_234],
    ['12,5', 'id-ID', 12_500],
    ['12,50', 'id-ID', 12_500],
    ['1.000.000', 'id-ID', 1_000_000_000],
    ['15000', undefined, 15_000_000],
    ['15000', 'id-ID', 15_000_000],
  ])('"%s" in %s is %d grams', (text, locale, expected) => {
    expect(grams(text, locale)).toBe(expected);
  });

  it.each<[string, string, NumberLocale | undefined]>([
    ['QUANTITY_AMBIGUOUS', '15.000', undefined],
    ['QUANTITY_AMBIGUOUS', '15,000', undefined],
    ['QUANTITY_AMBIGUOUS', '12.5', undefined],
    ['QUANTITY_AMBIGUOUS', '1.234,5', undefined],
    ['QUANTITY_INVALID', '12.5', 'id-ID'],
    ['QUANTITY_INVALID', '12,5', 'en'],
    ['QUANTITY_INVALID', '1.23.456', 'id-ID'],
    ['QUANTITY_INVALID', '1.2345', 'id-ID'],
    ['QUANTITY_INVALID', '-1', 'id-ID'],
    ['QUANTITY_INVALID', '1e3', 'en'],
    ['QUANTITY_INVALID', 'NaN', undefined],
    ['QUANTITY_INVALID', '', 'en'],
  ])('is refused as %s: "%s" in %s', (code, text, locale) => {
    expect(codeOf(() => readDecimal(text, locale))).toBe(code);
  });

  it('of a spreadsheet keeps its three decimals', () => {
    expect([unambiguous('1.234'), unambiguous('1.500'), unambiguous('7'), unambiguous('7.0')]).toEqual([
      '1.2340',
      '1.5',
      '7',
      '7',
    ]);
  });
});
