import { describe, expect, it } from 'vitest';
import { CERTIFICATE_RULES, type CertificateRule } from '#kernel/certificate-rules.js';
import { DomainError } from '#kernel/domain-error.js';
import { Bench, KG } from '../../../test/market-bench.js';
import type { WhatIfView } from './compared.js';
import type { Supposed } from './supposed.js';
import { whatIf } from './what-if.js';

/** 700 kg with P-IRT, of which Ternate's quota lets 300 through and Sijunjung wants 200; 100 kg without. */
function market(): Bench {
  const bench = new Bench();
  bench.law = { asksFor: ['P-IRT'], packs: 'retail', makers: 'micro' };
  bench.agreement('82.71', 300).agreement('13.03', 1_000);
  bench.lot('A', 700, ['P-IRT']).lot('C', 100, []);
  bench.order('82.71', 500);
  bench.order('13.03', 200);
  return bench;
}

function ask(supposed: Supposed, bench = market()): WhatIfView {
  return whatIf(bench.market.state, bench.at, supposed);
}

/** Kilograms sold of sugar: today, and then. */
function sold({ commodities }: WhatIfView): number[] {
  return commodities.flatMap(({ today, then }) => [today.sold / KG, then.sold / KG]);
}

function refused(supposed: Supposed): readonly { pointer: string }[] {
  try {
    ask(supposed);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.faults;
  }
}

