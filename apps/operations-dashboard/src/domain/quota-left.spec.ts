import { describe, expect, it } from 'vitest';
import { UNCAPPED } from '#kernel/quota-kind.js';
import type { Term } from './market-snapshot.js';
import { quotaUse } from './quota-left.js';

const at = new Date('2019-03-04T02:00:00Z');
const term = (quotaKind: Term['quotaKind']) =>
  ({ id: 'T', origin: '33.02', period: 'day', quota: 100, quotaKind }) as Term;
const cell = { termId: 'T', period: '2019-03-04', capacity: UNCAPPED, consumed: 150 };

describe('what is left of a row', () => {
  it.each([
    ['cap', [], 100, 0],
    ['target', [], UNCAPPED, 0],
    ['target', [cell], UNCAPPED - 150, 150],
    ['unlimited', [cell], UNCAPPED - 150, 150],
    ['cap', [{ ...cell, capacity: 150 }], 0, 150],
  ] as const)('of a %s with %j spent', (quotaKind, cells, left, consumed) => {
    expect(quotaUse(term(quotaKind), cells, at)).toMatchObject({ left, consumed });
  });
});
