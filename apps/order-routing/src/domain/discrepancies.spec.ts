import { describe, expect, it } from 'vitest';
import { discrepanciesOf } from './ledger/discrepancies.js';

const goods = (commodity: string, damaged = 0, missing = 0) => ({
  ...{ id: 'A1', commodity, damaged, missing },
  accepted: 1_000 - damaged - missing,
});

describe('what a receipt found wrong', () => {
  it('is what is damaged or missing, by allocation', () => {
    expect(discrepanciesOf([goods('sugar', 20, 5)], null)).toEqual([
      { cause: 'DAMAGED', allocation: 'A1', quantity: 20 },
      { cause: 'MISSING', allocation: 'A1', quantity: 5 },
    ]);
    expect(discrepanciesOf([goods('sugar')], 9_000)).toEqual([]);
  });

  it.each([
    [300, []],
    [null, []],
    [301, [{ cause: 'MOISTURE', allocation: 'A1', quantity: 1_000, limit: 300 }]],
  ])('is moisture above the limit of the goods, to the hundredth: %s', (moisture, found) => {
    expect(discrepanciesOf([goods('granulated-coconut-sugar')], moisture)).toEqual(found);
  });
});
