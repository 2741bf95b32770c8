import { describe, expect, it } from 'vitest';
import type { OrderView, ShipmentView } from '../src/orders/data.js';
import { ordersPath } from '../src/orders/data.js';
import {
  endOf,
  expectedOn,
  isPossible,
  itemOf,
  lossOf,
  nextLeg,
  numberOf,
  type SentGoods,
} from '../src/orders/order-facts.js';

const sugar: SentGoods = {
  ...{ id: 'a', commodity: 'granulated-coconut-sugar', unit: 'GRAM' },
  ...{ quantity: 1_000_000, unitPrice: 16_500 },
};

describe('a receipt', () => {
  it('is of all that was sent until somebody says otherwise', () => {
    expect(itemOf(sugar, { accepted: '', damaged: '' }, 'id')).toEqual({
      ...{ allocation: 'a', unit: 'g', accepted: 1_000_000, damaged: 0 },
    });
    expect(itemOf(sugar, { accepted: '', damaged: '2,5' }, 'id').accepted).toBe(997_500);
  });

  it.each([
    ['1.001', '', false],
    ['900', '101', false],
    ['banyak', '', false],
    ['0', '1.000', true],
  ])('of %j accepted and %j damaged is possible: %j', (accepted, damaged, possible) => {
    expect(isPossible(sugar, itemOf(sugar, { accepted, damaged }, 'id'))).toBe(possible);
  });

  it('counts sacks where somebody has', () => {
    const of = (sacks: string) => itemOf(sugar, { accepted: '', damaged: '', sacks }, 'id');
    expect([of('').sacks, of('39').sacks, isPossible(sugar, of('39')), isPossible(sugar, of('banyak'))]).toEqual([
      ...[undefined, 39, true, false],
    ]);
  });

  it('asks what it costs only where more than 2 % is not accepted', () => {
    const loss = (accepted: string) => lossOf([sugar], [itemOf(sugar, { accepted, damaged: '' }, 'id')]);
    expect(loss('980')).toBeUndefined();
    expect(loss('50')).toEqual({
      goods: [{ commodity: sugar.commodity, unit: 'GRAM', quantity: 950_000 }],
      rupiah: 15_675_000,
    });
  });

  it('adds up what is lost of one commodity', () => {
    const none = { allocation: '', unit: 'g' as const, accepted: 0, damaged: 0 };
    expect(lossOf([sugar, { ...sugar, id: 'b' }], [none, none])?.goods).toHaveLength(1);
  });
});

describe('a shipment', () => {
  const legs = (...arrived: (string | null)[]) =>
    ({ legs: arrived.map((arrivedAt, index) => ({ arrivedAt, eta: `2019-03-1${String(index)}` })) }) as ShipmentView;

  it('comes to its next leg, and is expected until the last', () => {
    expect([nextLeg(legs('x', null)), expectedOn(legs('x', null))]).toEqual([2, '2019-03-11']);
    expect([nextLeg(legs('x', 'x')), expectedOn(legs('x', 'x'))]).toEqual([undefined, undefined]);
  });
});

describe('an order', () => {
  const order = (status: string, promised: number, allocated: number, codes: string[] = []) =>
    ({
      status,
      lines: [{ promised, allocated, allocations: [], unfilled: codes.map((code) => ({ code })) }],
    }) as unknown as OrderView;

  it('may be cancelled before anything leaves, and closed while something is waited for', () => {
    expect(endOf(order('allocated', 5, 5))).toBe('cancel');
    expect(endOf(order('dispatched', 5, 4))).toBe('close');
    expect(endOf(order('received', 5, 5, ['QUOTA_EXHAUSTED']))).toBe('close');
    expect(endOf(order('received', 5, 5, ['LOST_IN_TRANSIT']))).toBeUndefined();
    expect(endOf(order('cancelled', 0, 0))).toBeUndefined();
  });

  it('goes by the end of its id', () => {
    expect(numberOf({ id: '0192-abcdef123456' })).toBe('123456');
  });

  it('is asked for by state and words, those under way first', () => {
    expect(ordersPath({ search: ' Toko A ', status: 'received' }, { limit: '25' })).toBe(
      '/api/orders?order=open-first&limit=25&search=Toko+A&status=received',
    );
    expect(ordersPath({ search: ' ', status: '' })).toBe('/api/orders?order=open-first');
  });
});
