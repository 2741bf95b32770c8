import { describe, expect, it } from 'vitest';
import { DomainError } from '#kernel/domain-error.js';
import type { Paper } from './ledger/load.js';
import { PAPER_RULES, refusePapers, type PaperRule, type Route } from './ledger/paper-rules.js';

const RULE: PaperRule = {
  ...{ id: 'manifest', title: 'Manifes', modes: ['sea'], destinations: ['82'], commodities: ['sugar'] },
  ...{ from: '2020-11-18', basis: 'Permendag 92/2020' },
};
const WAY: Route = {
  destination: '82.71',
  commodities: ['sugar'],
  legs: [{ mode: 'road' }, { mode: 'sea' }],
  on: '2020-11-18',
};
const given: Paper = { kind: 'manifest', number: 'MD-1', missing: null };

function refused(papers: readonly Paper[], route: Partial<Route> = {}, rule: Partial<PaperRule> = {}): string {
  try {
    refusePapers(papers, [{ ...RULE, ...rule }], { ...WAY, ...route });
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
  return 'taken';
}

describe('a paper', () => {
  it('is asked for on its way, by its name', () => {
    expect(refused([])).toContain('Manifes (manifest)');
  });

  it.each<[string, Partial<Route>]>([
    ['by another way', { legs: [{ mode: 'road' }] }],
    ['to another place', { destination: '73.71' }],
    ['of other goods', { commodities: ['chips'] }],
    ['before its day', { on: '2020-11-17' }],
  ])('is not asked for %s', (_, route) => {
    expect(refused([], route)).toBe('taken');
  });

  it('is asked for everywhere by a rule that names no place, goods or day', () => {
    const wide = { destinations: [], commodities: [], from: null };
    expect(refused([], { destination: '73.71', commodities: ['chips'], on: '2019-01-01' }, wide)).not.toBe('taken');
  });

  it('is there with its number, or is missing with a reason; not both, and not twice', () => {
    expect(refused([given])).toBe('taken');
    expect(refused([{ kind: 'manifest', number: null, missing: 'belum terbit' }])).toBe('taken');
    for (const wrong of [[{ ...given, missing: 'x' }], [{ ...given, number: null }], [given, given]]) {
      expect(refused(wrong)).toContain('Name each paper once');
    }
  });

  it('that nobody asks for may be there all the same', () => {
    expect(refused([given, { kind: 'other', number: '1', missing: null }])).toBe('taken');
  });

  it('of the table as shipped has its law', () => {
    expect(PAPER_RULES.map(({ basis }) => basis)).toEqual(['Permendag 92/2020', 'UU 21/2019']);
  });
});
