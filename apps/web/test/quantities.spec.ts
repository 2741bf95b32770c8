import { describe, expect, it } from 'vitest';
import { baseUnitsIn, baseUnitsOf, decimalOf, quantityPattern } from '../src/parts/quantities.js';

describe('a quantity that is typed', () => {
  it.each([
    ['id', '1.234,5', '1234.5'],
    ['id', ' 15.000 ', '15000'],
    ['id', '12,5', '12.5'],
    // Four decimals are not read as thousands.
    ['id', '1,234', '1.2340'],
    ['en', '1,234.5', '1234.5'],
    ['en', '15.000', '15'],
    ['id', '12.5', undefined],
    ['en', '12,5', undefined],
    ['id', '-3', undefined],
    ['id', '', undefined],
    ['id', 'tiga', undefined],
  ] as const)('in %s as "%s" is sent as %s', (language, typed, sent) => {
    expect(decimalOf(typed, language)).toBe(sent);
  });

  it('is counted in base units, none where it is no number', () => {
    expect([baseUnitsOf('1,5', 'GRAM', 'id'), baseUnitsOf('0', 'GRAM', 'id'), baseUnitsOf('40', 'PAIR', 'id')]).toEqual(
      [1_500, 0, 40],
    );
    expect(baseUnitsOf('x', 'GRAM', 'id')).toBeNaN();
    expect((['GRAM', 'PAIR', 'PIECE'] as const).map(baseUnitsIn)).toEqual([1_000, 1, 1]);
  });

  it('passes the form when it is one, whichever way it is grouped', () => {
    const passes = (text: string, language: 'id' | 'en') => new RegExp(`^(?:${quantityPattern(language)})$`).test(text);
    expect(['1.234,5', '15000', '12,5'].every((text) => passes(text, 'id'))).toBe(true);
    expect(['1,234.5', '15000', '12.5'].every((text) => passes(text, 'en'))).toBe(true);
    expect(passes('1,2345', 'id')).toBe(false);
  });
});
