import { describe, expect, it } from 'vitest';
import type { CommodityFlows } from '../src/api/types.js';
import { layOut, type FlowLayout, type Measures } from '../src/operations/flow-layout.js';
import { describe as tell, lotLines, targetLines, wrap } from '../src/operations/flow-words.js';
import { Say } from '../src/words/say.js';

const lot = (label: string, quantity: number, bands: [string, number][], unsold: [string, number][]) => ({
  id: `lot-${label}`,
  label,
  quantity,
  bound: bands.reduce((sum, [, part]) => sum + part, 0),
  certificates: label === 'C' ? [] : ['HALAL'],
  bands: bands.map(([partner, part]) => ({
    partner,
    termId: 't',
    status: 'confirmed',
    quantity: part,
    orders: 2,
    contributors: 30,
  })),
  unsold: unsold.map(([code, part]) => ({ code, quantity: part })),
});

const FLOWS = {
  origin: '33.02',
  commodity: 'granulated-coconut-sugar',
  unit: 'GRAM',
  lots: [
    lot('A', 6_000_000, [['73', 6_000_000]], []),
    lot(
      'B',
      7_000_000,
      [
        ['82.71', 3_500_000],
        ['13.03', 3_000_000],
      ],
      [['AWAITING_BIND', 500_000]],
    ),
    lot('C', 2_000_000, [], [['CERTIFICATE_MISSING', 2_000_000]]),
  ],
  goods: [],
  partners: [{ partner: '82.71', bottlenecks: ['quota'] }],
} as unknown as CommodityFlows;

const MEASURES: Measures = { body: 300, gap: 20, above: () => 0, least: () => 0 };
const say = new Say('id', { '82.71': { kind: 'city', name: 'Ternate' } });

const overlaps = (nodes: FlowLayout['lots']) =>
  nodes.some((node, index) => index > 0 && node.y < (nodes[index - 1]?.y ?? 0) + (nodes[index - 1]?.height ?? 0));

describe('the drawing of the flow', () => {
  const layout = layOut(FLOWS, MEASURES);

  it('gives each quantity its share of the height, on both sides', () => {
    expect(layout.lots.map(({ height }) => Math.round(height))).toEqual([120, 140, 40]);
    expect(layout.targets.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(300);
    expect(layout.bands.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(300);
  });

  it('has what is sold first, then what waits, then what is left, and nothing over another', () => {
    const leftFirst = layOut({ ...FLOWS, lots: [...FLOWS.lots].reverse() }, MEASURES);
    expect(leftFirst.targets.map(({ kind }) => kind)).toEqual(['sold', 'sold', 'sold', 'waiting', 'unsold']);
    expect(layout.targets.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'sold 73',
      'sold 82.71',
      'sold 13.03',
      'waiting AWAITING_BIND',
      'unsold CERTIFICATE_MISSING',
    ]);
    expect([overlaps(layout.lots), overlaps(layout.targets)]).toEqual([false, false]);
  });

  it('keeps the bands of a lot within it, one below the other', () => {
    const ofB = layout.bands.filter(({ from }) => from === 'lot-B');
    const { y, height } = layout.lots.find(({ id }) => id === 'lot-B')!;
    expect(ofB.map(({ fromY }) => Math.round(fromY - y))).toEqual([0, 70, 130]);
    expect(Math.max(...ofB.map((band) => band.fromY + band.height))).toBeCloseTo(y + height);
  });

  it('leaves room for labels, and stays a line where a quantity is too small to be seen', () => {
    const tall = layOut(FLOWS, { ...MEASURES, least: () => 60, above: () => 30 });
    expect(tall.height).toBeGreaterThan(layout.height);
    const thin = layOut(
      { ...FLOWS, lots: [lot('A', 9_999_999, [['73', 9_999_999]], []), lot('B', 1, [], [['NO_DEMAND', 1]])] as never },
      MEASURES,
    );
    expect(thin.lots.map(({ height }) => height >= 2)).toEqual([true, true]);
  });

  it('is empty without goods', () => {
    expect(layOut({ ...FLOWS, lots: [] }, MEASURES)).toEqual({ lots: [], targets: [], bands: [], height: 0 });
  });
});

describe('words of the drawing', () => {
  it('name a lot with what it holds, and a partner with what is full', () => {
    expect(lotLines('lot-A', FLOWS, say)).toEqual(['Lot A', '6.000 kg', 'halal']);
    expect(lotLines('lot-C', FLOWS, say)).toEqual(['Lot C', '2.000 kg', 'tanpa sertifikat']);
    expect(targetLines({ id: '82.71', kind: 'sold' }, FLOWS, say)).toEqual(['Ternate', '3.500 kg', '▌kuota penuh']);
    expect(targetLines({ id: 'CERTIFICATE_MISSING', kind: 'unsold' }, FLOWS, say)).toEqual([
      'Tanpa sertifikat',
      '2.000 kg',
    ]);
  });

  it('tell of a band where it goes and who has a part in it', () => {
    const told = layOut(FLOWS, MEASURES).bands.map((band) => tell(band, FLOWS, say));
    expect(told.find((text) => text.includes('Ternate'))).toMatch(
      /^Lot B → Ternate: 3\.500 kg, .*30 produsen, 2 pesanan/,
    );
    expect(told.at(-1)).toBe('Lot C: 2.000 kg belum terserap, tanpa sertifikat.');
  });

  it('break between words alone', () => {
    expect(wrap('kesanggupan belum ditetapkan', 12)).toEqual(['kesanggupan', 'belum', 'ditetapkan']);
    expect(wrap('a b c d', 3)).toEqual(['a b', 'c d']);
  });
});
