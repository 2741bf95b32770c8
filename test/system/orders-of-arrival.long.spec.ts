import { describe, expect, it } from 'vitest';
import { IN_FORCE, scenario } from './scenario.js';

const LIMIT = 180_000;

describe('in force', () => {
  it.each([
    [['82.71', '13.03', '73']],
    [['82.71', '73', '13.03']],
    [['13.03', '82.71', '73']],
    [['13.03', '73', '82.71']],
    [['73', '82.71', '13.03']],
  ])(
    'finds the maximum in the answers themselves, orders arriving as %s',
    async (orders) => {
      expect(await scenario('in-force', { orders })).toMatchObject(IN_FORCE);
    },
    LIMIT,
  );

  it(
    'does so with all 33,000 producers, and pays everyone whose goods were sold',
    async () => {
      const result = await scenario('in-force', { size: 'full' });
      expect(result).toMatchObject(IN_FORCE);
      expect(result.contributorsPaid).toBeGreaterThan(6_000);
    },
    LIMIT,
  );
});
