import { bind } from '#matching/bind.js';
import { generateMarket, type InstanceShape } from '#matching/generate.js';
import type { Market, Policy } from '#matching/format/market.js';
import { normalise } from '#matching/normalized/normalized-market.js';
import { PromiseBook } from '#matching/promise-book.js';
import { mostQuantity, solve } from '#matching/solve/solve.js';
import { verify } from '#matching/verify/verify.js';
import { equalLots, extreme, oneLot } from './extremes.js';
import { solveParts } from './large.js';
import { cpuMs, memoryMB, ms } from './figures.js';
import { naiveQuantity, solveWithHighs } from './peers.js';
import { againstProgram, wholeLines } from './whole-lines.js';

/**
 * `npm run bench:matching [-- --large]`: JSON lines. Figures of one line come from one run; times are medians.
 * `--large` adds a million lots, over twenty products and as one, all alike, and one lot for a million lines.
 */
const POLICY: Policy = { priceObjective: 'landed', priceTierPercent: 0, fairness: 'none', expiryBucketDays: 30 };
const FAIR: Policy = { ...POLICY, priceTierPercent: 5, fairness: 'max-min' };
const SEED = 3302;
/** Markets that an integer program is asked about, of each size. */
const PROGRAMS = 20;

function instance(lots: number, lines: number, more: Partial<InstanceShape> = {}, seed = SEED): Market {
  return generateMarket(seed, {
    lots,
    lines,
    partners: 20,
    products: 1,
    demandPercent: 110,
    quotaPercent: 95,
    policy: POLICY,
    ...more,
  });
}

function print(line: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function timed(rounds: number, run: () => void): number {
  return median(
    Array.from({ length: rounds }, () => {
      const began = performance.now();
      run();
      return performance.now() - began;
    }),
  );
}

function engineLine(name: string, market: Market, rounds: number): number {
  const solveMs = timed(rounds, () => solve(normalise(market)));
  const fairMs = timed(rounds, () => solve(normalise({ ...market, policy: FAIR })));
  let result = bind(market);
  const explained = Array.from({ length: Math.min(3, rounds) }, () => {
    result = bind(market, { now: () => performance.now() });
    return result.timings.explainMs;
  });
  let verdict = verify(market, result);
  const verifyMs = timed(Math.min(3, rounds), () => (verdict = verify(market, result)));
  const surplus = market.lots.reduce((sum, lot) => sum + lot.quantity, 0);
  const naive = naiveQuantity(market);
  print({
    bench: 'bind',
    instance: name,
    lots: market.lots.length,
    lines: market.lines.length,
    quantity: result.totals.quantity,
    solveMs: ms(solveMs),
    fairMs: ms(fairMs),
    fairRatio: ms(fairMs / solveMs),
    explainMs: ms(median(explained)),
    verifyMs: ms(verifyMs),
    verified: verdict.verified,
    unsold: surplus - result.totals.quantity,
    naiveUnsold: surplus - naive,
    naiveLosesPercent: ms((1 - naive / result.totals.quantity) * 100),
    rssMB: memoryMB(),
  });
  return solveMs;
}

async function againstHighs(): Promise<void> {
  const market = instance(2000, 200);
  const [ours, theirs]: [number[], number[]] = [[], []];
  let same = true;
  for (let pair = 0; pair < 5; pair += 1) {
    let quantity = 0;
    ours.push(timed(1, () => (quantity = solve(normalise(market)).quantity)));
    const other = await solveWithHighs(market);
    theirs.push(other.ms);
    same &&= quantity === other.quantity;
  }
  print({
    bench: 'against HiGHS',
    instance: '2000x200',
    oursMs: ms(median(ours)),
    highsMs: ms(median(theirs)),
    ratio: ms(median(theirs) / median(ours)),
    sameQuantity: same,
  });
}

function promises(lines: number, quotaPercent: number): void {
  const market = instance(33_000, lines, { quotaPercent });
  const best = mostQuantity(normalise(market));
  const book = new PromiseBook({ ...market, lines: [] });
  let placed = 0;
  const times = market.lines.map((line) => {
    const began = performance.now();
    placed += book.promise(line).promised;
    return (performance.now() - began) * 1000;
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => ms(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  print({
    bench: 'promise',
    instance: `33000x${String(lines)}`,
    quotaPercent,
    p50Us: at(0.5),
    p99Us: at(0.99),
    maxUs: at(1),
    ofBatchPercent: ms((placed / best) * 100),
    naivePercent: ms((naiveQuantity(market) / best) * 100),
  });
}

function scaling(): void {
  for (const scale of [1, 2, 4, 8]) {
    const market = instance(8250 * scale, 1000);
    print({
      bench: 'scaling',
      lots: market.lots.length,
      lines: 1000,
      solveMs: ms(timed(3, () => solve(normalise(market)))),
    });
  }
}

async function large(products: number, threads: number): Promise<void> {
  const market = instance(1_000_000, 100_000, { products });
  const marketMB = memoryMB();
  const cpu = process.cpuUsage();
  const began = performance.now();
  const { parts, quantity } = await solveParts(market, threads);
  print({
    bench: 'large',
    lots: 1_000_000,
    lines: 100_000,
    parts,
    threads,
    solveMs: ms(performance.now() - began),
    cpuMs: ms(cpuMs(cpu)),
    quantity,
    marketMB,
    rssMB: memoryMB(),
    peakMB: Math.round(process.resourceUsage().maxRSS / 1024),
  });
}

/** What fairness among equals of a 5 % tier costs against exact prices: never a unit. */
function costOfFairness(name: string, market: Market): void {
  const [exact, fair] = [bind(market).totals, bind({ ...market, policy: FAIR }).totals];
  const cost = (totals: typeof exact): number => Number(totals.goodsCost) + Number(totals.freightCost);
  print({
    bench: 'fairness',
    instance: name,
    priceTierPercent: FAIR.priceTierPercent,
    unitsLost: exact.quantity - fair.quantity,
    landedCostPercent: Math.round((cost(fair) / cost(exact) - 1) * 1_000_000) / 10_000,
    sellingExact: exact.producersSelling,
    sellingFair: fair.producersSelling,
  });
}

// Once unmeasured, so that no figure is the compiler's.
engineLine('warm-up', instance(2000, 200), 3);
await againstHighs();
engineLine('2000x200', instance(2000, 200), 9);
engineLine('33000x1000', instance(33_000, 1000), 7);
engineLine('33000x10000', instance(33_000, 10_000), 5);
costOfFairness('33000x1000', instance(33_000, 1000));
costOfFairness('33000x10000', instance(33_000, 10_000));
for (const [lots, lines] of [
  [2000, 200],
  [10_000, 5000],
] as const) {
  print(wholeLines(instance(lots, lines, { partners: 24, policy: FAIR })));
}
// At most 20 lines that take all or nothing are searched to the end; more are not.
for (const lines of [30, 80]) {
  const seeds = Array.from({ length: PROGRAMS }, (_, n) => SEED + n);
  print(await againstProgram(seeds.map((seed) => instance(40, lines, { partners: 4, demandPercent: 130 }, seed))));
}
for (const lines of [10_000, 1000]) for (const quota of [95, 60, 300]) promises(lines, quota);
scaling();
if (process.argv.includes('--large')) {
  for (const threads of [1, 2]) await large(20, threads);
  await large(1, 1);
  print(extreme('equal lots', equalLots(FAIR)));
  print(extreme('one lot', oneLot(FAIR)));
}
