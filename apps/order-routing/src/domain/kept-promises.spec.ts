import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import type { HeldCertificate } from './ledger/lot.js';

const PIRT = { kind: 'P-IRT', until: '2019-04-10' };

/** A pool of two households with 100 kg each. */
function aPool(bench: Bench, certificates: HeldCertificate[]): void {
  const contributions = ['L-1', 'L-2'].map((producerId) => ({ producerId, quantity: 100 * KG }));
  const hash = createHash('sha256');
  for (const part of contributions) hash.update(`${part.producerId} ${String(part.quantity)}\n`);
  bench.apply({
    kind: 'surplus-declared',
    payload: {
      ...{ lotId: 'L', sellerId: 'coop', pooled: true, product: 'P1', commodity: 'sugar', unit: 'GRAM' },
      ...{ quantity: 200 * KG, producedOn: '2019-03-04', bestBefore: '2021-03-03', floorPrice: 16_500, certificates },
      ...{ standingConsent: true, chunk: 1, chunks: 1, contributionsCount: 2, contributionsHash: hash.digest('hex') },
      law: { asksFor: ['P-IRT'], packs: 'retail', makers: 'micro' },
      contributions,
    },
  });
}

function certified(bench: Bench, producerId: string, certificates: HeldCertificate[]): void {
  const { certificates: whole } = bench.market.state.lot('L');
  bench.apply({
    kind: 'lot-certified',
    payload: { lotId: 'L', certificates: whole, parts: [{ producerId, certificates }] },
  });
}

function spoiled(bench: Bench, kg: number, certificates: HeldCertificate[]): void {
  const payload = { requestId: 'Q', lotId: 'L', cause: 'SPOILED' as const, quantity: kg * KG, certificates };
  bench.apply({ kind: 'lot-adjusted', payload });
}

describe('of a promise under several rows', () => {
  it('the part of a suspended agreement waits until it would have to leave itself', () => {
    const bench = new Bench();
    bench.agreement('73.71', 100, { transitDays: 20, row: { period: 'whole' } });
    bench.agreement('73', 100, { transitDays: 5, row: { period: 'whole' } });
    bench.lot('L', 200, []).order('73.71', 200);
    bench.stage('73', 'suspended');
    bench.time('bind-by', 'O1-1', '2019-03-13T17:00:00Z');
    expect(bench.line('O1-1')).toMatchObject({ promised: 200 * KG, allocated: 100 * KG });
    expect(bench.market.state.timers.get('bind-by', 'O1-1')).toEqual(new Date('2019-03-28T17:00:00Z'));
    bench.time('bind-by', 'O1-1', '2019-03-28T17:00:00Z');
    expect(bench.line('O1-1')).toMatchObject({ promised: 100 * KG, allocated: 100 * KG });
  });

  it('a row asks for its own minimum lot, not for that of one that is only a draft', () => {
    const bench = new Bench();
    bench.agreement('73', 300);
    bench.agreement('73.71', 300, { stage: 'joint-agreement-signed', row: { minimumLot: 200 * KG } });
    expect(bench.lot('L', 600, []).order('73.71', 100).promised).toBe(100 * KG);
  });
});

