import { describe, expect, it } from 'vitest';
import type { OrderView, PaperRule } from '../src/orders/data.js';
import {
  capacityOf,
  chosenOf,
  loadedOf,
  papersFor,
  partsOf,
  placesOf,
  readyFor,
  type LoadDraft,
  type Ready,
} from '../src/orders/load-facts.js';
import { endOf } from '../src/orders/order-facts.js';

const goods = (id: string, orderId: string, deliverTo: string, kg: number): Ready => ({
  ...{ id, orderId, deliverTo, commodity: 'granulated-coconut-sugar', unit: 'GRAM', unitPrice: 16_500 },
  quantity: kg * 1_000,
});
const ready = [
  goods('a', 'O2', '73', 400),
  goods('b', 'O1', '73', 300),
  goods('c', 'O1', '82', 100),
  goods('d', 'O3', '13.03', 50),
];
const draft = (said: Partial<LoadDraft> = {}): LoadDraft => ({
  ...{ place: '73', chosen: {}, quantities: {}, capacity: '', capacityUnit: 'kg' },
  legs: [{ from: 'Purwokerto', to: 'Makassar', mode: 'sea', eta: '2020-12-01' }],
  ...said,
});

describe('a load', () => {
  const goes = readyFor(ready, '73', 'O1');

  it('begins with what its order has for one place, and offers what others have for it', () => {
    expect(placesOf(ready, 'O1')).toEqual(['73', '82']);
    expect(goes.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(chosenOf(goes, draft(), 'O1').map(({ id }) => id)).toEqual(['b']);
    expect(chosenOf(goes, draft({ chosen: { a: true, b: false } }), 'O1').map(({ id }) => id)).toEqual(['a']);
  });

  it('takes all of what is said nothing of, and a part of what is', () => {
    const said = draft({ quantities: { a: '100,5' } });
    expect(partsOf(goes, said, 'id')).toEqual([{ allocation: 'b' }, { allocation: 'a', quantity: 100_500, unit: 'g' }]);
    expect(loadedOf(goes, said, 'id')).toEqual([{ unit: 'GRAM', quantity: 400_500 }]);
  });

  it.each(['0', 'banyak', '400,001'])('names the goods of which %s are said to go', (typed) => {
    expect(partsOf(goes, draft({ quantities: { a: typed } }), 'id')).toEqual(['a']);
  });

  it('has a capacity in the unit that it is said in', () => {
    const of = (capacity: string) => capacityOf({ capacity, capacityUnit: 'ton' }, 'id');
    expect([of('')?.units, of('4,5')?.units, of('4,5')?.quantity, of('besar')]).toEqual([
      ...[undefined, 4_500_000, '4.5', undefined],
    ]);
  });

  it('asks for the papers of its way, goods and day', () => {
    const rule: PaperRule = {
      ...{ id: 'manifest', title: 'Manifes', basis: 'Permendag 92/2020', from: '2020-11-18' },
      ...{ modes: ['sea'], destinations: ['73'], commodities: [] },
    };
    const of = (said: Partial<LoadDraft>, today = '2020-11-18') => papersFor([rule], draft(said), goes, today).length;
    const byRoad = [{ from: 'a', to: 'b', mode: 'road', eta: '' } as const];
    expect([of({}), of({}, '2020-11-17'), of({ place: '82' }), of({ legs: byRoad })]).toEqual([1, 0, 0, 0]);
  });
});

describe('an order of which a part has left', () => {
  it('may be closed as it is while goods of it have stayed behind', () => {
    const order = (status: string) =>
      ({
        status: 'dispatched',
        lines: [{ promised: 1, allocated: 1, unfilled: [], allocations: [{ status }] }],
      }) as unknown as OrderView;
    expect([endOf(order('confirmed')), endOf(order('dispatched'))]).toEqual(['close', undefined]);
  });
});
