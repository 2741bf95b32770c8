import { pathToFileURL } from 'node:url';
import type { Line, Lot, Market } from '#matching/format/market.js';

/**
 * Tries one copy of the engine (argument: its folder) on seeded markets and exits with 1 at the first contradiction:
 * with `verify`, with the linear program, with a promise once given, or by a crash.
 */
const folder = process.argv[2] ?? '';
const load = async <T>(path: string): Promise<T> => (await import(pathToFileURL(`${folder}/${path}`).href)) as T;
const { bind } = await load<typeof import('#matching/bind.js')>('src/bind.js');
const { PromiseBook } = await load<typeof import('#matching/promise-book.js')>('src/promise-book.js');
const { verify } = await load<typeof import('#matching/verify/verify.js')>('src/verify/verify.js');
const { randomMarket, dice, tolled } =
  await load<typeof import('../../../libs/matching/test/random-market.js')>('test/random-market.js');
const { lpOptimum, oracle } = await load<typeof import('../../../libs/matching/test/oracle.js')>('test/oracle.js');

const ROUNDS = 400;
const highs = await oracle();
let removed = '';

/** One unit less is wanted, and one less promised. */
function cancelled(book: InstanceType<typeof PromiseBook>, line: Line, promised: number): void {
  if (promised === 0) return;
  book.cancel(line.id, 1);
  line.quantity -= 1;
}

function contradiction(seed: number): string | null {
  const roll = dice(seed);
  const policies = [{}, { priceTierPercent: 5 }, { priceObjective: 'freight-only' as const, expiryBucketDays: 1000 }];
  const size = seed % 4 === 0 ? { lots: 40, lines: 24, terms: 8 } : { lots: 10, lines: 8, terms: 4 };
  const market = randomMarket(seed, {
    ...size,
    pools: true,
    balances: roll(2) === 0,
    shares: seed % 4 === 3,
    policy: policies[seed % 3] ?? {},
  });
  const book = new PromiseBook({ ...market, lines: [] });
  const held = market.lots.slice(-2);
  removed = '';
  if (roll(2) === 0 && held[0] !== undefined) {
    removed = held[0].id;
    book.takeFromLot(removed, held[0].quantity);
  }
  for (const line of market.lines) {
    const { promised, unfilled } = book.promise(line);
    if (promised + unfilled.reduce((sum, reason) => sum + reason.quantity, 0) !== line.quantity) {
      return 'an answer does not add up';
    }
    if (roll(3) === 0) cancelled(book, line, promised);
  }
  if (!book.servable()) return 'promises cannot be served';
  const known = market.lines.map((line) => ({ line, ...book.topUp(line) }));
  const again = rebuilt(market, known);
  for (const { line } of known) {
    if (again.topUp(line).promised !== book.topUp(line).promised) return 'a rebuilt book promises something else';
  }
  const fresh = new PromiseBook({ ...market, lines: [] });
  const early = market.lines.slice(-Math.ceil(market.lines.length / 2));
  for (const line of early) {
    const { promised, term } = fresh.promise(line);
    const alone = early[0] === line ? lpOptimum(highs, { ...market, lines: [line] }).quantity : promised;
    if (promised !== alone) return 'the first line is not promised what could be sold to it';
    line.promised = promised;
    const row = market.terms.find(({ id }) => id === term);
    if (row === undefined) continue;
    row.quota -= promised;
    if (row.reserved !== undefined) row.reserved = Math.max(0, row.reserved - promised);
  }
  const result = bind(market);
  const { faults } = verify(market, result);
  if (faults[0] !== undefined) return `verify: ${faults[0]}`;
  const best = lpOptimum(highs, market);
  if (best.quantity !== result.totals.quantity) {
    return `linear program: ${String(best.quantity)} units, not ${String(result.totals.quantity)}`;
  }
  const cost = Number(result.totals.goodsCost) + Number(result.totals.freightCost);
  if (seed % 3 === 0 && best.cost !== cost) return `linear program: Rp ${String(best.cost)}, not ${String(cost)}`;
  return null;
}

