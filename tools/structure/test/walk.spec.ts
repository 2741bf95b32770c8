import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../system/root.js';
import { Walker } from '../walk.js';

describe('following an input of the market', () => {
  let walker: Walker;
  beforeAll(() => {
    walker = new Walker(ROOT, { file: 'apps/order-routing/src/domain/market.ts', method: 'apply' });
  });

  it('knows every kind of input', () => {
    expect(walker.kinds()).toEqual(expect.arrayContaining(['order-placed', 'shipment-received', 'time']));
  });

  it('goes through the table of decisions into what this kind touches, and no further down than the ledger', () => {
    const { stays, returns } = walker.follow('withdrawal-requested');
    expect(stays.slice(0, 3)).toEqual(['market.ts', 'decisions', 'ledger']);
    expect(new Set(stays)).toEqual(new Set(['market.ts', 'decisions', 'ledger', 'engine']));
    expect(returns).toBe(stays.length - 4);
  });
});
