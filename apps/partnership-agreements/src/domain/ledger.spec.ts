import { describe, expect, it } from 'vitest';
import { quotaUse } from './ledger.js';
import type { Term } from './term.js';

const aTerm = (period: Term['period']): Term => ({
  id: 'T',
  destination: '82.71',
  commodity: 'sugar',
  unit: 'GRAM',
  quota: 100,
  period,
  minimumLot: 0,
  freight: 0,
  transitDays: 1,
  certificates: [],
});

describe('the use of a quota in March 2019', () => {
  it.each<[Term['period'], string, boolean]>([
    ['day', '2019-02-28', false],
    ['day', '2019-03-01', true],
    ['day', '2019-03-31', true],
    ['day', '2019-04-01', false],
    ['week', '2019-02-18', false],
    ['week', '2019-02-25', true],
    ['week', '2019-04-01', false],
    ['month', '2019-02-01', false],
    ['month', '2019-03-01', true],
    ['year', '2018-01-01', false],
    ['year', '2019-01-01', true],
    ['whole', 'whole', true],
  ])('of a quota per %s, the period that began %s: %s', (period, began, counts) => {
    const cell = { termId: 'T', period: began, capacity: 100, consumed: 7 };
    const [use] = quotaUse([aTerm(period)], [cell], '2019-03-01', '2019-03-31');
    expect(use).toMatchObject({ consumed: counts ? 7 : 0, periods: counts ? [{ period: began }] : [] });
  });

  it('counts a February of 29 days to its last', () => {
    const cell = { termId: 'T', period: '2020-02-01', capacity: 100, consumed: 7 };
    expect(quotaUse([aTerm('month')], [cell], '2020-02-29', '2020-02-29')[0]?.consumed).toBe(7);
    expect(quotaUse([aTerm('month')], [cell], '2020-03-01', '2020-03-01')[0]?.consumed).toBe(0);
  });

  it('adds up the periods of its own row, oldest first', () => {
    const cells = ['2019-03-05', '2019-03-04'].map((period) => ({ termId: 'T', period, capacity: 100, consumed: 40 }));
    const other = { termId: 'U', period: '2019-03-04', capacity: 100, consumed: 1 };
    const [use] = quotaUse([aTerm('day')], [...cells, other], '2019-03-01', '2019-03-31');
    expect(use?.consumed).toBe(80);
    expect(use?.periods.map(({ period }) => period)).toEqual(['2019-03-04', '2019-03-05']);
  });
});
