import { beforeAll, describe, expect, it } from '@jest/globals';
import { addsUp, figuresOf, toText } from '../../tools/story/figures.js';
import { tellStory, type Story } from '../../tools/story/story.js';
import { withTemporarySystem } from '../../tools/system/temporary-system.js';

const KG = 1_000;
const byPartner = (status: (value: string) => boolean, { orders }: Story): [string, number[]][] =>
  orders
    .filter((order) => status(order.status))
    .sort((a, b) => (a.partner < b.partner ? -1 : 1))
    .map(({ partner, lines }) => [partner, lines.map(({ promised }) => promised)]);

describe('from an empty system to the rupiah paid out, through the public interfaces alone', () => {
  let story: Story;
  const told: string[] = [];

  beforeAll(async () => {
    story = await withTemporarySystem({ log: 'postgres', durable: false }, (system) =>
      tellStory({ system, tell: (sentence) => told.push(sentence) }),
    );
  }, 180_000);

  it('leaves every figure adding up, and every invariant holding', () => {
    expect(
      figuresOf(story)
        .filter((figure) => !addsUp(figure))
        .map(toText),
    ).toEqual([]);
    expect(story.breaches).toEqual([]);
  });

  it('delivers all that was ordered first, however short it came, and pays everyone whose goods were accepted', () => {
    expect(byPartner((status) => status === 'settled', story)).toEqual([
      ['13.03', [3_000 * KG]],
      ['73', [6_000 * KG]],
      ['82.71', [4_000 * KG]],
    ]);
    const delivered = story.settlements.flatMap(({ producers }) => producers);
    expect(delivered.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(13_000 * KG);
    // The agreement's price is the producers' floor price: Rp16,500 a kilogram.
    expect(delivered.reduce((sum, { amount }) => sum + amount, 0)).toBe(13_000 * 16_500);
  });

  it('sells more after the addendum, and says why no more was sold after the termination', () => {
    expect(byPartner((status) => status !== 'settled', story)).toEqual([
      ['13.03', [0]],
      // The lot without a certificate lay there until its members had theirs.
      ['82.71', [5_000 * KG]],
    ]);
    const refused = story.orders.find(({ partner, status }) => partner === '13.03' && status !== 'settled');
    expect(refused?.lines[0]?.unfilled.map(({ code, quantity }) => [code, quantity])).toEqual([
      ['AGREEMENT_NOT_IN_FORCE', 1_000 * KG],
    ]);
    expect(story.reports).toEqual([
      { partner: '82.71', stage: 'in-force', edition: 2, consumed: 9_000 * KG },
      { partner: '13.03', stage: 'terminated', edition: 1, consumed: 3_000 * KG },
      { partner: '73', stage: 'in-force', edition: 1, consumed: 6_000 * KG },
    ]);
  });

  it('is told to the end', () => {
    expect(told.filter((sentence) => sentence.startsWith('Report'))).toHaveLength(3);
  });
});
