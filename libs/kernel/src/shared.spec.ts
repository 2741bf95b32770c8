import { describe, expect, it } from 'vitest';
import { shared } from './shared.js';

describe('shared values', () => {
  it('equal ones are one and the same', () => {
    const buyer = shared({ name: 'PT Pembeli', nib: '1' });
    expect(shared({ name: 'PT Pembeli', nib: '1' })).toBe(buyer);
    expect(shared({ name: 'PT Pembeli', nib: '2' })).not.toBe(buyer);
    expect(shared('1')).not.toEqual(shared(1));
  });

  it('are forgotten before they are too many, and stay right', () => {
    const first = shared({ n: -1 });
    for (let n = 0; n < 10_000; n += 1) expect(shared({ n })).toEqual({ n });
    expect(shared({ n: -1 })).toEqual(first);
    expect(shared({ n: -1 })).not.toBe(first);
  });
});
