import { beforeAll, describe, expect, it } from 'vitest';
import { addsUp, figuresOf, toText } from '../../tools/story/figures.js';
import { tellStory, type Story } from '../../tools/story/story.js';
import { withTemporarySystem } from '../../tools/system/temporary-system.js';

const KG = 1_000;
const byPartner = (status: (value: string) => boolean, { orders }: Story): [string, number[]][] =>
  orders
    .filter((order) => status(order.status))
    .map(({ partner, lines }): [string, number[]] => [partner, lines.map(({ promised }) => promised)])
    .sort(([a, [most = 0]], [b, [other = 0]]) => (a === b ? most - other : a < b ? -1 : 1));

describe('from an empty system to the rupiah paid out, through the public interfaces alone', () => {
  let story: Story;
  const told: string[] = [];

  beforeAll(async () => {
    story = await withTemporarySystem({ log: 'postgres', durable: false }, (system) =>
      tellStory({ system, tell: (sentence) => told.push(sentence) }),
    );
  });

  it('leaves every figure adding up, and every invariant holding', () => {
    expect(
      figuresOf(story)
        .filter((figure) => !addsUp(figure))
        .map(toText),
    ).toEqual([]);
    expect(story.breaches).toEqual([]);
  });

  it('delivers what was ordered but for what was recalled, however short it came, and pays all whose goods were accepted', () => {
    expect(byPartner((status) => status === 'settled', story)).toEqual([
      ['13.03', [3_000 * KG]],
      ['73', [6_000 * KG]],
      // What was lost of its first order was sent again, recalled on its way, and refused after its need-by.
      ['82.71', [3_880 * KG]],
      ['82.71', [4_000 * KG]],
    ]);
    const delivered = story.settlements.flatMap(({ producers }) => producers);
    expect(delivered.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(16_880 * KG);
    // The agreement's price is the producers' floor price: Rp16,500 a kilogram.
    expect(delivered.reduce((sum, { amount }) => sum + amount, 0)).toBe(278_520_000);
    expect(story.settlements.map(({ owed, paid }) => [owed, paid]).sort(([a = 0], [b = 0]) => a - b)).toEqual([
      [49_500_000, 49_500_000],
      [64_020_000, 64_020_000],
      [66_000_000, 66_000_000],
      [99_000_000, 99_000_000],
    ]);
  });

  it('sends goods of two orders in one container, a part of each sale, and the rest by the next', () => {
    expect(told).toContain('A container for 3 t leaves with 2.595 kg of 2 orders; the rest waits.');
    const [first = '', second = ''] = story.orders
      .filter(({ partner, status }) => partner === '82.71' && status === 'settled')
      .map(({ id }) => id);
    expect(story.load.shipments.map(({ order }) => order).sort()).toEqual([first, second].sort());
  });

  it('recalls a lot whose goods are at sea: their buyer refuses them, owes nothing for them, and gets others while there are', () => {
    const atSea = story.recall.recipients;
    expect(atSea.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(1_045 * KG);
    expect(new Set(atSea.map(({ partner }) => partner))).toEqual(new Set(['82.71']));
    const ids = new Set(atSea.map(({ allocation }) => allocation));
    const sales = story.orders.flatMap(({ lines }) => lines.flatMap(({ allocations }) => allocations));
    const refused = sales.filter(({ id }) => ids.has(id));
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set(['refused-at-arrival']));
    // Of 5,000 kg: what was recalled ashore and nobody else had, and what was refused when nothing was left.
    const second = story.orders.find(({ lines }) => lines[0]?.quantity === 5_000 * KG);
    expect(second?.lines[0]?.unfilled.map(({ code, quantity }) => [code, quantity])).toEqual([
      ['LOT_HELD', 75 * KG],
      ['NO_SURPLUS', 925 * KG],
    ]);
  });

  it('corrects a receipt by two sacks: 50 kg more are owed, to the rupiah', () => {
    const [before, after] = story.correction;
    expect([before, after, after - before]).toEqual([65_175_000, 66_000_000, 50 * 16_500]);
  });

  it('sells under two agreements with one partner, more after the addendum, and nothing after the termination', () => {
    const second = story.orders.find(({ lines }) => lines[0]?.quantity === 5_000 * KG);
    expect(second?.lines[0]?.terms.map(({ freight, promised }) => [freight, promised])).toEqual([
      [2_500, 3_255 * KG],
      [2_200, 350 * KG],
      [2_500, 395 * KG],
    ]);
    expect(told).toContain('18.000 kg of 19.000 kg ordered are promised; not yet: 1.000 kg AGREEMENT_NOT_IN_FORCE.');
    expect(byPartner((status) => status !== 'settled', story)).toEqual([['13.03', [0]]]);
    expect(story.reports).toEqual([
      { partner: '82.71', stage: 'in-force', edition: 2, consumed: 7_530 * KG },
      { partner: '13.03', stage: 'terminated', edition: 1, consumed: 3_000 * KG },
      { partner: '73', stage: 'in-force', edition: 1, consumed: 6_000 * KG },
      { partner: '82.71', stage: 'in-force', edition: 1, consumed: 350 * KG },
    ]);
  });

  it('is told to the end', () => {
    expect(told.filter((sentence) => sentence.startsWith('Report'))).toHaveLength(4);
  });
});
