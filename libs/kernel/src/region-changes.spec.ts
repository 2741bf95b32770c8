import { describe, expect, it } from 'vitest';
import { abolition, codeAtEnd, meaningOf, wayOf } from './region-changes.js';
import { covers } from './region-code.js';

describe('what a region meant on a day', () => {
  it.each([
    ['91', '2019-03-04', ['91', '93', '94', '95']],
    ['91', '2022-07-24', ['91', '93', '94', '95']],
    ['91', '2022-07-25', ['91']],
    ['92', '2022-12-07', ['92', '96']],
    ['91.01', '2019-03-04', ['93.01']],
    ['91.01.02', '2019-03-04', ['93.01.02']],
    ['91.03', '2019-03-04', ['91.03']],
    ['93.01', '2019-03-04', ['93.01']],
    ['33.02', '2019-03-04', ['33.02']],
    ['64', '2012-11-15', ['64', '65']],
    ['64', '2019-03-04', ['64']],
  ])('%s on %s is %j of today', (code, day, today) => {
    expect(meaningOf(code, day)).toEqual(today);
  });

  it('knows which codes are gone, and what took their place', () => {
    expect(abolition('91.01')).toMatchObject({ since: '2022-07-25', became: ['93.01'], basis: 'UU 14, 15, 16/2022' });
    expect(abolition('91.01.02.2001')?.became).toEqual(['93.01']);
    for (const code of ['91', '91.03', '91.99', '33.02', '99.99', '33']) expect(abolition(code)).toBeUndefined();
  });
});

describe('the way of a region in the tree of all lists', () => {
  const covered = (agreed: string, day: string, place: string) => covers(wayOf(agreed, day), wayOf(place));

  it('lies below what it was split from, so that an agreement covers what it meant', () => {
    for (const place of ['91', '91.03', '93', '93.01', '93.01.02', '95.08']) {
      expect([place, covered('91', '2019-03-04', place)]).toEqual([place, true]);
    }
    for (const place of ['92', '92.02', '96', '96.71', '33.02']) {
      expect([place, covered('91', '2019-03-04', place)]).toEqual([place, false]);
    }
    expect(['91', '91.03', '93', '93.01'].map((place) => covered('91', '2026-11-28', place))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([covered('91.01', '2019-03-04', '93.01'), covered('91.01', '2019-03-04', '93.02')]).toEqual([true, false]);
    expect([covered('92', '2019-03-04', '96.71'), covered('93', '2026-01-01', '93.01')]).toEqual([true, true]);
  });

  it('is the code itself where nothing was split, and leads back to it', () => {
    for (const code of ['33.02', '73', '73.71', '64.03', '82.71.01']) expect(wayOf(code)).toBe(code);
    for (const code of ['93', '93.01', '91', '91.03', '96.71.01', '33.02', '73']) {
      expect(codeAtEnd(wayOf(code))).toBe(code);
    }
  });
});
