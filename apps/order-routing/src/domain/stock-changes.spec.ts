import { describe, expect, it } from 'vitest';
import { Bench, KG } from '../../test/market-bench.js';
import type { LotAdjusted } from './decisions/adjust-lot.js';
import type { Line } from './ledger/line.js';
import type { Lot } from './ledger/lot.js';

const reasons = (line: Line): [string, number][] => line.unfilled.map(({ code, quantity }) => [code, quantity]);
const lotOf = (bench: Bench, id: string): Lot => bench.market.state.lots.get(id)!;

/** The balance of a lot in kilograms, of which every rule here must keep the sum. */
function balance(bench: Bench, id: string): Record<string, number> {
  const lot = lotOf(bench, id);
  const { free, held, offered, confirmed, inTransit, delivered, withdrawn, writtenOff } = lot;
  const parts = { free, held, offered, confirmed, inTransit, delivered, withdrawn, writtenOff };
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(lot.declared);
  const given = (part: 'free' | 'held' | 'barred') => lot.contributions.reduce((sum, each) => sum + each[part], 0);
  expect([given('free'), given('held') + given('barred')]).toEqual([free, held]);
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([, quantity]) => quantity > 0)
      .map(([name, quantity]) => [name, quantity / KG]),
  );
}

function withdraw(bench: Bench, lotId: string, kg: number, producerId?: string): number {
  const payload = { requestId: 'W', lotId, quantity: kg * KG, ...(producerId === undefined ? {} : { producerId }) };
  bench.apply({ kind: 'withdrawal-requested', payload });
  const [decided] = bench.changes.lotRequests;
  expect(decided).toMatchObject({ requestId: 'W', lotId, asked: kg * KG });
  return decided!.granted / KG;
}

function adjust(bench: Bench, lotId: string, change: Partial<LotAdjusted>): void {
  const { certificates } = lotOf(bench, lotId);
  bench.apply({
    kind: 'lot-adjusted',
    payload: { requestId: 'A', lotId, cause: 'SPOILED', quantity: 0, certificates, ...change },
  });
}

const hold = (bench: Bench, lotId: string): void => {
  bench.apply({ kind: 'lot-held', payload: { lotId, cause: 'QUALITY' } });
};
const suspend = (bench: Bench, lotId: string, producerId: string, kind: 'lot-held' | 'lot-released' = 'lot-held') => {
  bench.apply({ kind, payload: { lotId, cause: 'PRODUCER_SUSPENDED', producerId } });
};

describe('a statement that is put right', () => {
  it('is less by all that was asked, or stays as it is and tells what no promise needs', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    bench.order('13.03', 700);
    const ask = (kg: number, producerId: string): unknown => {
      const payload = { requestId: 'W', lotId: 'A', quantity: kg * KG, producerId, whole: true };
      bench.apply({ kind: 'withdrawal-requested', payload });
      return bench.changes.lotRequests[0];
    };
    expect(ask(400, 'A-1')).toEqual({ requestId: 'W', lotId: 'A', asked: 400 * KG, granted: 0, available: 300 * KG });
    expect(balance(bench, 'A')).toEqual({ free: 1_000 });
    expect(ask(300, 'A-1')).toEqual({ requestId: 'W', lotId: 'A', asked: 300 * KG, granted: 300 * KG });
    expect(balance(bench, 'A')).toEqual({ free: 700, withdrawn: 300 });
  });

  it('is told that nothing can be had of goods that are gone', () => {
    const bench = new Bench().lot('A', 10, []);
    withdraw(bench, 'A', 10);
    const payload = { requestId: 'W', lotId: 'A', quantity: KG, whole: true };
    bench.apply({ kind: 'withdrawal-requested', payload });
    expect(bench.changes.lotRequests).toEqual([{ requestId: 'W', lotId: 'A', asked: KG, granted: 0, available: 0 }]);
  });
});

describe('goods that come back after their last day', () => {
  it('are written off like those that lay in store', () => {
    const bench = new Bench().agreement('13.03', 900).lot('A', 500, [], '2019-03-20');
    const { orderId } = bench.order('13.03', 300, { needBy: '2019-03-20', minLifeDays: 0 });
    bench.run();
    bench.time('lot-expires', 'A', '2019-03-20T17:00:00Z');
    expect(balance(bench, 'A')).toEqual({ confirmed: 300, writtenOff: 200 });
    bench.at = new Date('2019-03-21T02:00:00Z');
    bench.apply({ kind: 'order-cancelled', payload: { orderId } });
    expect(bench.market.state.timers.get('lot-expires', 'A')).toEqual(bench.at);
    bench.time('lot-expires', 'A', bench.at.toISOString());
    expect(balance(bench, 'A')).toEqual({ writtenOff: 500 });
  });
});

