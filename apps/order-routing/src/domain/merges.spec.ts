import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import { decisionEvents } from '../events/decision-events.js';
import type { Input } from './decisions/index.js';
import { ChangeSet } from './ledger/change-set.js';
import { balanceKey } from './ledger/fairness-balance.js';
import type { Lot } from './ledger/lot.js';
import { MarketState } from './ledger/market-state.js';
import { Market } from './market.js';

/** A market whose inputs are remembered, as its journal has them. */
class Journalled extends Bench {
  readonly journal: { input: Input; at: Date }[] = [];

  override apply(input: Input): void {
    super.apply(input);
    this.journal.push({ input: JSON.parse(JSON.stringify(input)) as Input, at: this.at });
  }

  merge(duplicateId: string, keepId: string): void {
    this.apply({ kind: 'producers-merged', payload: { mergeId: `${duplicateId}>${keepId}`, duplicateId, keepId } });
  }

  get lots(): ReadonlyMap<string, Lot> {
    return this.market.state.lots;
  }

  parts(lot: string): [string, number, number, number][] {
    return this.lots
      .get(lot)!
      .contributions.map(({ producerId, declared, free, held }) => [producerId, declared / KG, free / KG, held / KG]);
  }
}

/** 700 kg of, 300 kg of B-1 and B-2; 600 kg are promised and bound, 100 kg promised later. */
function market(standingConsent = true): Journalled {
  const bench = new Journalled().agreement('13.03', 9_000);
  bench.lot('A', 700, [], '2021-03-03', standingConsent).lot('B', 300, [], '2021-03-03', standingConsent);
  bench.order('13.03', 600);
  bench.run();
  bench.order('13.03', 100);
  return bench;
}

/** All that is promised, bound and counted, without the names of those whose goods they are. */
function promised({ market: { state } }: Bench): unknown {
  const figures = (lot: Lot) => ({
    ...lot,
    sellerId: 0,
    contributions: 0,
    contributionsCount: 0,
    contributionsHash: 0,
  });
  return structuredClone({
    lines: [...state.lines.values()],
    orders: [...state.orders.values()],
    allocations: [...state.allocations.values()].map((allocation) => ({ ...allocation, shares: 0 })),
    lots: [...state.lots.values()].map(figures),
    timers: [...state.timers],
  });
}

const givers = ({ market: { state } }: Bench): string[] => [
  ...new Set([...state.allocations.values()].flatMap(({ shares }) => shares.map(({ producerId }) => producerId))),
];

