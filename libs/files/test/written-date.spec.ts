import { describe, expect, it } from 'vitest';
import { readDate } from '#files/uploads/written-date.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';

describe('a date as people write it', () => {
  it.each<[string, string]>([
    ['17 Nopember 2019', '2019-11-17'],
    ['4 Nov 2019', '2019-11-04'],
    ['04-Nov-2019', '2019-11-04'],
    ['Senin, 4 November 2019', '2019-11-04'],
    ["Jum'at, 1 Pebruari 2019", '2019-02-01'],
    ['Jumat 1 Feb. 2019', '2019-02-01'],
    ['7 Agust 2019', '2019-08-07'],
    ['7 AGUSTUS 2019', '2019-08-07'],
    ['1 Peb 2020', '2020-02-01'],
    ['25 Mei 2020', '2020-05-25'],
    ['4/11/2019', '2019-11-04'],
    ['04.11.2019', '2019-11-04'],
    ['04 - 11 - 2019', '2019-11-04'],
    ['2019-11-04', '2019-11-04'],
    ['2019/11/4', '2019-11-04'],
    ['2019-11-04 00:00:00', '2019-11-04'],
    ['2019-11-04T00:00:00.000Z', '2019-11-04'],
    ['04/11/2019 00:00', '2019-11-04'],
    ['4 November 2019 pukul 10.30 WIB', '2019-11-04'],
    ['tgl. 4 November 2019', '2019-11-04'],
    ['November 4, 2019', '2019-11-04'],
    ['4th November 2019', '2019-11-04'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, 'id-ID')).toEqual({ date });
  });

  it.each(['04-Nov-19', '4/11/19', '4 November 19', '04.11.19'])('%s has a guessed century', (text) => {
    expect(readDate(text, 'id-ID')).toEqual({ date: '2019-11-04', doubtful: true });
  });

  it.each<[string, string, NumberLocale | undefined]>([
    ['besok', 'date-form', 'id-ID'],
    ['2019', 'date-form', 'id-ID'],
    ['43575', 'date-form', 'id-ID'],
    ['April 2019', 'date-form', 'id-ID'],
    ['4 Brumaire 2019', 'date-form', 'id-ID'],
    ['akhir Maret', 'date-form', 'id-ID'],
    ['30/02/2030', 'date-none', 'id-ID'],
    ['31 November 2019', 'date-none', 'id-ID'],
    ['12/31/2019', 'date-none', 'id-ID'],
    ['04/11/2019', 'date-ambiguous', undefined],
    ['04/11/2019', 'date-ambiguous', 'en'],
  ])('%s says no day: %s (%s)', (text, fault, locale) => {
    expect(readDate(text, locale)).toEqual({ fault });
  });

  it('without a declared locale is read where it can be one day only', () => {
    expect(readDate('31/12/2026', undefined)).toEqual({ date: '2026-12-31' });
    expect(readDate('12/31/2026', 'en')).toEqual({ date: '2026-12-31' });
    expect(readDate('07/07/2026', undefined)).toEqual({ date: '2026-07-07' });
  });
});
