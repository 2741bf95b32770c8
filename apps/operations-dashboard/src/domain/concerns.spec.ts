import { describe, expect, it } from 'vitest';
import { concerning } from './concerns.js';
import type { MarketSnapshot } from './market-snapshot.js';

const none = { expiresAt: null, certificates: [], unfilled: [], balance: null, judged: null };
const SNAPSHOT = {
  head: { epoch: 'e', sequence: 1 },
  lots: ['33.02', '33.05'].map((origin) => ({ id: `lot ${origin}`, origin, ...none })),
  terms: [
    { id: 'T1', agreementId: 'A1', origin: '33.02', partner: '73' },
    { id: 'T2', agreementId: 'A2', origin: '33.05', partner: '82.71' },
  ],
  agreements: [
    { id: 'A1', origin: '33.02', partner: '73' },
    { id: 'A2', origin: '33.05', partner: '82.71' },
  ],
  promises: [{ lineId: 'L', origin: '33.05', partner: '13.03', ...none }],
  cells: ['T1', 'T2'].map((termId) => ({ termId, period: 'whole', capacity: 1, consumed: 0 })),
  bindings: [{ lotId: 'lot 33.05', partner: '13.03' }],
  contributors: [{ origin: '33.05', commodity: 'sugar', all: 1, paid: 0 }],
  orders: [{ origin: '33.05', partner: '13.03', status: 'received', orders: 1 }],
  producers: ['33.02', '33.05'].map((origin) => ({ origin, kind: 'producer', status: 'draft', producers: 1 })),
  runs: ['33.02', '33.05'].map((origin) => ({ id: `run ${origin}`, origin })),
  dataAt: null,
  appliedAt: null,
} as unknown as MarketSnapshot;

function seenBy(region: string | null): unknown {
  const { lots, terms, agreements, promises, cells, bindings, contributors, orders, producers, runs } = concerning(
    SNAPSHOT,
    region,
  );
  const origins = [lots, terms, agreements, promises, contributors, orders, producers, runs].flatMap((rows) =>
    rows.map((row: { readonly origin: string }) => row.origin),
  );
  return [[...new Set(origins)].sort(), cells.map(({ termId }) => termId), bindings.length];
}

const FIRST = [['33.02'], ['T1'], 0];
const SECOND = [['33.05'], ['T2'], 1];
const BOTH = [['33.02', '33.05'], ['T1', 'T2'], 1];

describe('the markets that concern a region', () => {
  it.each<[string, string | null, unknown]>([
    ['its own, and not its neighbour’s', '33.02', FIRST],
    ['none of a region within it, which keeps its own market', '33', [[], [], 0]],
    ['whom it has terms with', '82.71', SECOND],
    ['whom it has orders with', '13.03', SECOND],
    ['a city, of whose province there are terms', '73.71', FIRST],
    ['a region that has nothing to do with any', '51.01', [[], [], 0]],
    ['all, for whoever looks after the installation', null, BOTH],
  ])('are %s', (_, region, seen) => {
    expect(seenBy(region)).toEqual(seen);
  });
});