describe('what if', () => {
  it('nothing were otherwise: the market is as it is', () => {
    const view = ask({});
    expect(sold(view)).toEqual([500, 500]);
    expect(view.lines.total + view.lots.total + view.households.gaining + view.households.losing).toBe(0);
    expect(view.proof.then).toEqual({ verified: true, upperBound: 500 * KG, gap: 0, unproved: [] });
  });

  it('a quota were raised: what it sells, to whom, and of whom', () => {
    const view = ask({ terms: [{ term: 'T-82.71', quota: 400 * KG }] });
    expect(view.commodities).toEqual([
      {
        commodity: 'sugar',
        unit: 'GRAM',
        today: { surplus: 800 * KG, sold: 500 * KG, unsold: 300 * KG, goods: 500 * 16_500, households: 2 },
        then: { surplus: 800 * KG, sold: 600 * KG, unsold: 200 * KG, goods: 600 * 16_500, households: 2 },
      },
    ]);
    expect(view.lines.items).toMatchObject([
      { line: 'O1-1', partner: '82.71', promised: 300 * KG, today: 300 * KG, then: 400 * KG },
    ]);
    expect(view.lots.items).toMatchObject([{ lot: 'A', seller: 'coop-A', today: 500 * KG, then: 600 * KG }]);
    expect(view.households).toEqual({ gaining: 2, losing: 0 });
  });

  it('a lot gained a certificate: nothing more, while quota and demand are what stops it', () => {
    expect(sold(ask({ certificates: [{ kind: 'P-IRT', lots: ['C'] }] }))).toEqual([500, 500]);
    const both: Supposed = { terms: [{ term: 'T-82.71', quota: 600 * KG }], certificates: [{ kind: 'P-IRT' }] };
    expect(sold(ask(both))).toEqual([500, 700]);
  });

  it('a contributor alone gained it: its part is sold', () => {
    const bench = new Bench();
    bench.law = { asksFor: ['P-IRT'], packs: 'retail', makers: 'micro' };
    bench.agreement('82.71', 300).lot('C', 100, []);
    bench.order('82.71', 100);
    expect(sold(ask({ certificates: [{ kind: 'P-IRT', producers: ['C-1'] }] }, bench))).toEqual([0, 50]);
  });

  it('the buyer used the goods as raw material: no certificate stops them', () => {
    const bench = new Bench();
    bench.law = { asksFor: ['P-IRT'], packs: 'retail', makers: 'micro' };
    bench.agreement('82.71', 300).lot('C', 100, []);
    bench.order('82.71', 100);
    expect(sold(ask({ lines: [{ line: 'O1-1', use: 'raw-material' }] }, bench))).toEqual([0, 100]);
  });

  it('a partner more bought under an agreement of its own', () => {
    const newTerms: Supposed['newTerms'] = [
      {
        ...{ destination: '73.71', commodity: 'sugar', unit: 'GRAM', quota: 150 * KG, period: 'day' },
        ...{ minimumLot: 0, freight: 0, transitDays: 2, certificates: [] },
      },
    ];
    const demand: Supposed['demand'] = [
      {
        ...{ partner: '73.71', commodity: 'sugar', quantity: 0.5, unit: 'ton', maxLandedPrice: null, certificates: [] },
        ...{ needBy: '2019-04-03', minLifeDays: 0, partial: true, use: 'resale' },
      },
    ];
    const view = ask({ newTerms, demand });
    expect(sold(view)).toEqual([500, 650]);
    const [line] = view.lines.items;
    expect(line).toMatchObject({ order: 'what-if-1', partner: '73.71', promised: 0, today: 0, then: 150 * KG });
    expect(line?.unfilled).toMatchObject([{ code: 'QUOTA_EXHAUSTED', quantity: 350 * KG }]);
  });

  it('an agreement were suspended: who has a promise keeps it, and what it would have sold more is not sold', () => {
    const bench = market();
    bench.agreement('73.71', 1_000, { stage: 'joint-agreement-signed' });
    bench.order('73.71', 100);
    expect(sold(ask({ agreements: [{ agreement: 'A-73.71', stage: 'in-force' }] }, bench))).toEqual([500, 600]);
  });

  it('an agreement had ended: its promises would be lost, by name', () => {
    const view = ask({ agreements: [{ agreement: 'A-13.03', stage: 'terminated' }] });
    expect(sold(view)).toEqual([500, 300]);
    expect(view.lines.items).toMatchObject([{ line: 'O2-1', promised: 200 * KG, today: 200 * KG, then: 0 }]);
    expect(view.lines.items[0]?.unfilled).toMatchObject([{ code: 'AGREEMENT_NOT_IN_FORCE' }]);
    expect(view.households).toEqual({ gaining: 0, losing: 2 });
  });

  it('more goods were there, like those that are', () => {
    const raised = { terms: [{ term: 'T-82.71', quota: 5_000 * KG }], lines: [{ line: 'O1-1', quantity: 900 * KG }] };
    expect(sold(ask(raised))).toEqual([500, 700]);
    const surplus = [{ commodity: 'sugar', quantity: '250', unit: 'kg' }] as const;
    expect(sold(ask({ ...raised, surplus }))).toEqual([500, 950]);
  });

  it('prices, policy and dates were otherwise', () => {
    const bench = market();
    const line = bench.order('13.03', 150, { maxLandedPrice: 17_000 });
    expect(line.promised).toBe(0);
    expect(sold(ask({ lines: [{ line: line.id, maxLandedPrice: null }] }, bench))).toEqual([500, 650]);
    const cheaper = market();
    cheaper.order('13.03', 150, { maxLandedPrice: 17_000 });
    const supposed: Supposed = { lots: [{ lot: 'A', floorPrice: 15_000 }], policy: { priceObjective: 'landed' } };
    expect(sold(ask(supposed, cheaper))).toEqual([500, 650]);
  });

  it('the law asked for something else: for nothing, or for halal from today on', () => {
    const askWith = (certificateRules: readonly CertificateRule[]): WhatIfView => {
      const bench = new Bench();
      bench.law = { asksFor: ['P-IRT'], packs: 'retail', makers: 'micro' };
      bench.agreement('82.71', 1_000).lot('A', 300, ['P-IRT']).lot('C', 100, []);
      bench.order('82.71', 300);
      bench.order('82.71', 100);
      return ask({ policy: { certificateRules } }, bench);
    };
    expect(sold(askWith([]))).toEqual([300, 400]);
    const halal: CertificateRule = {
      ...{ id: 'halal', kinds: ['HALAL'], products: ['P-IRT'], packs: ['retail', 'bulk'], uses: ['resale'] },
      ...{ makers: ['micro'], from: '2019-03-04', basis: 'PP 42/2024' },
    };
    const view = askWith([...CERTIFICATE_RULES, halal]);
    expect(sold(view)).toEqual([300, 0]);
    expect(view.lines.items).toMatchObject([{ promised: 300 * KG, today: 300 * KG, then: 0 }]);
    const later = { ...halal, from: '2019-03-05' };
    expect(sold(askWith([...CERTIFICATE_RULES, later]))).toEqual([300, 300]);
  });

  it('held goods were released', () => {
    const bench = market();
    bench.apply({ kind: 'lot-held', payload: { lotId: 'A', cause: 'QUALITY' } });
    expect(sold(ask({ lots: [{ lot: 'A', released: true }] }, bench))).toEqual([0, 500]);
  });

  it('names what is not in the market', () => {
    expect(refused({ terms: [{ term: 'T-1', quota: 1 }] })).toMatchObject([{ pointer: '/terms/0/term' }]);
    expect(refused({ lines: [{ line: 'O9-1' }] })).toMatchObject([{ pointer: '/lines/0/line' }]);
    expect(refused({ lines: [{ line: 'O1-1', quantity: 1 }] })).toMatchObject([{ pointer: '/lines/0/quantity' }]);
    expect(refused({ lots: [{ lot: 'Z' }] })).toMatchObject([{ pointer: '/lots/0/lot' }]);
    expect(refused({ certificates: [{ kind: 'SNI', lots: ['Z'] }] })).toMatchObject([
      { pointer: '/certificates/0/lots/0' },
    ]);
    expect(refused({ certificates: [{ kind: 'SNI', commodity: 'salt' }] })).toMatchObject([
      { pointer: '/certificates/0' },
    ]);
    expect(refused({ surplus: [{ commodity: 'salt', quantity: 1, unit: 'kg' }] })).toMatchObject([
      { pointer: '/surplus/0/commodity' },
    ]);
    expect(refused({ surplus: [{ commodity: 'sugar', quantity: 1, unit: 'pair' }] })).toMatchObject([
      { pointer: '/surplus/0/quantity' },
    ]);
    expect(refused({ agreements: [{ agreement: 'A-1', stage: 'suspended' }] })).toMatchObject([
      { pointer: '/agreements/0/agreement' },
    ]);
  });

  it('is asked after what is due by then: the new day has its own quota, and what has ended is gone', () => {
    const bench = market();
    bench.lot('D', 60, ['P-IRT'], '2019-03-04');
    bench.run();
    const tomorrow = new Date('2019-03-05T02:00:00Z');
    const view = whatIf(bench.market.state, tomorrow, {});
    expect(sold(view)).toEqual([700, 700]);
    // What ended with the day is written off.
    expect(view.commodities[0]?.today.surplus).toBe(800 * KG);
  });
});
