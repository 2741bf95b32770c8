import { describe, expect, it } from 'vitest';
import type { LinePromise, Lot, Reason } from './market-snapshot.js';
import { total } from './reasons.js';
import { judgeLots } from './unsold.js';

const cut: Reason = { kind: 'cut', code: 'QUOTA_EXHAUSTED', quantity: 300, gain: 300, binding: ['t'], then: [] };
const gate: Reason = {
  kind: 'gate',
  code: 'CERTIFICATE_MISSING',
  quantity: 200,
  gain: 0,
  binding: ['P-IRT'],
  then: [],
};
const CAUSES = { suspended: 0, refused: 0, expired: 0, spoiled: 0, recalled: 0 };
const BALANCE = { held: 0, offered: 0, inTransit: 0, delivered: 0, withdrawn: 0, writtenOff: 0, ...CAUSES };

/** 1,000 units: 500 sold, 500 left for two reasons. */
function lot(changes: Partial<NonNullable<Lot['balance']>> = {}, unsold: readonly Reason[] = [cut, gate]): Lot {
  return {
    id: 'lot',
    label: 'A',
    origin: '33.02',
    sellerId: 's',
    commodity: 'sugar',
    unit: 'GRAM',
    quantity: 1_000,
    producedOn: '2019-03-04',
    bestBefore: null,
    certificates: [],
    contributors: 1,
    balance: { ...BALANCE, declared: 1_000, free: 500, confirmed: 500, ...changes },
    judged: { runId: 'run', unsold },
  };
}

const promise = (promised: number, allocated: number): LinePromise => ({
  lineId: 'line',
  orderId: 'order',
  origin: '33.02',
  partner: '73',
  commodity: 'sugar',
  unit: 'GRAM',
  wanted: promised,
  promised,
  allocated,
  termId: null,
  certificates: [],
  unfilled: [],
});

const codes = (lots: readonly Lot[], promises: readonly LinePromise[] = []) =>
  judgeLots(lots, promises).flatMap(({ unsold }) => unsold.map(({ code, quantity }) => [code, quantity]));

describe('what is unsold, and why', () => {
  it('is what the last run said, where nothing has changed since', () => {
    expect(codes([lot()], [promise(500, 500)])).toEqual([
      ['QUOTA_EXHAUSTED', 300],
      ['CERTIFICATE_MISSING', 200],
    ]);
  });

  it('waits for the next run where it was promised since, first what a cut had left', () => {
    expect(codes([lot()], [promise(600, 500)])).toEqual([
      ['QUOTA_EXHAUSTED', 200],
      ['CERTIFICATE_MISSING', 200],
      ['AWAITING_BIND', 100],
    ]);
    expect(codes([lot()], [promise(850, 500)])).toEqual([
      ['CERTIFICATE_MISSING', 150],
      ['AWAITING_BIND', 350],
    ]);
  });

  it('waits where goods came back to their lot since', () => {
    expect(codes([lot({ free: 700, confirmed: 300 })])).toEqual([
      ['QUOTA_EXHAUSTED', 300],
      ['CERTIFICATE_MISSING', 200],
      ['AWAITING_BIND', 200],
    ]);
  });

  it('names what is held, withdrawn and written off, which no promise can take', () => {
    const lots = [lot({ free: 0, confirmed: 500, held: 200, refused: 80, withdrawn: 250, writtenOff: 50 })];
    expect(codes(lots, [promise(900, 500)])).toEqual([
      ['LOT_HELD', 120],
      ['PRODUCER_REFUSED', 80],
      ['COMMITTED_ELSEWHERE', 250],
      ['LOST_IN_TRANSIT', 50],
    ]);
  });

  it('tells a suspended producer from a held lot, and what expired or was recalled from what was lost', () => {
    const causes = { suspended: 60, expired: 10, spoiled: 20, recalled: 30 };
    expect(codes([lot({ free: 0, confirmed: 500, held: 400, writtenOff: 100, ...causes })])).toEqual([
      ['SHELF_LIFE_TOO_SHORT', 30],
      ['LOT_HELD', 370],
      ['PRODUCER_SUSPENDED', 60],
      ['LOST_IN_TRANSIT', 40],
    ]);
  });

  it('leaves out a lot of which nothing is left or sold', () => {
    expect(codes([lot({ free: 0, confirmed: 0, writtenOff: 1_000 })])).toEqual([]);
  });

  it('always adds up to the lot', () => {
    for (let free = 0; free <= 1_000; free += 50) {
      for (const promised of [0, 400, 1_000, 2_000]) {
        for (const { bound, unsold } of judgeLots([lot({ free, confirmed: 1_000 - free })], [promise(promised, 300)])) {
          expect(bound + total(unsold)).toBe(1_000);
        }
      }
    }
  });
});