describe('a withdrawal', () => {
  it('gets what waits for a partner, which nobody was promised', () => {
    const bench = new Bench().agreement('13.03', 900, { share: { kg: 400, until: 12 } }).lot('A', 500, []);
    bench.order('13.03', 100);
    expect(withdraw(bench, 'A', 500)).toBe(400);
  });

  it('gets goods that are still being made', () => {
    const bench = new Bench();
    bench.at = new Date('2019-03-02T02:00:00Z');
    expect(withdraw(bench.lot('A', 500, []), 'A', 300)).toBe(300);
  });

  it('gets what is free and no promise needs, and no promise is lowered', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []).lot('B', 500, ['HALAL']);
    const line = bench.order('13.03', 700);
    // Either lot can serve the promise: 800 of A's 1,000 are spare, while B's 500 stay behind it.
    expect(withdraw(bench, 'A', 900)).toBe(800);
    expect(balance(bench, 'A')).toEqual({ free: 200, withdrawn: 800 });
    expect([withdraw(bench, 'A', 1), withdraw(bench, 'B', 1)]).toEqual([0, 0]);
    expect(line.promised).toBe(700 * KG);
  });

  it('leaves alone what has its buyer, and what only this lot can serve', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, ['HALAL']).lot('B', 5_000, []);
    bench.order('13.03', 300, { certificates: ['HALAL'] });
    bench.run();
    bench.order('13.03', 200, { certificates: ['HALAL'] });
    expect(withdraw(bench, 'A', 1_000)).toBe(500);
    expect(balance(bench, 'A')).toEqual({ free: 200, confirmed: 300, withdrawn: 500 });
  });

  it('of one contributor gets no more than that one has there', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    expect(withdraw(bench, 'A', 800, 'A-2')).toBe(500);
    expect(lotOf(bench, 'A').contributions.map(({ free }) => free / KG)).toEqual([500, 0]);
  });

  it('gets what was refused first: nobody waits for it', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, [], '2021-03-03', false).lot('B', 1_000, []);
    bench.order('13.03', 600);
    bench.run();
    const [offered] = [...bench.market.state.allocations.values()].filter(({ lotId }) => lotId === 'A');
    bench.apply({ kind: 'allocation-refused', payload: { allocationId: offered!.id } });
    const refused = lotOf(bench, 'A').held / KG;
    expect(refused).toBeGreaterThan(0);
    expect(withdraw(bench, 'A', refused)).toBe(refused);
    expect(balance(bench, 'A')).toEqual({ free: 1_000 - refused, withdrawn: refused });
  });

  it('of a lot that is not there, or not any more, gets nothing and is answered', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    expect([withdraw(bench, 'X', 5), withdraw(bench, 'A', 1_000), withdraw(bench, 'A', 5)]).toEqual([0, 1_000, 0]);
  });
});

describe('a lot on hold', () => {
  it('keeps the promises that other stock can serve, and takes the rest from the latest', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 600, []).lot('B', 600, []);
    const [first, second] = [bench.order('13.03', 600), bench.order('13.03', 500)];
    hold(bench, 'B');
    expect([first.promised, second.promised]).toEqual([600 * KG, 0]);
    expect(reasons(second)).toEqual([['LOT_HELD', 500 * KG]]);
    expect(balance(bench, 'B')).toEqual({ held: 600 });
    bench.run();
    expect(reasons(second)).toEqual([['LOT_HELD', 500 * KG]]);
    bench.apply({ kind: 'lot-released', payload: { lotId: 'B', cause: 'QUALITY' } });
    expect([second.promised, reasons(second), balance(bench, 'B')]).toEqual([500 * KG, [], { free: 600 }]);
  });

  it('tells another reason for what is still missing after its release', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 600, []);
    const line = bench.order('13.03', 600);
    hold(bench, 'A');
    adjust(bench, 'A', { quantity: 100 * KG });
    expect(reasons(line)).toEqual([['LOT_HELD', 600 * KG]]);
    bench.apply({ kind: 'lot-released', payload: { lotId: 'A', cause: 'QUALITY' } });
    expect([line.promised, reasons(line)]).toEqual([500 * KG, [['NO_SURPLUS', 100 * KG]]]);
  });

  it('keeps what is bound, lets none of it leave, and takes in what comes back', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    bench.run();
    hold(bench, 'A');
    expect([line.promised, line.allocated, balance(bench, 'A')]).toEqual([
      700 * KG,
      700 * KG,
      { held: 300, confirmed: 700 },
    ]);
    const [{ id }] = bench.market.state.allocations.values() as unknown as [{ id: string }];
    const legs = [{ from: 'Purwokerto', to: 'Padang', mode: 'road', eta: '2019-03-09' }] as const;
    const payload = { shipmentId: 'S', orderId: line.orderId, allocationIds: [id], legs };
    expect(() => {
      bench.apply({ kind: 'shipment-dispatched', payload });
    }).toThrow('on quality hold');
    bench.apply({ kind: 'order-cancelled', payload: { orderId: line.orderId } });
    expect(balance(bench, 'A')).toEqual({ held: 1_000 });
  });
});

