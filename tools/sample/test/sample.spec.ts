import { describe, expect, it } from 'vitest';
import { sampleInput, sampleOrders, scenarioFromFile } from '../index.js';
import type { GroupPlan, MemberPlan } from '../sample-input.js';

const KG = 1_000;

function sum(groups: readonly GroupPlan[], of: (member: MemberPlan) => number): number {
  return groups.flatMap(({ members }) => members).reduce((total, member) => total + of(member), 0);
}

const surplus = (m: MemberPlan): number => m.produced - m.committedToExport - m.committedAtHome - m.held;

describe('the Banyumas sample', () => {
  it.each(['full', 'small'] as const)('%s: makes 30 t, commits 15 t and leaves 15 t, to the gram', (size) => {
    const { groups } = sampleInput('in-force', { size, goods: 'sugar' });
    expect(sum(groups, (m) => m.produced)).toBe(30_000 * KG);
    expect(sum(groups, (m) => m.committedToExport)).toBe(9_000 * KG);
    expect(sum(groups, (m) => m.committedAtHome)).toBe(6_000 * KG);
    expect(groups.map((group) => sum([group], surplus))).toEqual([6_000 * KG, 7_000 * KG, 2_000 * KG]);
    expect(groups.every(({ members }) => members.every((member) => surplus(member) > 0))).toBe(true);
  });

  it('has 33,000 producers, 7,778 of them sugar households, whichever goods are loaded', () => {
    for (const goods of ['sugar', 'all'] as const) {
      const { groups, producersWithoutSurplus } = sampleInput('in-force', { size: 'full', goods });
      const members = groups.flatMap((group) => group.members);
      expect(members.length + producersWithoutSurplus).toBe(33_000);
      expect(new Set(members.map(({ reference }) => reference)).size).toBe(members.length);
      expect(groups.slice(0, 3).map((group) => group.members.length)).toEqual([3_111, 3_630, 1_037]);
      expect(producersWithoutSurplus).toBe(goods === 'all' ? 24_860 : 25_222);
    }
  });

  it('small: 300 households and nobody else', () => {
    const { groups, producersWithoutSurplus } = sampleInput('as-reported', { size: 'small', goods: 'sugar' });
    expect(groups.flatMap(({ members }) => members)).toHaveLength(300);
    expect(producersWithoutSurplus).toBe(0);
  });

  it('is the same each time, marked synthetic, and lives in villages of Banyumas', () => {
    const sample = sampleInput('in-force', { size: 'full', goods: 'all' });
    expect(sampleInput('in-force', { size: 'full', goods: 'all' })).toEqual(sample);
    for (const { name, village } of sample.groups.flatMap(({ members }) => members)) {
      expect(name).toMatch(/\(sintetis\)$/);
      expect(village).toMatch(/^33\.02\.\d\d\.[12]\d{3}$/);
    }
  });

  it('spoils lot A five days sooner, and signs a PKS only in force', () => {
    const inForce = sampleInput('in-force', { size: 'small', goods: 'sugar' });
    expect(inForce.groups.map(({ bestBefore }) => bestBefore)).toEqual(['2021-02-26', undefined, undefined]);
    expect(inForce.pks?.effectiveFrom).toBe('2019-03-01');
    expect(sampleInput('as-reported', { size: 'small', goods: 'sugar' }).pks).toBeUndefined();
  });

  it('orders what the answer key says', () => {
    const orders = sampleOrders('in-force', 'sugar');
    expect(orders.map(({ partner, lines }) => [partner, lines[0]?.quantity, lines[0]?.needBy])).toEqual([
      ['82.71', 4_000, '2019-04-03'],
      ['13.03', 3_000, '2019-04-03'],
      ['73', 6_000, '2019-04-03'],
    ]);
    const all = sampleOrders('in-force', 'all').flatMap(({ lines }) => lines.map(({ commodity }) => commodity));
    expect(all.filter((commodity) => commodity === 'bandol-sandals')).toHaveLength(2);
    expect(all).toHaveLength(7);
  });
});

describe('a scenario file', () => {
  const file = {
    day: '2026-11-24',
    lots: [
      { id: 'A', kg: 100, certificates: ['HALAL', 'P-IRT'] },
      { id: 'B', kg: 1, certificates: [] },
    ],
    partners: [
      {
        code: '73',
        deliverTo: '73.71',
        quotaKg: 50,
        wantsKg: 60,
        certificates: ['HALAL'],
        transitDays: 8,
        lifeDays: 180,
        freightPerKg: 2_000,
      },
    ],
  };

  it('becomes 300 households, its lots and its orders', () => {
    const { sample, orders } = scenarioFromFile(file, 'in-force');
    expect(sample.groups.map((group) => sum([group], surplus))).toEqual([100 * KG, KG]);
    expect(sample.groups.flatMap(({ members }) => members)).toHaveLength(300);
    expect(sample.partners[0]?.terms[0]).toMatchObject({ destination: '73', quota: 50 * KG, transitDays: 8 });
    expect(sample.pks?.effectiveFrom).toBe('2026-11-24');
    expect(orders).toMatchObject([{ partner: '73', lines: [{ quantity: 60, unit: 'kg', needBy: '2026-12-24' }] }]);
  });

  it.each([
    ['no object', [], ': must be an object'],
    ['a day that does not exist', { ...file, day: '2026-02-29' }, '/day: '],
    ['no lots', { ...file, lots: [] }, '/lots: '],
    ['a fraction of a kilogram', { ...file, lots: [{ ...file.lots[0], kg: 1.5 }] }, '/lots/0/kg: '],
    ['two lots of one id', { ...file, lots: [file.lots[0], file.lots[0]] }, '/lots: two lots have the same id'],
    [
      'an unknown certificate',
      { ...file, lots: [{ ...file.lots[0], certificates: ['ISO'] }] },
      '/lots/0/certificates: ',
    ],
    [
      'a field that is missing',
      { ...file, partners: [{ ...file.partners[0], quotaKg: undefined }] },
      '/partners/0/quotaKg: ',
    ],
    ['a field too many', { ...file, lots: [{ ...file.lots[0], price: 1 }] }, '/lots/0/price: '],
    ['a BPS code', { ...file, partners: [{ ...file.partners[0], code: '1303' }] }, '/partners/0/code: '],
    [
      'a place outside the partner',
      { ...file, partners: [{ ...file.partners[0], deliverTo: '74' }] },
      '/partners/0/deliverTo: ',
    ],
  ])('with %s is refused by its pointer', (_, json, message) => {
    expect(() => scenarioFromFile(json, 'in-force')).toThrow(message);
  });
});
