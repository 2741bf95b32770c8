import { describe, expect, it } from 'vitest';
import { addMonths, nextReportDue, reportPeriods, reportState } from './reporting.js';

describe('periodic reports', () => {
  it('are owed for every half year in force, the last for what is left', () => {
    expect(reportPeriods('2019-03-01', '2020-04-30', 6)).toEqual([
      { from: '2019-03-01', dueOn: '2019-08-31' },
      { from: '2019-09-01', dueOn: '2020-02-29' },
      { from: '2020-03-01', dueOn: '2020-04-30' },
    ]);
  });

  it.each<[string, string, string, number, string[]]>([
    ['ends on the day of a report', '2019-03-01', '2019-08-31', 6, ['2019-08-31']],
    ['ends a day after a report', '2019-03-01', '2019-09-01', 6, ['2019-08-31', '2019-09-01']],
    ['lasts a day', '2019-03-01', '2019-03-01', 6, ['2019-03-01']],
    ['begins on a 31st', '2019-01-31', '2019-05-05', 1, ['2019-02-27', '2019-03-30', '2019-04-29', '2019-05-05']],
    ['begins on 29 February', '2020-02-29', '2021-03-01', 6, ['2020-08-28', '2021-02-27', '2021-03-01']],
  ])('of an agreement that %s', (_, from, to, months, due) => {
    expect(reportPeriods(from, to, months).map(({ dueOn }) => dueOn)).toEqual(due);
  });

  it('leave no day out and none twice', () => {
    const periods = reportPeriods('2018-12-31', '2024-12-30', 2);
    expect(periods[0]?.from).toBe('2018-12-31');
    periods.slice(1).forEach(({ from }, index) => {
      const before = new Date(Date.parse(periods[index]?.dueOn ?? '') + 86_400_000).toISOString().slice(0, 10);
      expect(from).toBe(before);
    });
  });

  it('are overdue from the day after they are due, and never once they are submitted', () => {
    const period = { from: '2019-03-01', dueOn: '2019-08-31' };
    expect(reportState(period, false, '2019-02-28')).toBe('ahead');
    expect(reportState(period, false, '2019-08-31')).toBe('running');
    expect(reportState(period, false, '2019-09-01')).toBe('overdue');
    expect(reportState(period, true, '2019-09-01')).toBe('submitted');
  });

  it('are next due where the first is missing, whatever came after it', () => {
    const periods = reportPeriods('2019-03-01', '2020-04-30', 6);
    expect(nextReportDue(periods, new Set(['2020-02-29']))).toBe('2019-08-31');
    expect(nextReportDue(periods, new Set(periods.map(({ dueOn }) => dueOn)))).toBeNull();
  });
});

it.each([
  ['2019-12-31', 2, '2020-02-29'],
  ['2019-11-30', 3, '2020-02-29'],
  ['2019-01-31', 12, '2020-01-31'],
  ['2019-10-15', 3, '2020-01-15'],
])('%s and %i months is %s', (date, months, later) => {
  expect(addMonths(date, months)).toBe(later);
});
