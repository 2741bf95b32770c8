import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsRead } from '#platform/testing/rows-read.js';
import { fillRegistry } from './fill-registry.js';
import { startRegistry, type Registry } from './registry.js';

const PRODUCERS = 10_000;
const idOf = (letter: string, n: number): string => `${letter.repeat(8)}-0000-7000-8000-${String(n).padStart(12, '0')}`;
const LATE = 7_500;
const COOPERATIVE = { role: 'cooperative', aggregator: idOf('a', 1) } as const;

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
  await fillRegistry(registry, PRODUCERS);
});
afterAll(() => registry.stop());

async function read(path: string, how: { readonly role?: 'cooperative'; readonly aggregator?: string } = {}) {
  let items = -1;
  const rows = await rowsRead(registry.dataSource, async () => {
    const { status, body } = await registry.get(path, how);
    expect(status).toBe(200);
    items = body.items.length;
  });
  return { items, rows };
}

describe('a page of a list reads what it shows, and not the table', () => {
  it.each([
    ['/producers', 100],
    [`/producers?cursor=${idOf('a', LATE)}`, 100],
    ['/producers?status=suspended', 100],
    ['/producers?status=closed', 0],
    ['/producers?kind=aggregator', 3],
    ['/producers?reference=R-4321', 1],
    ['/producers?nib=0000000004323', 1],
    ['/certificates', 100],
    [`/certificates?cursor=${idOf('b', LATE)}`, 100],
    ['/certificates?status=recorded', 100],
    ['/certificates?status=revoked', 0],
    ['/certificates?endingBy=2018-02-01', 0],
    [`/certificates?producer=${idOf('a', 4_321)}`, 1],
    ['/certificates/ending?days=60', 100],
    [`/certificates/ending?days=60&cursor=${idOf('b', 1_295)}`, 100],
    ['/coaching', 100],
    ['/coaching?kind=certification', 0],
    ['/coaching?from=2020-02-01', 0],
    [`/coaching?producer=${idOf('a', 4_321)}`, 1],
    ['/lots', 100],
    ['/lots?order=newest', 100],
    [`/lots?cursor=${idOf('e', LATE)}`, 100],
    ['/lots?commodity=batik', 98],
    ['/lots?commodity=tea', 0],
    [`/lots?seller=${idOf('a', 4_321)}`, 1],
    [`/lots?contributor=${idOf('a', 4_321)}`, 1],
    ['/products', 100],
    ['/products?commodity=tea', 0],
    ['/lot-requests', 100],
    [`/lot-requests?lot=${idOf('e', 4_321)}`, 1],
  ])('%s', async (path, items) => {
    const seen = await read(path);
    expect(seen.items).toBe(items);
    // A lot stands with its seller and its balance.
    expect(seen.rows).toBeLessThanOrEqual(400);
  });
});

describe('a search reads what it may find, and not the table', () => {
  it.each([
    ['/producers?name=siti', 100],
    ['/producers?name=iti%20b', 28],
    ['/producers?name=q4z', 0],
    ['/producers?search=siti', 100],
    [`/producers?search=siti&cursor=${idOf('a', LATE)}`, 100],
    ['/producers?search=iti%20b', 28],
    ['/producers?search=q4z', 0],
    ['/producers?search=siti&status=suspended', 0],
    ['/producers?search=kedungbanteng', 100],
    ['/producers?within=33.02.10.2001', 29],
    ['/producers?within=33.02.10', 100],
    ['/producers?within=33.02', 100],
  ])('%s', async (path, items) => {
    const seen = await read(path);
    expect(seen.items).toBe(items);
    // A sixteenth is called Siti, and a district has up to a twentieth: nobody finds a hundred of them sooner.
    expect(seen.rows).toBeLessThanOrEqual(3_000);
  });
});

describe('what a cooperative reads is bounded by its members', () => {
  it.each([
    ['/producers', 100],
    [`/producers?cursor=${idOf('a', LATE)}`, 100],
    ['/producers?status=suspended', 0],
    ['/producers?name=q4z', 0],
    ['/lots', 1],
    ['/lot-requests', 1],
  ])('%s', async (path, items) => {
    const seen = await read(path, COOPERATIVE);
    expect(seen.items).toBe(items);
    expect(seen.rows).toBeLessThanOrEqual(2 * (PRODUCERS / 20 + 1));
  });

  it('and so are its members, as an officer lists them', async () => {
    const seen = await read(`/producers?memberOf=${COOPERATIVE.aggregator}&cursor=${idOf('a', LATE)}`);
    expect(seen.items).toBe(100);
    expect(seen.rows).toBeLessThanOrEqual(2 * (PRODUCERS / 20));
  });
});

it('finds who looks like one by one pass over what may stand twice, and no pairs but those', async () => {
  const seen = await read('/merge-proposals');
  expect(seen.items).toBe(20);
  // Each NIK and each NIB once: by its index, or by the table where that is as short.
  expect(seen.rows).toBeLessThanOrEqual(2 * PRODUCERS);
});

it.each([
  ['100%25 a_b\\', 1],
  ['0%25 A_B', 1],
  ['%25', 1],
  ['_', 1],
  ['\\', 1],
])('takes %s of a search as it is written, and not as a pattern', async (text, items) => {
  await registry.dataSource.query(`UPDATE producer SET name = '100% A_b\\' WHERE id = $1`, [idOf('a', 5_000)]);
  const named = await registry.get(`/producers?name=${text.replace('\\', '%5C')}`, { region: '33.03' });
  expect(named.body.items).toHaveLength(items);
});
