import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  endOfLocalDay,
  isLocalDate,
  localDateAt,
  startOfLocalDay,
  wallClockAt,
} from './local-date.js';

describe('a local date', () => {
  it.each([
    ['33.02', '2019-03-04T17:00:00.000Z'],
    ['73.71', '2019-03-04T16:00:00.000Z'],
    ['82.71', '2019-03-04T15:00:00.000Z'],
    ['13.03', '2019-03-04T17:00:00.000Z'],
    ['61.71', '2019-03-04T17:00:00.000Z'],
    ['64.72', '2019-03-04T16:00:00.000Z'],
  ])('ends in %s at %s', (region, instant) => {
    expect(endOfLocalDay('2019-03-04', region).toISOString()).toBe(instant);
  });

  it('is tomorrow in Ternate while it is still today in Banyumas', () => {
    const instant = new Date('2019-03-04T15:30:00Z');
    expect([localDateAt(instant, '82.71'), localDateAt(instant, '33.02')]).toEqual(['2019-03-05', '2019-03-04']);
  });

  it('and a time of day are what the clocks of a region show', () => {
    const instant = new Date('2019-03-04T23:05:00Z');
    expect(['33.02', '73.71', '82.71'].map((region) => wallClockAt(instant, region).toISOString())).toEqual([
      '2019-03-05T06:05:00.000Z',
      '2019-03-05T07:05:00.000Z',
      '2019-03-05T08:05:00.000Z',
    ]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-04-31', '', '2026-01-01T00:00'])(
    'does not exist: %s',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it('counts days over a leap day', () => {
    expect([addDays('2024-02-28', 2), daysBetween('2024-02-28', '2024-03-01')]).toEqual(['2024-03-01', 2]);
    expect(startOfLocalDay('2024-03-01', '33.02').toISOString()).toBe('2024-02-29T17:00:00.000Z');
  });
});