describe('of a promise that waits for other goods', () => {
  it('nothing stands under an agreement that ended while the first ones were at sea', () => {
    const bench = new Bench().agreement('73.71', 100).lot('L', 200, []);
    bench.order('73.71', 100);
    bench.run();
    const [allocation] = bench.market.state.allocations.values();
    const ids = [allocation?.id ?? ''];
    const legs = [{ from: 'Purwokerto', to: 'Makassar', mode: 'sea' as const, eta: '2019-03-10' }];
    const sent = { shipmentId: 'S', orderId: 'O1', allocationIds: ids, legs };
    bench.apply({ kind: 'shipment-dispatched', payload: sent });
    bench.stage('73.71', 'terminated');
    bench.apply({ kind: 'leg-arrived', payload: { shipmentId: 'S', leg: 0 } });
    const items = ids.map((allocationId) => ({ allocationId, accepted: 60 * KG, damaged: 0 }));
    bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S', items, moisture: null } });
    expect(bench.line('O1-1')).toMatchObject({ promised: 60 * KG, allocated: 60 * KG });
  });

  it('the law of a new day counts before what is bound as it begins', () => {
    const bench = new Bench().agreement('73.71', 1_000, { transitDays: 5 });
    aPool(bench, [PIRT]);
    certified(bench, 'L-1', [{ kind: 'HALAL' }, PIRT]);
    bench.order('73.71', 200, { needBy: '2019-03-10' });
    const rule = { id: 'halal', kinds: ['HALAL'], products: ['P-IRT'], packs: ['retail'], uses: ['resale'] } as const;
    const certificateRules = [{ ...rule, makers: ['micro'] as const, from: '2019-03-05', basis: 'UU' }];
    bench.apply({ kind: 'policy-changed', payload: { ...bench.market.state.policy, cutOff: null, certificateRules } });
    const { timers } = bench.market.state;
    bench.at = new Date('2019-03-04T17:00:00Z');
    for (let due = timers.next(bench.at); due; due = timers.next(bench.at)) {
      bench.apply({ kind: 'time', payload: due });
      expect(bench.changes.runs.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    }
    expect(bench.line('O1-1')).toMatchObject({ promised: 100 * KG, allocated: 100 * KG });
  });
});

describe('goods of a pool', () => {
  it('lose nothing by a certificate that one of its members gains', () => {
    const bench = new Bench().agreement('73.71', 1_000);
    aPool(bench, [PIRT]);
    bench.order('73.71', 200, { needBy: '2019-04-03' });
    certified(bench, 'L-1', [{ kind: 'HALAL' }, PIRT]);
    expect(bench.line('O1-1').promised).toBe(200 * KG);
  });

  it('that are taken together by the bucket of their ends count as ending with the soonest', () => {
    const bench = new Bench().agreement('73.71', 1_000);
    aPool(bench, []);
    certified(bench, 'L-1', [{ kind: 'P-IRT', until: '2019-04-02' }]);
    certified(bench, 'L-2', [PIRT]);
    expect(bench.order('73.71', 200, { needBy: '2019-04-03' }).promised).toBe(0);
    expect(bench.order('73.71', 200, { needBy: '2019-04-02' }).promised).toBe(200 * KG);
  });

  it('keep their certificates when others of the lot are spoiled', () => {
    const bench = new Bench().agreement('73.71', 1_000);
    aPool(bench, [PIRT]);
    bench.order('73.71', 200, { needBy: '2019-04-03' });
    spoiled(bench, 20, []);
    expect(bench.line('O1-1').promised).toBe(180 * KG);
  });

  it('that are bound go their way when the law changes, whatever else becomes of their lot', () => {
    const bench = new Bench().agreement('73.71', 1_000);
    aPool(bench, [PIRT]);
    bench.order('73.71', 200, { needBy: '2019-04-03' });
    bench.run();
    const rule = { id: 'halal', kinds: ['HALAL'], products: ['P-IRT'], packs: ['retail'], uses: ['resale'] } as const;
    const { policy } = bench.market.state;
    const certificateRules = [{ ...rule, makers: ['micro'] as const, from: '2019-03-05', basis: 'UU' }];
    bench.apply({ kind: 'policy-changed', payload: { ...policy, certificateRules } });
    bench.time('day-begins', '33.02', '2019-03-04T17:00:00Z');
    const lost = {
      requestId: 'Q',
      lotId: 'L',
      cause: 'CERTIFICATE_REVOKED' as const,
      quantity: 0,
      certificates: [PIRT],
    };
    bench.apply({ kind: 'lot-adjusted', payload: { ...lost, parts: [] } });
    expect(bench.line('O1-1')).toMatchObject({ promised: 200 * KG, allocated: 200 * KG });
  });

  it('go back to all of their producers in proportion, whatever each of them holds', () => {
    const bench = new Bench().agreement('73.71', 1_000);
    aPool(bench, [PIRT]);
    certified(bench, 'L-1', [{ kind: 'HALAL' }, PIRT]);
    bench.apply({ kind: 'withdrawal-requested', payload: { requestId: 'W', lotId: 'L', quantity: 50 * KG } });
    expect(bench.market.state.lot('L').contributions.map(({ free }) => free)).toEqual([75 * KG, 75 * KG]);
    bench.order('73.71', 60, { certificates: ['HALAL'] });
    bench.apply({ kind: 'withdrawal-requested', payload: { requestId: 'X', lotId: 'L', quantity: 80 * KG } });
    expect(bench.market.state.lot('L').contributions.map(({ free }) => free)).toEqual([60 * KG, 10 * KG]);
  });
});
