import { describe, expect, it } from 'vitest';
import { arrivalOrders, AS_REPORTED, banyumas, IN_FORCE } from '../test/banyumas.js';
import { PromiseBook } from './promise-book.js';

const KG = 1000;

function emptyBook(): PromiseBook {
  return new PromiseBook({ ...banyumas(IN_FORCE), lines: [] });
}

function byId(id: string) {
  const line = banyumas(IN_FORCE).lines.find((one) => one.id === id);
  if (line === undefined) throw new Error(id);
  return line;
}

describe('promises on the Banyumas sample', () => {
  for (const order of arrivalOrders(banyumas(IN_FORCE).lines)) {
    it(`are 12,500 kg in arrival order ${order.map((line) => line.id).join(', ')}`, () => {
      const book = emptyBook();
      const answers = new Map(order.map((line) => [line.id, book.promise(line)]));
      expect(answers.get('line-T')?.promised).toBe(3500 * KG);
      expect(answers.get('line-S')?.promised).toBe(3000 * KG);
      expect(answers.get('line-SS')?.promised).toBe(6000 * KG);
      expect(answers.get('line-T')?.unfilled).toEqual([
        {
          kind: 'cut',
          code: 'QUOTA_EXHAUSTED',
          quantity: 500 * KG,
          binding: ['term-T'],
          relaxBy: 500 * KG,
          gain: answers.get('line-T')?.unfilled[0]?.gain,
          then: expect.any(Array),
        },
      ]);
      expect(book.servable()).toBe(true);
    });
  }

  it('are 0 kg while no agreement is in force, whatever the order', () => {
    for (const order of arrivalOrders(banyumas(AS_REPORTED).lines)) {
      const book = new PromiseBook({ ...banyumas(AS_REPORTED), lines: [] });
      for (const line of order) {
        const { promised, term, unfilled } = book.promise(line);
        expect([promised, term]).toEqual([0, null]);
        expect(unfilled.map((reason) => [reason.kind, reason.code, reason.quantity])).toEqual([
          ['gate', 'AGREEMENT_NOT_IN_FORCE', line.quantity],
        ]);
      }
    }
  });
});

describe('the promise book', () => {
  it('is rebuilt from durable promises and goes on from there', () => {
    const market = banyumas(IN_FORCE);
    const [t] = market.lines;
    const [quota] = market.terms;
    if (t === undefined || quota === undefined) throw new Error('sample');
    t.promised = 3500 * KG;
    t.term = 'term-T';
    quota.quota = 0;
    const book = new PromiseBook({ ...market, lines: [t] });
    expect(book.promise(byId('line-SS')).promised).toBe(6000 * KG);
    expect(book.promise(byId('line-S')).promised).toBe(3000 * KG);
  });

  it('refuses promises that cannot all be served', () => {
    const market = banyumas(IN_FORCE);
    for (const line of market.lines) line.promised = line.quantity;
    const [lot] = market.lots;
    if (lot !== undefined) lot.quantity = 5000 * KG;
    expect(() => new PromiseBook(market)).toThrow('promised units can be served');
  });

  it('gives cancelled stock and quota to whoever asks next', () => {
    const book = emptyBook();
    book.promise(byId('line-T'));
    book.cancel('line-T');
    expect(book.promise({ ...byId('line-T'), id: 'again' }).promised).toBe(3500 * KG);
  });

  it('says when stock that is taken away leaves a promise unserved', () => {
    const book = emptyBook();
    for (const id of ['line-T', 'line-S', 'line-SS']) book.promise(byId(id));
    expect(book.takeFromLot('lot-B', 500 * KG)).toBe(true);
    expect(book.takeFromLot('lot-B', 1)).toBe(false);
    expect(book.lacking()).toEqual([{ line: expect.any(String), quantity: 1 }]);
    book.cancel('line-S', 1);
    expect(book.servable()).toBe(true);
  });

  it('tells what could be promised without promising it', () => {
    const book = emptyBook();
    expect(book.promisable(byId('line-T'))).toBe(3500 * KG);
    expect(book.promise(byId('line-T')).promised).toBe(3500 * KG);
    expect(book.promisable(byId('line-T'))).toBe(0);
  });

  it('tops an open line up when new surplus arrives', () => {
    const market = banyumas(IN_FORCE);
    const book = new PromiseBook({ ...market, lots: [], lines: [] });
    expect(book.promise(byId('line-SS')).unfilled[0]).toMatchObject({ kind: 'gate', code: 'NO_SURPLUS' });
    for (const lot of market.lots) book.addLot(lot);
    expect(book.topUp(byId('line-SS')).promised).toBe(6000 * KG);
  });
});

describe('a least quantity', () => {
  it.each([
    ['more than there is', 6_001, 6_500, 6_000],
    ['more than is wanted', 9_000, 4_000, 4_000],
  ])('of %s is promised nothing of, and told what it lacks', (_, minimumKg, wantedKg, gainKg) => {
    const book = new PromiseBook({ ...banyumas(IN_FORCE), lines: [] });
    const line = { ...byId('line-SS'), quantity: wantedKg * KG, minimum: minimumKg * KG };
    expect(book.promise(line)).toMatchObject({
      promised: 0,
      unfilled: [
        {
          kind: 'gate',
          code: 'BELOW_MINIMUM_LOT',
          quantity: wantedKg * KG,
          gain: gainKg * KG,
          relaxBy: (minimumKg - gainKg) * KG,
        },
      ],
    });
    expect(book.promise({ ...line, id: 'again', minimum: gainKg * KG }).promised).toBe(gainKg * KG);
  });
});

describe('a reserved share', () => {
  const market = () => {
    const sample = banyumas(IN_FORCE);
    const row = sample.terms.find(({ id }) => id === 'term-T');
    if (row !== undefined) row.reserved = row.quota = 11_000 * KG;
    return { ...sample, lots: sample.lots.filter(({ id }) => id !== 'lot-C'), lines: [] };
  };

  it('is kept from others, who are told so', () => {
    const book = new PromiseBook(market());
    const { promised, unfilled } = book.promise(byId('line-S'));
    expect(promised).toBe(2000 * KG);
    expect(unfilled).toEqual([
      {
        kind: 'cut',
        code: 'PARTNER_SHARE_RESERVED',
        quantity: 1000 * KG,
        binding: ['term-T'],
        relaxBy: 1000 * KG,
        gain: 1000 * KG,
        then: [],
      },
    ]);
  });

  it.each([
    ['less than a line takes at least, even with the share', 3_001, 'BELOW_MINIMUM_LOT'],
    ['enough with the share', 3_000, 'PARTNER_SHARE_RESERVED'],
  ])('is named where it is what stops the line: %s', (_, minimumKg, code) => {
    const line = { ...byId('line-S'), quantity: 4_000 * KG, minimum: minimumKg * KG };
    const { promised, unfilled } = new PromiseBook(market()).promise(line);
    const [first] = unfilled;
    expect([promised, first?.code, first?.gain]).toEqual([0, code, (minimumKg > 3_000 ? 2_000 : 3_000) * KG]);
  });

  it('is there for the partner, and what it draws is no longer kept back', () => {
    const book = new PromiseBook(market());
    expect(book.promise(byId('line-T')).promised).toBe(4000 * KG);
    expect(book.promisable(byId('line-S'))).toBe(2000 * KG);
  });
});
