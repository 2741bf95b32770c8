import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { largestRemainder } from './largest-remainder.js';

describe('a split by largest remainder', () => {
  it('adds up, and no part is off by one or more', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 40), fc.array(fc.nat(2 ** 40), { minLength: 1, maxLength: 20 }), (total, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const parts = largestRemainder(total, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        parts.forEach((part, index) => {
          expect(Math.abs(part - (total / sum) * weights[index]!)).toBeLessThan(1.001);
        });
      }),
      { seed: 20190304, numRuns: 500 },
    );
  });

  it('gives ties to the earlier', () => {
    expect(largestRemainder(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });

  it('splits nothing by nothing, and refuses to split something by nothing', () => {
    expect(largestRemainder(0, [0, 0])).toEqual([0, 0]);
    expect(() => largestRemainder(1, [0])).toThrow(RangeError);
  });
});
