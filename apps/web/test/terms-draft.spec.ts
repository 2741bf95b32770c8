import { describe, expect, it } from 'vitest';
import { AGREEMENTS_EN } from '../src/agreements/words-en.js';
import { AGREEMENTS_ID } from '../src/agreements/words-id.js';
import type { Term } from '../src/agreements/data.js';
import { bodiesOf, differenceOf, draftOf, emptyDraft, previewOf } from '../src/agreements/terms-draft.js';
import { Say } from '../src/words/say.js';

const id = new Say('id', {});
const en = new Say('en', {});

const aTerm = (over: Partial<Term> = {}): Term => ({
  ...{ id: 'a', destination: '73.71', commodity: 'granulated-coconut-sugar', unit: 'GRAM', period: 'day' },
  ...{ quota: 2_500_000, quotaKind: 'cap', minimumLot: 0, freight: 2_500, transitDays: 9, certificates: ['P-IRT'] },
  ...over,
});

describe('a row of the quota table that is typed', () => {
  it.each([
    ['as it stands', {}],
    ['with a share until an hour', { reserved: 500_000, releaseHour: 10 }],
    ['with a price band', { priceBand: { minimum: 15_000, maximum: 17_500 } }],
    ['with a minimum and days to pay', { minimumLot: 25_000, paymentDays: 14 }],
    ['with a tolerance of its own', { loadTolerance: 125 }],
    ['with no tolerance', { loadTolerance: 0 }],
  ])('means what the row in force means, %s, in either language', (_, over) => {
    const term = aTerm(over);
    for (const [say, words] of [
      [id, AGREEMENTS_ID],
      [en, AGREEMENTS_EN],
    ] as const) {
      const bodies = bodiesOf([draftOf(term, say)], say, words);
      expect('terms' in bodies && bodies.terms.map((row) => differenceOf([term], [row], say, words))).toEqual([[]]);
    }
  });

  it('takes the name of the goods for their code, and figures as the language writes them', () => {
    const row = {
      ...emptyDraft('73.71'),
      commodity: 'Gula Semut',
      quota: '1.500,5',
      freight: '2.500',
      transitDays: '9',
    };
    expect(bodiesOf([row], id, AGREEMENTS_ID)).toEqual({
      terms: [
        {
          ...{ destination: '73.71', commodity: 'granulated-coconut-sugar', unit: 'GRAM', quotaKind: 'cap' },
          ...{ period: 'day', quota: 1_500_500, minimumLot: 0, freight: 2_500, transitDays: 9, certificates: [] },
        },
      ],
    });
  });

  it('has no quota where it has no limit', () => {
    const row = {
      ...emptyDraft('73.71'),
      commodity: 'sulaman',
      quotaKind: 'unlimited',
      freight: '0',
      transitDays: '3',
    } as const;
    const bodies = bodiesOf([row], id, AGREEMENTS_ID);
    expect('terms' in bodies && bodies.terms[0]).not.toHaveProperty('quota');
  });

  it('says at which field it is no figure', () => {
    const row = { ...emptyDraft('73.71'), commodity: 'sulaman', quota: 'banyak', freight: '', transitDays: '3' };
    const bodies = bodiesOf([row], id, AGREEMENTS_ID);
    expect('faults' in bodies && bodies.faults.map(({ field }) => field)).toEqual(['terms/0/quota', 'terms/0/freight']);
    expect(bodiesOf([], id, AGREEMENTS_ID)).toHaveProperty('faults');
  });
});

describe('what an addendum would change', () => {
  it('is told field by field, with rows that come and go', () => {
    const before = [aTerm(), aTerm({ id: 'b', destination: '73.08' })];
    const bodies = bodiesOf(
      [draftOf(aTerm({ quota: 4_000_000 }), id), draftOf(aTerm({ destination: '73.09' }), id)],
      id,
      AGREEMENTS_ID,
    );
    const rows = 'terms' in bodies ? differenceOf(before, bodies.terms, id, AGREEMENTS_ID) : [];
    expect(rows.map(({ destination, change, fields }) => [destination, change, fields])).toEqual([
      ['73.08', 'removed', []],
      ['73.09', 'added', []],
      ['73.71', 'changed', ['quota']],
    ]);
  });

  it('stands beside the edition in force', () => {
    const { before, after } = previewOf({ edition: 2, effectiveTo: '2020-02-28' }, '2021-02-28', []);
    expect([before.edition, before.effectiveTo, after.edition, after.effectiveTo]).toEqual([
      2,
      '2020-02-28',
      3,
      '2021-02-28',
    ]);
  });
});