describe('a household that was registered twice', () => {
  it('keeps what is promised and bound: its goods go by one name', () => {
    const bench = market();
    const before = promised(bench);
    expect(givers(bench)).toContain('A-2');
    bench.merge('A-2', 'B-1');
    expect(promised(bench)).toEqual(before);
    expect(givers(bench)).not.toContain('A-2');
    expect(bench.lots.get('A')!.contributions.map(({ producerId }) => producerId)).toEqual(['A-1', 'B-1']);
    const { contributions, contributionsHash } = bench.lots.get('A')!;
    const lines = contributions.map(({ producerId, declared }) => `${producerId} ${String(declared)}\n`);
    expect(contributionsHash).toBe(createHash('sha256').update(lines.join('')).digest('hex'));
    expect([bench.changes.lots.size, bench.changes.allocations.size, bench.changes.lines.size]).toEqual([0, 0, 0]);
    expect(decisionEvents(bench.market.state, bench.changes, new Map()).map(({ event }) => event)).toEqual([
      {
        type: 'serap.allocation.merge-decided.v1',
        subject: 'merge:A-2>B-1',
        key: '33.02',
        data: { mergeId: 'A-2>B-1', origin: '33.02', duplicateId: 'A-2', keepId: 'B-1', outcome: 'done' },
      },
    ]);
  });

  it('that gave to one lot under both names has given the sum, and gets all of it back', () => {
    const bench = market();
    const free = bench.parts('A').reduce((sum, part) => sum + part[2], 0);
    bench.merge('A-2', 'A-1');
    expect(bench.parts('A')).toEqual([['A-1', 700, free, 0]]);
    expect(bench.lots.get('A')!.contributionsCount).toBe(1);
    bench.apply({ kind: 'order-cancelled', payload: { orderId: 'O1' } });
    bench.apply({ kind: 'order-cancelled', payload: { orderId: 'O2' } });
    expect(bench.parts('A')).toEqual([['A-1', 700, 700, 0]]);
  });

  it('holds in one lot what either name was certified for', () => {
    const bench = market();
    const parts = [
      { producerId: 'A-1', certificates: [{ kind: 'HALAL', until: '2020-01-01' }, { kind: 'P-IRT' }] },
      { producerId: 'A-2', certificates: [{ kind: 'HALAL' }, { kind: 'SNI', until: '2022-01-01' }] },
    ];
    bench.apply({ kind: 'lot-certified', payload: { lotId: 'A', certificates: [], parts } });
    bench.merge('A-2', 'A-1');
    expect(bench.lots.get('A')!.contributions[0]!.certificates).toEqual([
      { kind: 'HALAL' },
      { kind: 'P-IRT' },
      { kind: 'SNI', until: '2022-01-01' },
    ]);
  });

  it('has more to sell at once, where either name was certified for what somebody waits for', () => {
    const bench = new Journalled().agreement('13.03', 9_000).lot('A', 100, []);
    const parts = [{ producerId: 'A-1', certificates: [{ kind: 'HALAL' }] }];
    bench.apply({ kind: 'lot-certified', payload: { lotId: 'A', certificates: [], parts } });
    const { id } = bench.order('13.03', 80, { certificates: ['HALAL'] });
    expect(bench.line(id).promised).toBe(50 * KG);
    bench.merge('A-2', 'A-1');
    expect(bench.line(id).promised).toBe(80 * KG);
  });

  it('waits for its turn as long as both names have waited', () => {
    const bench = market();
    const { fairnessBalances } = bench.market.state;
    fairnessBalances.set(balanceKey('sugar', 'A-2'), 30).set(balanceKey('sugar', 'B-1'), 12);
    fairnessBalances.set(balanceKey('batik', 'A-2'), -5);
    bench.merge('A-2', 'B-1');
    const keys = [...fairnessBalances].filter(([key]) => / (A-2|B-1)$/.test(key)).sort();
    expect(keys).toEqual([
      ['batik B-1', -5],
      ['sugar B-1', 42],
    ]);
    expect([...bench.changes.fairnessBalances].sort()).toEqual(['batik B-1', 'sugar B-1']);
  });

  it('that sells by itself is not asked again for a line that it refused under the other name', () => {
    const bench = market(false);
    const allocation = [...bench.market.state.allocations.values()].find(({ lotId }) => lotId === 'A')!;
    bench.apply({ kind: 'allocation-refused', payload: { allocationId: allocation.id } });
    expect(bench.market.state.refusals.get('O1-1')).toEqual(['coop-A']);
    bench.merge('coop-A', 'coop-B');
    expect(bench.market.state.refusals.get('O1-1')).toEqual(['coop-B']);
    expect([...bench.lots.values()].map(({ sellerId }) => sellerId)).toEqual(['coop-B', 'coop-B']);
  });

  it('is known by the old name in what was on its way: withdrawals, suspensions, lots that are declared', () => {
    const bench = market();
    bench.merge('A-2', 'B-1');
    const free = bench.parts('A')[1]![2];
    expect(free).toBeGreaterThan(0);
    bench.apply({ kind: 'order-cancelled', payload: { orderId: 'O2' } });
    const payload = { requestId: 'W', lotId: 'A', quantity: KG, producerId: 'A-2' };
    bench.apply({ kind: 'withdrawal-requested', payload });
    expect(bench.changes.lotRequests).toEqual([{ requestId: 'W', lotId: 'A', asked: KG, granted: KG }]);
    const held = { lotId: 'A', cause: 'PRODUCER_SUSPENDED', producerId: 'A-2' } as const;
    bench.apply({ kind: 'lot-held', payload: held });
    expect(bench.lots.get('A')!.suspended).toEqual(['B-1']);
    bench.apply({ kind: 'lot-released', payload: held });
    expect(bench.lots.get('A')!.suspended).toEqual([]);
    bench.merge('C-1', 'C-2');
    bench.lot('C', 200, []);
    expect(bench.parts('C')).toEqual([['C-2', 200, 200, 0]]);
    expect([...bench.changes.shortened]).toEqual(['C']);
  });

  it('earns by one name what was bound under two', () => {
    const bench = market();
    bench.merge('A-2', 'A-1');
    const allocations = [...bench.market.state.allocations.values()];
    const legs = [{ from: 'Purwokerto', to: 'Padang', mode: 'sea', eta: '2019-03-18' } as const];
    const allocationIds = allocations.map(({ id }) => id);
    bench.apply({ kind: 'shipment-dispatched', payload: { shipmentId: 'S', orderId: 'O1', allocationIds, legs } });
    const items = allocations.map(({ id, quantity }) => ({ allocationId: id, accepted: quantity, damaged: 0 }));
    bench.apply({ kind: 'shipment-received', payload: { shipmentId: 'S', items, moisture: null } });
    const lines = bench.changes.settlements.flatMap((settlement) => settlement.lines);
    expect(lines.some(({ producerId }) => producerId === 'A-2')).toBe(false);
    expect(lines.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(600 * KG);
  });

  it('is found again by who was merged into the duplicate before', () => {
    const bench = market();
    bench.merge('A-1', 'A-2');
    bench.merge('A-2', 'B-1');
    expect([...bench.market.state.merged]).toEqual([
      ['A-1', 'B-1'],
      ['A-2', 'B-1'],
    ]);
    expect(bench.parts('A').map(([id]) => id)).toEqual(['B-1']);
  });

  it('comes to the same when its journal is folded again', () => {
    const bench = market();
    bench.merge('A-2', 'A-1');
    bench.merge('B-2', 'A-1');
    bench.lot('C', 100, []);
    bench.run();
    const folded = new Market(new MarketState('33.02'));
    for (const { input, at } of bench.journal) folded.apply(input, at, new ChangeSet());
    const plain = ({ timers, ...state }: MarketState) => structuredClone({ ...state, timers: [...timers] });
    expect(plain(folded.state)).toEqual(plain(bench.market.state));
  });
});

describe('a merge', () => {
  const refused = (bench: Journalled): string | undefined => bench.changes.merges[0]?.fault;

  it('is refused where it cannot be, and then nothing moves', () => {
    const bench = market();
    bench.merge('A-2', 'B-1');
    const before = structuredClone([...bench.lots.values()]);
    const asked = [
      ['A-1', 'A-1'],
      ['A-2', 'B-2'],
      ['B-2', 'A-2'],
    ] as const;
    const faults = asked.map(([duplicate, keep]) => {
      bench.merge(duplicate, keep);
      return refused(bench);
    });
    expect(faults).toEqual(['SAME', 'MERGED_ALREADY', 'KEPT_WAS_MERGED']);
    expect([...bench.lots.values()]).toEqual(before);
  });

  it('neither lifts a suspension nor suspends: both have to be suspended, or none', () => {
    const bench = market();
    bench.apply({ kind: 'lot-held', payload: { lotId: 'A', cause: 'PRODUCER_SUSPENDED', producerId: 'A-2' } });
    bench.merge('A-2', 'B-1');
    expect(refused(bench)).toBe('ONE_SUSPENDED');
    bench.merge('B-1', 'A-2');
    expect(refused(bench)).toBe('ONE_SUSPENDED');
    bench.apply({ kind: 'lot-held', payload: { lotId: 'B', cause: 'PRODUCER_SUSPENDED', producerId: 'B-1' } });
    bench.merge('A-2', 'B-1');
    expect(refused(bench)).toBeUndefined();
    expect([...bench.lots.values()].map(({ suspended }) => suspended)).toEqual([['B-1'], ['B-1']]);
  });

  it('that is asked for again is answered again, and does nothing', () => {
    const bench = market();
    bench.merge('A-2', 'A-1');
    const before = bench.parts('A');
    bench.merge('A-2', 'A-1');
    expect([bench.parts('A'), bench.changes.merges[0]?.again, refused(bench)]).toEqual([before, true, undefined]);
  });

  it('of a producer that never gave anything moves nothing', () => {
    const bench = market();
    bench.merge('nobody', 'A-1');
    expect([refused(bench), bench.changes.contributions.size]).toEqual([undefined, 0]);
  });
});
