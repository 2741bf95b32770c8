import { describe, expect, it } from 'vitest';
import { askedRows } from '../src/agreements/asked-rows.js';
import type { AgreementFile, RowDifference, Term } from '../src/agreements/data.js';
import { whatIfBody } from '../src/agreements/what-if-body.js';
import { addressOfQuota, askedIn } from '../src/parts/asked-quota.js';
import { Say } from '../src/words/say.js';

const aTerm = (over: Partial<Term> = {}): Term => ({
  ...{ id: 'a', destination: '82.71', commodity: 'granulated-coconut-sugar', unit: 'GRAM', period: 'day' },
  ...{ quota: 3_500_000, quotaKind: 'cap', minimumLot: 0, freight: 2_500, transitDays: 9, certificates: ['P-IRT'] },
  ...over,
});
const differs = (before: Term | null, after: Term | null): RowDifference => ({
  ...{ destination: '82.71', commodity: 'granulated-coconut-sugar', change: 'changed', fields: [], before, after },
});

describe('an addendum as a question', () => {
  it('asks for the rows that differ, as they would be', () => {
    const band = { minimum: 15_000, maximum: 17_000 };
    const body = whatIfBody('A', [differs(aTerm({ priceBand: band }), aTerm({ id: '', quota: 4_000_000 }))]);
    expect(body.terms).toMatchObject([
      { term: 'a', quota: 4_000_000, priceBand: { minimum: 0, maximum: 1_000_000_000 }, reserved: 0 },
    ]);
    expect(body.newTerms).toEqual([]);
  });

  it('takes a row that is removed for one that lets nothing through, and a new one for one of the agreement', () => {
    const added = aTerm({ id: '', destination: '82', quotaKind: 'unlimited', quota: 0 });
    const body = whatIfBody('A', [differs(aTerm(), null), differs(null, added)]);
    expect(body.terms).toEqual([{ term: 'a', quota: 0 }]);
    expect(body.newTerms).toMatchObject([{ agreement: 'A', destination: '82', unit: 'GRAM' }]);
    expect(body.newTerms?.[0]).not.toHaveProperty('quota');
  });
});

describe('a sentence that names a quota', () => {
  const file = { terms: [aTerm(), aTerm({ id: 'b', destination: '13.03' })] } as unknown as AgreementFile;
  const search = (address: string): string => /\?[^#]*/.exec(address)?.[0] ?? '';

  it('leads to the addendum with that row raised, in either language', () => {
    const address = addressOfQuota('A', { row: 'a', more: 500_000 });
    expect(address).toBe('/kerja-sama?kuota=a%3A500000#A');
    for (const [language, quotas] of [
      ['id', ['4.000', '3.500']],
      ['en', ['4,000', '3,500']],
    ] as const) {
      expect(askedRows(file, askedIn(search(address)), new Say(language, {}))?.map(({ quota }) => quota)).toEqual(
        quotas,
      );
    }
  });

  it.each(['', '?kuota=', '?kuota=z:1', '?kuota=a:-1', '?kuota=a:0', '?kuota=a:1e9', '?other=a:5'])(
    'is not in an address with %s',
    (address) => {
      expect(askedRows(file, askedIn(address), new Say('id', {}))).toBeUndefined();
    },
  );
});
