import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { bind } from '../src/bind.js';
import type { Market } from '#matching/format/market.js';
import { PromiseBook } from '../src/promise-book.js';
import type { Reason } from '#matching/format/result.js';
import { markets } from './markets.js';
import { lpOptimum, oracle } from './oracle.js';
import { day, randomMarket } from './random-market.js';
import { inTime, relax } from './relax.js';

const seeds = fc.integer({ min: 0, max: 2_000_000_000 });

/** Promises lines what they can have, of which some want more since. */
function promiseSome(market: Market): void {
  const book = new PromiseBook({ ...market, lines: [] });
  for (const line of market.lines.slice(0, 3)) {
    const wanted = line.quantity;
    const { promised, term } = book.promise({ ...line, quantity: Math.ceil(wanted / 2) });
    if (term === null) continue;
    Object.assign(line, { promised, term });
    for (const row of market.terms) {
      if (row.id !== term) continue;
      row.quota -= promised;
      if (row.reserved !== undefined) row.reserved = Math.max(0, row.reserved - promised);
    }
  }
}

/** Rows with 0 < share < quota < line, and one filter that lets nothing through: every gate's gain starts from nothing. */
function shut(market: Market, seed: number): void {
  for (const term of market.terms) {
    term.quota += 2;
    term.reserved = 1 + (seed % (term.quota - 1));
    term.products = term.products.slice(0, 1);
  }
  for (const line of market.lines) {
    line.quantity += 40;
    if (seed % 2 === 0) line.maxLandedPrice = 50;
    else line.needBy = day(-1);
  }
}

type Oracle = Awaited<ReturnType<typeof oracle>>;

/** Relaxes what each reason names, and holds its gain against a linear program. @returns reasons met, by kind and code */
function holdAgainst(highs: Oracle, market: Market, met: Map<string, number>): void {
  const result = bind(market);
  const check = (reason: Reason, of: { lot?: string; line?: string }): void => {
    if (reason.kind === 'cut') expect(reason.gain).toBeGreaterThan(0);
    const other = relax(market, reason, of);
    if (other === null) return;
    met.set(`${reason.kind} ${reason.code}`, (met.get(`${reason.kind} ${reason.code}`) ?? 0) + 1);
    const more =
      lpOptimum(highs, other.market, other.kept, other.facts ?? inTime(other.market)).quantity - result.totals.quantity;
    // A row that is imagined for the sake of one lot may serve a line worse than the row it has.
    const gain = Math.max(0, more);
    // New stock could take the place of promised stock as well; a partly promised line is told of its open part only.
    const part = market.lines.some(({ id, promised }) => id === of.line && promised > 0);
    if (part && reason.gain < gain) return;
    expect(`${JSON.stringify({ of, reason })} ${String(gain)}`).toBe(
      `${JSON.stringify({ of, reason })} ${String(reason.gain)}`,
    );
  };
  for (const { lot, reasons } of result.unsold) for (const reason of reasons) check(reason, { lot });
  for (const { line, reasons } of result.unfilled) for (const reason of reasons) check(reason, { line });
}

describe('reasons', () => {
  it('hold where partners’ shares stand behind a filter that lets nothing through', async () => {
    const highs = await oracle();
    const met = new Map<string, number>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, { lots: 5, lines: 3, terms: 3, shares: true, bands: false });
        shut(market, seed);
        holdAgainst(highs, market, met);
      }),
      markets(300),
    );
    expect(met.get('gate PRICE_ABOVE_CEILING') ?? 0).toBeGreaterThan(50);
    expect(met.get('gate NEED_BY_PASSED') ?? 0).toBeGreaterThan(50);
  });

  it('hold: relaxing a binding sells exactly its gain, as a linear program sees it', async () => {
    const highs = await oracle();
    const met = new Map<string, number>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const market = randomMarket(seed, { lots: 7, lines: 6, terms: 4, shares: seed % 2 === 0 });
        // Far partners and late lots, so that time runs out too.
        if (seed % 4 === 1) for (const term of market.terms) term.transitDays += 6;
        if (seed % 4 === 3) for (const lot of market.lots) lot.availableFrom = day(9);
        // And lines that nobody closed though their day is over.
        if (seed % 8 === 2) for (const line of market.lines) line.needBy = day(-2);
        if (seed % 3 === 0) promiseSome(market);
        holdAgainst(highs, market, met);
      }),
      markets(500),
    );
    for (const code of [
      'cut QUOTA_EXHAUSTED',
      'cut CERTIFICATE_MISSING',
      'gate CERTIFICATE_MISSING',
      'gate AGREEMENT_NOT_IN_FORCE',
      'cut NO_SURPLUS',
      'gate NO_DEMAND',
      'cut NO_DEMAND',
      'gate REGION_NOT_COVERED',
      'gate NEEDED_TOO_SOON',
      'cut NEEDED_TOO_SOON',
      'gate NEED_BY_PASSED',
      'cut PARTNER_SHARE_RESERVED',
      'gate PRICE_ABOVE_CEILING',
      'cut PRICE_ABOVE_CEILING',
    ]) {
      expect([code, (met.get(code) ?? 0) > 5]).toEqual([code, true]);
    }
  });
});
