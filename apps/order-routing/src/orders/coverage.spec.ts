import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataSource } from 'typeorm';
import { Coverage } from './coverage.js';

const SUGAR = { origin: '33.02', destination: '73', commodity: 'sugar', unit: 'GRAM' };
const LINES = [{ commodity: 'sugar', deliverTo: '73.71' }];

describe('what origins have terms for', () => {
  // How long a look stays fresh is told by the clock, and not by how busy the machine is.
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is read anew before an order is refused for it, and seldom otherwise', async () => {
    let known: object[] = [];
    let reads = 0;
    const query = (): Promise<object[]> => {
      reads += 1;
      return Promise.resolve(known);
    };
    const coverage = new Coverage({ query } as unknown as DataSource);
    await expect(coverage.unitOf('33.02', 'sugar', '/commodity')).rejects.toMatchObject({ code: 'COMMODITY_UNKNOWN' });
    await expect(coverage.originFor(LINES)).rejects.toMatchObject({ code: 'ORIGIN_REQUIRED' });
    known = [SUGAR];
    vi.advanceTimersByTime(30);
    expect(await coverage.unitOf('33.02', 'sugar', '/commodity')).toBe('GRAM');
    const before = reads;
    for (let time = 0; time < 100; time += 1) expect(await coverage.originFor(LINES)).toBe('33.02');
    expect(reads).toBe(before);
    known = [SUGAR, { ...SUGAR, origin: '33.11' }];
    expect(await coverage.originFor(LINES)).toBe('33.02');
  });

  it('is each origin’s own: how another counts a good is nobody else’s unit', async () => {
    const other = { origin: '33.01', destination: null, commodity: 'sugar', unit: 'PIECE' };
    const query = (): Promise<object[]> => Promise.resolve([other, SUGAR]);
    const coverage = new Coverage({ query } as unknown as DataSource);
    expect(await coverage.unitOf('33.02', 'sugar', '/commodity')).toBe('GRAM');
    expect(await coverage.unitOf('33.01', 'sugar', '/commodity')).toBe('PIECE');
    // Who has none is not told how to count by one of two who do not agree.
    await expect(coverage.unitOf('33.03', 'sugar', '/commodity')).rejects.toMatchObject({ code: 'COMMODITY_UNKNOWN' });
  });
});