describe('goods that are spoiled or recalled', () => {
  it('are written off with their cause, what lies there before what is bound', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    bench.run();
    adjust(bench, 'A', { quantity: 300 * KG });
    expect([balance(bench, 'A'), lotOf(bench, 'A').spoiled]).toEqual([{ confirmed: 700, writtenOff: 300 }, 300 * KG]);
    adjust(bench, 'A', { quantity: 100 * KG });
    expect([balance(bench, 'A'), line.promised, line.allocated]).toEqual([{ free: 600, writtenOff: 400 }, 600 * KG, 0]);
    expect(bench.changes.lotRequests).toEqual([{ requestId: 'A', lotId: 'A', asked: 100 * KG, granted: 100 * KG }]);
  });

  it('take all of a recalled lot that has not left, and say so to who loses by it', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []).lot('B', 200, []);
    const line = bench.order('13.03', 700);
    bench.run();
    adjust(bench, 'A', { cause: 'RECALLED', quantity: 1_000 * KG });
    const bound = lotOf(bench, 'B').confirmed / KG;
    expect([balance(bench, 'A'), lotOf(bench, 'A').recalled]).toEqual([{ writtenOff: 1_000 }, 1_000 * KG]);
    expect([line.promised, line.allocated]).toEqual([200 * KG, bound * KG]);
    expect(reasons(line)).toEqual([['LOT_HELD', 500 * KG]]);
    expect([...bench.market.state.cells.values()].map(({ consumed }) => consumed)).toEqual([200 * KG]);
  });
});

describe('a certificate that is revoked', () => {
  it('takes its lots from the lines that want it, bound or not, and from no others', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, ['HALAL']);
    const picky = bench.order('13.03', 400, { certificates: ['HALAL'] });
    const easy = bench.order('13.03', 300);
    bench.run();
    bench.lot('B', 100, ['HALAL']);
    adjust(bench, 'A', { cause: 'CERTIFICATE_REVOKED', certificates: [] });
    expect([picky.promised, easy.promised, easy.allocated]).toEqual([100 * KG, 300 * KG, 300 * KG]);
    expect(reasons(picky)).toEqual([['CERTIFICATE_MISSING', 300 * KG]]);
    expect(bench.changes.lotRequests).toEqual([]);
    balance(bench, 'A');
  });

  it('counts also where it only ends sooner than the goods are needed', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, ['HALAL']);
    const line = bench.order('13.03', 400, { certificates: ['HALAL'] });
    bench.run();
    adjust(bench, 'A', { cause: 'CERTIFICATE_REVOKED', certificates: [{ kind: 'HALAL', until: '2019-04-02' }] });
    expect([line.promised, line.allocated, balance(bench, 'A')]).toEqual([0, 0, { free: 1_000 }]);
  });
});

describe('a producer who is suspended', () => {
  it('leaves its lot with its part, bound or not, until it is verified again', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    bench.run();
    suspend(bench, 'A', 'A-2');
    expect([line.promised, line.allocated, balance(bench, 'A')]).toEqual([500 * KG, 0, { free: 500, held: 500 }]);
    expect(reasons(line)).toEqual([['PRODUCER_SUSPENDED', 200 * KG]]);
    bench.run();
    expect([line.allocated, lotOf(bench, 'A').contributions.map(({ barred }) => barred / KG)]).toEqual([
      500 * KG,
      [0, 500],
    ]);
    suspend(bench, 'A', 'A-2', 'lot-released');
    expect([line.promised, reasons(line), balance(bench, 'A')]).toEqual([700 * KG, [], { free: 500, confirmed: 500 }]);
  });

  it.each([
    ['a contributor', ['A-2'], 500],
    ['the seller', ['coop-A'], 1_000],
  ])('who is not verified waits from the start, where the office says so: %s', (_, heldFor, kg) => {
    const bench = new Bench().agreement('13.03', 9_000);
    bench.heldFor = heldFor;
    const line = bench.order('13.03', 700);
    bench.lot('A', 1_000, []);
    const others = 1_000 - kg;
    expect([line.promised, balance(bench, 'A')]).toEqual([
      others * KG,
      others > 0 ? { free: others, held: kg } : { held: kg },
    ]);
    suspend(bench, 'A', heldFor[0]!, 'lot-released');
    expect([line.promised, balance(bench, 'A')]).toEqual([700 * KG, { free: 1_000 }]);
  });

  it('takes the whole lot along where it is the seller', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    const line = bench.order('13.03', 700);
    suspend(bench, 'A', 'coop-A');
    expect([line.promised, balance(bench, 'A')]).toEqual([0, { held: 1_000 }]);
    expect(reasons(line)).toEqual([['PRODUCER_SUSPENDED', 700 * KG]]);
  });

  it('stays out when its lot’s hold ends, and the other way round', () => {
    const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, []);
    hold(bench, 'A');
    suspend(bench, 'A', 'A-1');
    bench.apply({ kind: 'lot-released', payload: { lotId: 'A', cause: 'QUALITY' } });
    expect(balance(bench, 'A')).toEqual({ free: 500, held: 500 });
  });
});

it('a lot on hold that expires is written off as expired', () => {
  const bench = new Bench().agreement('13.03', 9_000).lot('A', 1_000, [], '2019-03-20');
  hold(bench, 'A');
  bench.time('lot-expires', 'A', '2019-03-20T17:00:00Z');
  expect([balance(bench, 'A'), lotOf(bench, 'A').expired]).toEqual([{ writtenOff: 1_000 }, 1_000 * KG]);
});
