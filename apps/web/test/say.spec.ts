import { describe, expect, it } from 'vitest';
import type { Reason, Regions } from '../src/api/types.js';
import { Say } from '../src/words/say.js';

const REGIONS: Regions = {
  '73': { kind: 'province', name: 'Sulawesi Selatan' },
  '19': { kind: 'province', name: 'Kepulauan Bangka Belitung' },
  '32': { kind: 'province', name: 'Jawa Barat' },
  '82.71': { kind: 'city', name: 'Ternate' },
};
const [id, en] = [new Say('id', REGIONS), new Say('en', REGIONS)];

const missing: Reason = {
  code: 'CERTIFICATE_MISSING',
  quantity: 2_000_000,
  gain: 500_000,
  binding: [{ type: 'certificate', id: 'HALAL' }],
  then: [],
  lots: [{ type: 'lot', id: 'c', label: 'C' }],
} as unknown as Reason;

describe('a price', () => {
  it('is for one unit of trade, in both languages', () => {
    const told = (say: Say) => (['GRAM', 'PAIR', 'PIECE'] as const).map((unit) => say.rupiah(11_000, unit));
    expect(told(en)).toEqual(['Rp11,000/kg', 'Rp11,000/pair', 'Rp11,000/piece']);
    expect(told(id)).toEqual(['Rp11.000/kg', 'Rp11.000/pasang', 'Rp11.000/potong']);
  });
});

describe('a quantity', () => {
  it.each([
    [12_500_000, 'GRAM', '12,5 ton', '12.500 kg'],
    [1_000_000, 'GRAM', '1 ton', '1.000 kg'],
    [999_999, 'GRAM', '999,999 kg', '999,999 kg'],
    [0, 'GRAM', '0 kg', '0 kg'],
    [40, 'PAIR', '40 pasang (2 kodi)', '40 pasang (2 kodi)'],
    [41, 'PAIR', '41 pasang', '41 pasang'],
    [20, 'PIECE', '20 potong', '20 potong'],
  ] as const)('of %d %s is said as "%s", and in tables as "%s"', (quantity, unit, amount, exact) => {
    expect([id.amount(quantity, unit), id.exact(quantity, unit)]).toEqual([amount, exact]);
  });

  it('that is part of tonnes is said in tonnes from a tenth on', () => {
    expect([100_000, 99_000].map((part) => id.part(part, 2_000_000, 'GRAM'))).toEqual(['0,1 ton', '99 kg']);
    expect(id.part(100_000, 900_000, 'GRAM')).toBe('100 kg');
  });
});

describe('an instant', () => {
  const evening = Date.parse('2019-03-04T16:30:00Z');
  it('is told by the clocks of its region, also where the day is another', () => {
    expect(['33.02', '73.71', '82.71'].map((region) => id.moment(evening, region))).toEqual([
      '4 Mar 23.30 WIB',
      '5 Mar 00.30 WITA',
      '5 Mar 01.30 WIT',
    ]);
    expect(id.moment(evening, '33.02', 'long')).toBe('Senin, 4 Maret 2019 23.30 WIB');
    // With a comma or without one, as the browser's own tables say.
    expect(en.moment(evening, '33.02', 'long')).toMatch(/^Monday,? 4 March 2019 23:30 WIB$/);
  });

  it('at midnight ends the day before it', () => {
    const midnight = Date.parse('2019-03-04T17:00:00Z');
    expect([id.deadline(midnight, '33.02'), id.deadline(midnight, '73.71'), en.deadline(evening, '33.02')]).toEqual([
      '4 Maret 2019',
      '5 Maret 2019 01.00 WITA',
      '4 March 2019 23:30 WIB',
    ]);
  });
});

describe('names', () => {
  it('of provinces have an English form, those of cities have none', () => {
    expect(['73', '19', '32', '82.71', '99'].map((code) => en.region(code))).toEqual([
      'South Sulawesi',
      'Bangka Belitung Islands',
      'West Java',
      'Ternate',
      '99',
    ]);
    expect(id.region('73')).toBe('Sulawesi Selatan');
  });

  it('of a village are those of its city', () => {
    expect(id.region('82.71.04.1002')).toBe('Ternate');
  });

  it('of what is newer than the pages are their codes', () => {
    expect([
      id.commodity('palm-wine'),
      id.reasonLabel('TOO_NEW'),
      id.short({ ...missing, code: 'TOO_NEW' }, 'GRAM'),
    ]).toEqual(['palm wine', 'TOO_NEW', 'TOO_NEW']);
  });

  it('stand in a list with a word before the last', () => {
    expect([[], ['A'], ['A', 'B'], ['A', 'B', 'C']].map((names) => id.list(names))).toEqual([
      '',
      'A',
      'A dan B',
      'A, B dan C',
    ]);
  });
});

describe('a reason', () => {
  it('says what relaxing it sells', () => {
    expect(id.sentence(missing, 'GRAM')).toBe('Sertifikat halal untuk lot C menjual 500 kg lagi.');
  });

  it('that sells nothing by itself says so, and what would stop it next', () => {
    const alone = { ...missing, gain: 0, then: ['QUOTA_EXHAUSTED'] };
    expect(id.sentence(alone, 'GRAM')).toMatch(
      /^Mensertifikasi lot C dengan halal saja tidak menambah apa pun\. .*kuota/,
    );
  });
});
