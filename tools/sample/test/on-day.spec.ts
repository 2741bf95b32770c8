import { describe, expect, it } from 'vitest';
import { daysBetween } from '#kernel/local-date.js';
import { onDay } from '../on-day.js';
import { sampleInput, sampleOrders } from '../index.js';

describe('the sample on another day', () => {
  const original = sampleInput('in-force', { size: 'small', goods: 'all' });
  const orders = sampleOrders('in-force', 'all');

  it('is the same on its own day', () => {
    expect(onDay(original, orders, original.day)).toEqual({ sample: original, orders });
  });

  it('has every date as far from its day as before, and no other word changed', () => {
    const moved = onDay(original, orders, '2026-11-27');
    expect(moved.sample.day).toBe('2026-11-27');
    expect(daysBetween(moved.sample.day, moved.orders[0]!.lines[0]!.needBy)).toBe(
      daysBetween(original.day, orders[0]!.lines[0]!.needBy),
    );
    expect(daysBetween(moved.sample.day, moved.sample.pks!.effectiveFrom)).toBe(
      daysBetween(original.day, original.pks!.effectiveFrom),
    );
    expect(moved.sample.umkm).toEqual(original.umkm);
    const undated = (value: unknown): string =>
      JSON.stringify(value)
        .replace(/"\d{4}-\d{2}-\d{2}"/g, '""')
        .replace(/"(P-IRT \d+)-\d\d"/g, '"$1"');
    expect(undated(moved)).toBe(undated({ sample: original, orders }));
  });

  it('has P-IRT numbers that name the year of their end, as the registry holds one against the other', () => {
    const { sample } = onDay(original, orders, '2026-11-27');
    const certificates = sample.groups.flatMap((group) => group.certificates).filter(({ kind }) => kind === 'P-IRT');
    expect(certificates.length).toBeGreaterThan(0);
    expect(certificates.map(({ number }) => number.slice(-2))).toEqual(
      certificates.map(({ until }) => until?.slice(2, 4)),
    );
  });
});
