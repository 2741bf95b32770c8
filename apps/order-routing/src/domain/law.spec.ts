import { describe, expect, it } from 'vitest';
import { CERTIFICATE_RULES, type LegalFacts } from '#kernel/certificate-rules.js';
import { Bench, KG } from '../../test/market-bench.js';
import type { PlacedLine } from './decisions/place-order.js';
import { DEFAULT_POLICY } from './ledger/office-policy.js';

const FOOD: LegalFacts = { asksFor: ['P-IRT'], packs: 'retail', makers: 'micro' };
const DAYS = { of2019: '2019-03-04T02:00:00Z', before: '2026-10-16T02:00:00Z', after: '2026-10-17T02:00:00Z' };

interface Sale {
  readonly law?: Partial<LegalFacts>;
  readonly certificates?: string[];
  readonly use?: PlacedLine['use'];
  readonly day?: keyof typeof DAYS;
}

/** @returns kilograms promised of 300, or the reason with what it wants */
function sold({ law = {}, certificates = [], use = 'resale', day = 'of2019' }: Sale): string {
  const bench = new Bench();
  bench.at = new Date(DAYS[day]);
  bench.law = { ...FOOD, ...law };
  bench.agreement('13.03', 9_000).lot('A', 300, certificates, '2030-03-03');
  const needBy = `${day === 'of2019' ? '2019' : '2026'}-12-20`;
  const { promised, unfilled } = bench.order('13.03', 300, { use, needBy });
  const [reason] = unfilled;
  return reason ? `${reason.code} ${reason.binding.join(' ')} ${String(reason.gain / KG)}` : String(promised / KG);
}

const P_IRT = 'CERTIFICATE_MISSING P-IRT 300';
const HALAL = 'CERTIFICATE_MISSING HALAL 300';

describe('what the law asks of a sale, whatever terms and order ask', () => {
  it.each<[string, Sale, string]>([
    ['food for final consumers needs P-IRT', {}, P_IRT],
    ['and sells with it', { certificates: ['P-IRT'] }, '300'],
    ['or with MD in its place', { certificates: ['MD'] }, '300'],
    ['as raw material it needs none', { use: 'raw-material' }, '300'],
    ['in large packs it needs none', { law: { packs: 'bulk' } }, '300'],
    ['but for repacking it does', { law: { packs: 'bulk' }, use: 'repacking' }, P_IRT],
    ['what is no food needs none', { law: { asksFor: [] } }, '300'],
    [
      'what the office names is asked for of every use',
      { law: { asksFor: ['SNI'] }, use: 'raw-material' },
      'CERTIFICATE_MISSING SNI 300',
    ],
    ['halal is not asked of micro makers the day before it is due', { day: 'before', certificates: ['P-IRT'] }, '300'],
    ['and is on the day', { day: 'after', certificates: ['P-IRT'] }, HALAL],
    ['of raw material too', { day: 'after', use: 'raw-material' }, HALAL],
    ['of medium makers it is since 2024', { day: 'before', certificates: ['P-IRT'], law: { makers: 'medium' } }, HALAL],
    ['with it, it sells', { day: 'after', certificates: ['P-IRT', 'HALAL'] }, '300'],
  ])('%s', (_, sale, expected) => {
    expect(sold(sale)).toBe(expected);
  });

  it('is what the office keeps: another table binds from the moment on that it is kept', () => {
    const bench = new Bench();
    bench.law = FOOD;
    bench.agreement('13.03', 9_000).lot('A', 300, []);
    const { id } = bench.order('13.03', 200);
    expect(bench.line(id).promised).toBe(0);
    bench.apply({ kind: 'policy-changed', payload: { ...DEFAULT_POLICY, certificateRules: [] } });
    expect(bench.line(id).promised).toBe(200 * KG);
    bench.apply({ kind: 'policy-changed', payload: DEFAULT_POLICY });
    expect(bench.market.state.policy.certificateRules).toEqual([]);
    bench.apply({ kind: 'policy-changed', payload: { ...DEFAULT_POLICY, certificateRules: CERTIFICATE_RULES } });
    expect([bench.line(id).promised, bench.line(id).unfilled.map(({ code }) => code)]).toEqual([
      0,
      ['CERTIFICATE_MISSING'],
    ]);
  });

  it('takes what is bound apart when the certificate that it stood on is revoked', () => {
    const bench = new Bench();
    bench.law = FOOD;
    bench.agreement('13.03', 9_000).lot('A', 300, ['P-IRT']);
    bench.order('13.03', 300);
    bench.run();
    expect(bench.market.state.allocations.size).toBe(1);
    const revoked = {
      requestId: 'C1',
      lotId: 'A',
      cause: 'CERTIFICATE_REVOKED',
      quantity: 0,
      certificates: [],
    } as const;
    bench.apply({ kind: 'lot-adjusted', payload: { ...revoked, certificates: [] } });
    expect(bench.market.state.allocations.size).toBe(0);
  });

  it('lets lots of one commodity differ, and names to each what it lacks', () => {
    const bench = new Bench();
    bench.agreement('13.03', 9_000);
    bench.law = { ...FOOD, packs: 'bulk' };
    bench.lot('Bulk', 100, []);
    bench.law = FOOD;
    bench.lot('Retail', 100, []);
    bench.order('13.03', 300);
    bench.run();
    const [run] = bench.changes.runs;
    const unsold = run!.lots.map(({ lotId, allocated, unsold: left }) => [
      lotId,
      allocated / KG,
      left.map((each) => each.binding),
    ]);
    expect(unsold).toEqual([
      ['Bulk', 100, []],
      ['Retail', 0, [['P-IRT']]],
    ]);
  });
});