/** A book over the same promises and what is left of lots and quotas. */
function rebuilt(
  market: Market,
  known: readonly { line: Line; promised: number; term: string | null }[],
): InstanceType<typeof PromiseBook> {
  const lines = known.map(({ line, promised, term }) => ({ ...line, promised, ...(term === null ? {} : { term }) }));
  const terms = market.terms.map((term) => {
    const taken = lines.reduce((sum, line) => sum + (line.term === term.id ? line.promised : 0), 0);
    return { ...term, quota: term.quota - taken, reserved: Math.max(0, (term.reserved ?? 0) - taken) };
  });
  return new PromiseBook({ ...market, lots: market.lots.filter((lot) => lot.id !== removed), terms, lines });
}

/** Small markets in which one thing alone decides: the cheaper row, what is open to it, and stock that comes back. */
function directed(): string | null {
  const market = randomMarket(1, { lots: 1, lines: 1, terms: 1, bands: false });
  const [lot, line, term] = [market.lots[0], market.lines[0], market.terms[0]];
  if (lot === undefined || line === undefined || term === undefined) return 'no sample';
  const row = {
    ...term,
    from: '2026-01-01',
    to: '2027-12-31',
    origin: '33',
    quota: 99,
    certificates: [],
    products: ['sugar'],
    suspended: false,
    transitDays: 0,
  };
  const wish = { ...line, product: 'sugar', quantity: 5, certificates: [], needBy: '2026-12-20', maxLandedPrice: null };
  market.terms = [
    { ...row, id: 'dear', destination: '73', freight: 9 },
    { ...row, id: 'cheap', destination: '91', freight: 1 },
  ];
  market.lots = [
    {
      ...lot,
      product: 'sugar',
      quantity: 5,
      origin: '33.02',
      price: 1,
      certificates: [],
      availableFrom: '2026-11-24',
      bestBefore: '2028-01-01',
    },
  ];
  delete market.lots[0]?.contributions;
  market.lines = [
    { ...wish, id: 'picky', destination: '73', minLifeDays: 30 },
    { ...wish, id: 'easy', destination: '91', minLifeDays: 0 },
  ];
  const { faults } = verify(market, bind(market));
  if (faults[0] !== undefined) return `verify: ${faults[0]}`;
  const shared = tolled();
  const [unfair] = verify(shared, bind(shared)).faults;
  if (unfair !== undefined) return `verify: ${unfair}`;
  const plain = market.lots[0];
  if (plain === undefined) return 'no sample';
  // Shortest paths give the first promise what the second cannot do without, and the new line what is left.
  const kept = { ...wish, destination: '91', minLifeDays: 0 };
  const contested = {
    ...market,
    lots: [plain, { ...plain, id: 'dear', price: 2, certificates: ['HALAL'] }],
    lines: [
      { ...kept, id: 'any', promised: 5, minLifeDays: 30 },
      { ...kept, id: 'poor', promised: 5, maxLandedPrice: 2 },
      { ...kept, id: 'new', certificates: ['HALAL'] },
    ],
  };
  const [broken] = verify(contested, bind(contested)).faults;
  if (broken !== undefined) return `verify: ${broken}`;
  return stockComesBack(market, plain, wish);
}

/** Two promises take both lots that are good for long; one is cancelled, and the third line is asked again. */
function stockComesBack(market: Market, plain: Lot, wish: Line): string | null {
  const book = new PromiseBook({
    ...market,
    lots: [
      plain,
      { ...plain, id: 'halal', certificates: ['HALAL'] },
      { ...plain, id: 'old', bestBefore: '2026-11-25' },
    ],
    lines: [],
  });
  book.promise({ ...wish, id: 'first', destination: '91', minLifeDays: 0 });
  book.promise({ ...wish, id: 'second', destination: '91', minLifeDays: 0 });
  const halal = { ...wish, id: 'halal', destination: '91', minLifeDays: 0, certificates: ['HALAL'] };
  book.promise(halal);
  book.cancel('first');
  return book.topUp(halal).promised === 5 ? null : 'stock that came back is not promised';
}

const first = directed();
if (first !== null) {
  process.stdout.write(`directed: ${first}\n`);
  process.exit(1);
}
for (let seed = 0; seed < ROUNDS; seed += 1) {
  const found = contradiction(seed);
  if (found !== null) {
    process.stdout.write(`seed ${String(seed)}: ${found}\n`);
    process.exit(1);
  }
}
