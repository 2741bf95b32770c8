import { describe, expect, it } from 'vitest';
import { Refused } from '../src/api/client.js';
import { searchPath, type Lot, type ProducerData, type RegistryData } from '../src/registry/data.js';
import { boundOf, isGone, soldOf } from '../src/registry/lot-state.js';
import { contributionsOf, statementOf } from '../src/registry/statement-body.js';
import { emptyDraft } from '../src/registry/statement-draft.js';
import { surplusOf, typedOf } from '../src/registry/statement-figures.js';
import { refusalOf } from '../src/registry/statement-refusal.js';
import { partsOf, whyOf } from '../src/registry/why.js';
import { REGISTRY_ID } from '../src/registry/words-id.js';
import { Say } from '../src/words/say.js';

const say = new Say('id', {});
const NOWHERE = { free: 0, held: 0, offered: 0, confirmed: 0, inTransit: 0, delivered: 0, withdrawn: 0, writtenOff: 0 };
const lot = (fields: Partial<Lot>): Lot =>
  ({
    id: 'lot',
    commodity: 'granulated-coconut-sugar',
    unit: 'GRAM',
    quantity: 1_000_000,
    contributed: null,
    producedOn: '2019-03-04',
    onHold: false,
    pooled: false,
    ...fields,
    balance: fields.balance === null ? null : { ...NOWHERE, ...fields.balance },
  }) as Lot;

describe('a search', () => {
  it.each([
    ['1234567890123', 'nib=1234567890123'],
    ['33.02.17', 'within=33.02.17'],
    ['Darsih', 'search=Darsih'],
    ['33', 'search=33'],
    ['', ''],
  ])('for "%s" asks by %s', (text, query) => {
    expect(searchPath(text)).toBe(`/api/registry/producers?limit=20${query === '' ? '' : `&${query}`}`);
  });
});

describe('a lot', () => {
  it('is bound until it leaves, sold wherever it is by then, and gone with the last of it', () => {
    const one = lot({ balance: { offered: 1, confirmed: 2, inTransit: 4, delivered: 8 } as Lot['balance'] });
    expect([boundOf(one), soldOf(one), isGone(one)]).toEqual([3, 15, false]);
    expect(isGone(lot({ balance: { delivered: 8 } as Lot['balance'] }))).toBe(true);
    expect(isGone(lot({ balance: null }))).toBe(false);
  });
});

describe('why goods were sold, or not', () => {
  const data = (fields: Partial<ProducerData>): ProducerData => ({
    certificates: [],
    coaching: [],
    lots: [],
    allocated: [],
    settled: [],
    ...fields,
  });
  const NOTHING: Pick<RegistryData, 'today' | 'reasons'> = { today: [], reasons: [] };
  const told = (known: ProducerData, status: 'verified' | 'draft' = 'verified', market = NOTHING) =>
    whyOf({ status }, partsOf(known), market, { say, words: REGISTRY_ID });

  it('is said of who may not sell, and of who has stated nothing', () => {
    expect(told(data({}), 'draft')).toBe(REGISTRY_ID.why.draft);
    expect(told(data({}))).toBe(REGISTRY_ID.why.nothing);
  });

  it('counts of a pool what the producer gave: under way and settled, not what was refused', () => {
    const known = data({
      lots: [lot({ contributed: 400_000 })],
      allocated: [
        { lotId: 'lot', status: 'confirmed', contributed: 100_000 },
        { lotId: 'lot', status: 'refused', contributed: 50_000 },
        { lotId: 'other', status: 'confirmed', contributed: 70_000 },
      ] as unknown as ProducerData['allocated'],
      settled: [{ lotId: 'lot', quantity: 200_000 }] as unknown as ProducerData['settled'],
    });
    expect(partsOf(known)).toMatchObject([{ given: 400_000, sold: 300_000 }]);
  });

  it('says that all is sold, or how much, and of an old lot what became of the rest', () => {
    const sold = { delivered: 1_000_000 } as Lot['balance'];
    expect(told(data({ lots: [lot({ balance: sold })] }))).toBe(
      'Terjual semua: 1.000 kg gula semut dari 4 Maret 2019 sudah punya pembeli.',
    );
    const part = { delivered: 600_000, withdrawn: 400_000 } as Lot['balance'];
    expect(told(data({ lots: [lot({ balance: part })] }))).toBe(
      `600 kg dari 1.000 kg gula semut dari 4 Maret 2019 sudah punya pembeli. ${REGISTRY_ID.why.withdrawn}`,
    );
  });

  it('names the largest cause of a lot of today', () => {
    const market = {
      today: [
        {
          id: 'lot',
          commodity: 'granulated-coconut-sugar',
          bound: 0,
          unsold: [
            { code: 'QUOTA_EXHAUSTED', quantity: 100_000 },
            { code: 'CERTIFICATE_MISSING', quantity: 900_000 },
          ],
        },
      ],
      reasons: [],
    } as unknown as typeof NOTHING;
    expect(told(data({ lots: [lot({})] }), 'verified', market)).toMatch(/ Sisanya belum: tanpa sertifikat\.$/);
  });
});

describe('a statement', () => {
  const contributions = contributionsOf(
    { a: { produced: '1,5', held: '0,5' }, b: { produced: ' ' }, c: { produced: 'x' } },
    'GRAM',
    'id',
  );
  const draft = { ...emptyDraft('2019-03-04'), repeats: true };
  const sent = {
    draft,
    productId: 'p',
    floorPrice: 16_500,
    contributions: contributions.slice(0, 1),
    today: '2019-03-04',
  };

  it('has the rows that were filled in; what is no number is no quantity', () => {
    expect(contributions.map(({ producerId, produced, held }) => [producerId, produced, held])).toEqual([
      ['a', 1_500, 500],
      ['c', Number.NaN, 0],
    ]);
    expect(contributions.map(surplusOf)).toEqual([1_000, Number.NaN]);
  });

  it('of a producer is its own figures, of an aggregator those of its members', () => {
    expect(statementOf({ ...sent, seller: { id: 'a', kind: 'producer' } })).toMatchObject({
      sellerId: 'a',
      produced: 1_500,
    });
    expect(statementOf({ ...sent, seller: { id: 'k', kind: 'aggregator' } })).toMatchObject({
      contributions: [{ producerId: 'a', produced: 1_500 }],
    });
  });

  it('repeats from today on only', () => {
    const seller = { id: 'a', kind: 'producer' } as const;
    expect(statementOf({ ...sent, seller })).toMatchObject({ repeats: true });
    expect(statementOf({ ...sent, seller, today: '2019-03-05' })).not.toHaveProperty('repeats');
  });

  it('that repeats is shown as somebody would have typed it', () => {
    const figures = { produced: 0, committedToExport: 0, committedAtHome: 1_250_500, held: 0 };
    expect(typedOf(figures, 'GRAM', say)).toEqual({ produced: '0', committedAtHome: '1.250,5' });
  });

  it('that is refused names the member, and each thing once', () => {
    const problem = {
      code: 'INVALID',
      errors: [
        { pointer: '/contributions/1/held', message: 'too much' },
        { pointer: '/floorPrice', message: 'is no number' },
        { pointer: '/floorPrice', message: 'is no number' },
      ],
    };
    const say = refusalOf(['Darsih', 'Karsono'], { held: 'tersimpan: terlalu banyak' });
    expect(say(new Refused(422, problem))).toBe('Karsono: tersimpan: terlalu banyak · floorPrice is no number');
    expect(say(new Refused(409, { code: 'ALREADY_EXISTS', detail: 'Stated already.' }))).toBe('Stated already.');
  });
});
