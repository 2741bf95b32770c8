import { describe, expect, it } from 'vitest';
import type { CommodityFlows, Order } from '../src/api/types.js';
import type { OrderView } from '../src/orders/data.js';
import { keyOf, offersOf } from '../src/intake/offers.js';
import { goodsOf } from '../src/orders/order-facts.js';
import { stepsDone } from '../src/intake/steps-done.js';

const goods = (certificates: string[], unsold: [string, number][]) => ({
  certificates,
  unsold: unsold.map(([code, quantity]) => ({ code, quantity })),
});
const term = (id: string, left: number, certificates: string[] = [], inForce = true) => ({
  id,
  left,
  certificates,
  inForce,
});
const flows = (terms: object[], lots: object[], promised = 0): CommodityFlows =>
  ({
    origin: '33.02',
    commodity: 'granulated-coconut-sugar',
    unit: 'GRAM',
    lots,
    goods: [],
    partners: [{ partner: '82.71', promised, bound: 0, terms }],
  }) as unknown as CommodityFlows;
const most = (flow: CommodityFlows) => offersOf([flow], '82.71').map((offer) => offer.most);

describe('what a partner may order', () => {
  it('is what is left of the quota, or of the goods, whichever is less', () => {
    const lots = [goods([], [['NO_DEMAND', 3_000]])];
    expect(most(flows([term('a', 500)], lots))).toEqual([500]);
    expect(most(flows([term('a', 9_000)], lots))).toEqual([3_000]);
  });

  it('leaves out what no order can have, and what a promise needs', () => {
    const lots = [
      goods(
        [],
        [
          ['LOT_HELD', 700],
          ['NO_DEMAND', 1_000],
        ],
      ),
    ];
    expect(most(flows([term('a', 9_000)], lots, 400))).toEqual([600]);
    expect(most(flows([term('a', 9_000)], lots, 4_000))).toEqual([0]);
  });

  it('counts only goods that hold what its agreement asks for', () => {
    const lots = [goods(['HALAL', 'P-IRT'], [['NO_DEMAND', 100]]), goods(['HALAL'], [['NO_DEMAND', 900]])];
    expect(most(flows([term('a', 9_000, ['HALAL', 'P-IRT'])], lots))).toEqual([100]);
  });

  it('has one offer a terms row in force, and none of other regions', () => {
    const flow = flows([term('a', 1), term('b', 1), term('c', 1, [], false)], []);
    expect(offersOf([flow], '82.71').map(keyOf)).toEqual([
      '33.02 granulated-coconut-sugar a',
      '33.02 granulated-coconut-sugar b',
    ]);
    expect(offersOf([flow], '13.03')).toEqual([]);
  });
});

describe('the steps of an order', () => {
  const line = (promised: number, bound: number) => ({ promised, bound }) as Order['lines'][number];
  it.each([
    ['promised-not-at-all', [line(0, 0)], 1],
    ['promised-in-part', [line(500, 0)], 2],
    ['promised-in-part', [line(500, 500), line(0, 0)], 3],
    ['promised-in-full', [line(500, 500), line(300, 200)], 2],
    ['dispatched', [line(500, 500)], 4],
    ['settled', [line(500, 500)], 5],
  ] as const)('that is %s: %j are %d', (status, lines, steps) => {
    expect(stepsDone({ status, lines: [...lines] })).toBe(steps);
  });
});

describe('goods that were sent', () => {
  it('are the allocations of a shipment, with what they are', () => {
    const order = {
      lines: [
        {
          commodity: 'sugar',
          unit: 'GRAM',
          allocations: [
            { id: 'a', quantity: 1 },
            { id: 'b', quantity: 2 },
          ],
        },
        { commodity: 'sandals', unit: 'PAIR', allocations: [{ id: 'c', quantity: 3 }] },
      ],
    } as unknown as OrderView;
    expect(goodsOf({ allocationIds: ['b', 'c'] }, order)).toEqual([
      { id: 'b', commodity: 'sugar', unit: 'GRAM', quantity: 2 },
      { id: 'c', commodity: 'sandals', unit: 'PAIR', quantity: 3 },
    ]);
  });
});
