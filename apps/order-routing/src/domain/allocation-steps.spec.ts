import { describe, expect, it } from 'vitest';
import type { AllocationStatus } from '#kernel/states.js';
import { DomainError } from '#kernel/domain-error.js';
import { KeptOf } from '../../test/kept-of.js';
import { Bench, KG } from '../../test/market-bench.js';
import { ALLOCATION_STEPS, type AllocationStep } from './ledger/allocation-steps.js';
import type { Allocation } from './ledger/allocation.js';

const LEG = { from: 'Purwokerto', to: 'Surabaya', mode: 'road', eta: '2019-03-10' } as const;

/** One allocation, and every way to act on it, by the market's own inputs. */
class Sale {
  readonly bench: Bench;
  readonly allocation: Allocation;
  private readonly orderId: string;

  constructor(standingConsent: boolean) {
    this.bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, [], '2021-03-03', standingConsent);
    this.orderId = this.bench.order('13.03', 700).orderId;
    this.bench.run();
    this.allocation = [...this.bench.changes.allocations.values()][0]!;
  }

  act(step: AllocationStep, accepted = 700 * KG): void {
    const { bench, orderId } = this;
    const allocationId = this.allocation.id;
    const items = [{ allocationId, accepted, damaged: 0 }];
    const dispatched = { shipmentId: 'S1', orderId, allocationIds: [allocationId], legs: [LEG] };
    const steps: Record<AllocationStep, () => void> = {
      confirm: () => {
        bench.apply({ kind: 'allocation-confirmed', payload: { allocationId } });
      },
      refuse: () => {
        bench.apply({ kind: 'allocation-refused', payload: { allocationId } });
      },
      lapse: () => {
        bench.time('confirm-by', allocationId, '2019-03-05T02:00:00Z');
      },
      dispatch: () => {
        bench.apply({ kind: 'shipment-dispatched', payload: dispatched });
      },
      receive: () => {
        bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S1', items, moisture: null } });
      },
      correct: () => {
        const kept = new KeptOf();
        kept.keep(bench.market.state, bench.changes);
        const said = { moisture: 1, reason: 'counted again', by: 'test' };
        bench.apply({
          kind: 'receipt-corrected',
          payload: { shipmentId: 'S1', items, ...said, kept: kept.receipt('S1') },
        });
      },
      release: () => {
        bench.apply({ kind: 'order-cancelled', payload: { orderId } });
      },
    };
    steps[step]();
  }
}

/** What the partner accepts, for the receipt to lead there. */
const ACCEPTED: Partial<Record<AllocationStatus, number>> = { short: 1, 'refused-at-arrival': 0 };

/** A sale whose allocation has come to a state. */
function saleIn(status: AllocationStatus): Sale {
  const sale = new Sale(status !== 'offered' && status !== 'refused' && status !== 'lapsed');
  if (status === 'refused') sale.act('refuse');
  if (status === 'lapsed') sale.act('lapse');
  if (status === 'released') sale.act('release');
  const left = ['dispatched', 'accepted', 'short', 'refused-at-arrival'].includes(status);
  if (left) sale.act('dispatch');
  if (left && status !== 'dispatched') sale.act('receive', ACCEPTED[status]);
  expect(sale.allocation.status).toBe(status);
  return sale;
}

const STEPS: readonly AllocationStep[] = ['confirm', 'refuse', 'lapse', 'dispatch', 'receive', 'release'];

describe.each(Object.keys(ALLOCATION_STEPS) as AllocationStatus[])('an allocation that is %s', (from) => {
  const legal = STEPS.flatMap((step) => (ALLOCATION_STEPS[from][step] ?? []).map((to) => [step, to] as const));
  // Time is no request that could be refused: its due row goes with the offer.
  const illegal = STEPS.filter((step) => step !== 'lapse' && !ALLOCATION_STEPS[from][step]);

  if (legal.length > 0) {
    it.each(legal)('becomes, by %s, %s', (step, to) => {
      const sale = saleIn(from);
      sale.act(step, ACCEPTED[to]);
      expect(sale.allocation.status).toBe(to);
    });
  }

  it.each(illegal.filter((step) => step !== 'release' || from === 'dispatched'))('is refused to %s', (step) => {
    const sale = saleIn(from);
    const before = JSON.stringify(sale.allocation);
    const { journal } = sale.bench.market.state;
    let code = 'none';
    try {
      sale.act(step);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      ({ code } = error);
    }
    // What has ended is no longer there to be named; a shipment that never left is not either.
    const there = step !== 'receive' && sale.bench.market.state.allocations.has(sale.allocation.id);
    // An order that has ended, or is settled, sends nothing, whatever is named.
    const ended = step === 'dispatch' && ['released', 'accepted'].includes(from);
    expect(code).toBe(there || ended ? 'ILLEGAL_TRANSITION' : 'NOT_FOUND');
    expect([JSON.stringify(sale.allocation), sale.bench.market.state.journal]).toEqual([before, journal]);
  });
});
