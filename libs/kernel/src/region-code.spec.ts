import { describe, expect, it } from 'vitest';
import { covers, isRegionCode, regencyOf } from './region-code.js';

describe('a region code', () => {
  it.each(['33', '33.02', '33.02.16', '33.02.25.1002', '33.02.16.2007'])('may be %s', (code) => {
    expect(isRegionCode(code)).toBe(true);
  });

  it.each(['1303', '3302162007', '33.2', '33.02.16.3007', '33.02.', '33.02.16.2007.1', ' 33', ''])(
    'is not %s',
    (code) => {
      expect(isRegionCode(code)).toBe(false);
    },
  );

  it('covers itself and what lies below it by whole parts', () => {
    expect([
      covers('73', '73'),
      covers('73', '73.71'),
      covers('73', '7.371'),
      covers('73.71', '73'),
      covers('13.0', '13.03'),
    ]).toEqual([true, true, false, false, false]);
  });

  it('belongs to a regency', () => {
    expect(regencyOf('33.02.16.2007')).toBe('33.02');
  });
});
