import { describe, expect, it } from 'vitest';
import type { AgreementFile, AgreementView, QuotaView, Stage, Term } from '../src/agreements/data.js';
import { answerOf, headlineOf, openSteps, standing } from '../src/agreements/headline.js';
import { periodName, periodsOf } from '../src/agreements/quota-periods.js';
import { termFacts } from '../src/agreements/term-facts.js';
import { AGREEMENTS_EN } from '../src/agreements/words-en.js';
import { AGREEMENTS_ID } from '../src/agreements/words-id.js';
import { Say } from '../src/words/say.js';

const say = new Say('id', {
  '82.71': { kind: 'city', name: 'Ternate' },
  '13.03': { kind: 'regency', name: 'Sijunjung' },
});

const agreement = (partner: string, stage: Stage, report: Partial<AgreementView> = {}): AgreementView =>
  ({ id: partner, partner, stage, reportDueOn: null, reportOverdue: false, ...report }) as AgreementView;
const file = (fields: Partial<AgreementFile>): AgreementFile =>
  ({
    ...agreement('82.71', 'in-force'),
    effectiveFrom: '2019-02-25',
    effectiveTo: null,
    next: [],
    ...fields,
  }) as AgreementFile;

describe('the answer for all agreements', () => {
  const told = (agreements: readonly AgreementView[]) => headlineOf(agreements, say, AGREEMENTS_ID);

  it('teaches the next step where there is none', () => {
    expect(told([])).toBe('Belum ada kerja sama yang dibuka.');
  });

  it('counts what is in force, else what is on its way', () => {
    expect(told([agreement('82.71', 'in-force'), agreement('13.03', 'offer')])).toBe('1 PKS berlaku.');
    expect(told([agreement('82.71', 'pks-drafting'), agreement('13.03', 'declined')])).toBe(
      'Belum ada PKS yang berlaku; 1 kerja sama sedang berjalan.',
    );
  });

  it('begins with the reports that are overdue, and else ends with the next one', () => {
    const due = agreement('13.03', 'in-force', { reportDueOn: '2019-03-10' });
    const late = agreement('82.71', 'in-force', { reportDueOn: '2019-03-01', reportOverdue: true });
    expect(told([due, late])).toBe('Laporan berkala PKS Ternate lewat jatuh tempo sejak 1 Maret 2019; 2 PKS berlaku.');
    expect(told([due])).toBe('1 PKS berlaku; laporan berkala PKS Sijunjung jatuh tempo 10 Maret 2019.');
  });
});

describe('the answer for one agreement', () => {
  const told = (fields: Partial<AgreementFile>) => answerOf(file(fields), say, AGREEMENTS_ID);

  it('says until when it is in force', () => {
    expect(told({ effectiveTo: '2019-12-31' })).toMatch(/^Kerja sama dengan Ternate: .* s\.d\. 31 Desember 2019\.$/);
  });

  it('says once what is missing at the next gate, and passes a council by that is not needed', () => {
    const next = [
      { stage: 'council-submitted', missing: [{ lack: 'council-not-needed' }] },
      {
        stage: 'pks-signed',
        missing: [{ lack: 'power-of-attorney' }, { lack: 'power-of-attorney' }, { lack: 'terms' }],
      },
    ] as unknown as AgreementFile['next'];
    expect(openSteps(file({ next })).map(({ stage }) => stage)).toEqual(['pks-signed']);
    expect(told({ stage: 'pks-drafting', next })).toMatch(
      /; kurang: naskah surat kuasa penanda tangan dan tabel kuota\.$/,
    );
  });

  it.each([
    ['in-force', 'sold'],
    ['offer', 'waiting'],
    ['suspended', 'unsold'],
    ['terminated', 'unsold'],
  ] as const)('marks %s as %s', (stage, mark) => {
    expect(standing(stage)).toBe(mark);
  });
});

describe('a quota by its periods', () => {
  const term = { id: 't', period: 'day', quota: 500_000 } as Term;
  const spent = (period: string, consumed: number) =>
    ({ termId: 't', period, capacity: 500_000, consumed }) as unknown as QuotaView;

  it('of a day shows each day since it is in force, also those on which nothing was spent', () => {
    const periods = periodsOf(term, file({}), [spent('2019-02-27', 300_000)], '2019-02-28');
    expect(periods.map(({ period, consumed }) => [period, consumed])).toEqual([
      ['2019-02-25', 0],
      ['2019-02-26', 0],
      ['2019-02-27', 300_000],
      ['2019-02-28', 0],
    ]);
  });

  it('of a target is held against its volume, and without a limit against nothing', () => {
    const day = '2019-02-25';
    const of = (quotaKind: Term['quotaKind'], target: number | null) => {
      const cell = { ...spent(day, 700_000), capacity: 10 ** 15, quotaKind, target } as QuotaView;
      return periodsOf({ ...term, quotaKind } as Term, file({}), [cell], day).map(({ capacity }) => capacity);
    };
    expect([of('target', 500_000), of('unlimited', null)]).toEqual([[500_000], [700_000]]);
  });

  it('of a day shows four weeks at most, over the end of a month', () => {
    const periods = periodsOf(term, file({ effectiveFrom: '2018-01-01' }), [], '2019-03-04');
    expect([periods.length, periods[0]?.period, periods.at(-1)?.period]).toEqual([28, '2019-02-05', '2019-03-04']);
  });

  it('of anything longer shows what was spent, the oldest first', () => {
    const monthly = { ...term, period: 'month' } as Term;
    const quota = [spent('2019-03-01', 2), spent('2019-02-01', 1), { ...spent('2019-03-01', 9), termId: 'other' }];
    const periods = periodsOf(monthly, file({}), quota, '2019-03-04').map(({ period }) => period);
    expect(periods).toEqual(['2019-02-01', '2019-03-01']);
    expect([periodName('whole', say, AGREEMENTS_ID), periodName('2019-03-01', say, AGREEMENTS_ID)]).toEqual([
      'seluruh masa',
      '1 Maret 2019',
    ]);
  });
});

describe('a row of the quota table', () => {
  const row = (paymentDays: number | null) =>
    ({
      unit: 'GRAM',
      quota: 1,
      period: 'day',
      minimumLot: 0,
      freight: 0,
      transitDays: 3,
      certificates: [],
      paymentDays,
    }) as unknown as Term;

  it('says what its quota is: a cap, a target, or none', () => {
    const quotaOf = (quotaKind: Term['quotaKind']) =>
      termFacts({ ...row(null), quota: 600_000, quotaKind } as Term, say, AGREEMENTS_ID).quota;
    expect([quotaOf('cap'), quotaOf('target'), quotaOf('unlimited')]).toEqual([
      '600 kg per hari',
      'target 600 kg per hari',
      'tanpa batas',
    ]);
  });

  it('says until when a buyer pays, also where the row is silent', () => {
    expect(termFacts(row(45), say, AGREEMENTS_ID).paymentDays).toBe('45 hari sejak diterima');
    expect(termFacts(row(null), say, AGREEMENTS_ID).paymentDays).toBe('30 hari sejak diterima');
    expect(termFacts(row(1), new Say('en', {}), AGREEMENTS_EN).paymentDays).toBe('1 day from receipt');
  });

  it('says what a load may lose, also where the row is silent', () => {
    const toleranceOf = (said: object) => termFacts({ ...row(null), ...said }, say, AGREEMENTS_ID).loadTolerance;
    expect([{}, { loadTolerance: 125 }, { unit: 'PAIR' }].map(toleranceOf)).toEqual(['0,5 %', '1,25 %', '0 %']);
  });
});
