import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { table } from '#platform/database/table.js';
import { testDatabase } from '#platform/testing/postgres.js';
import { tableFaults } from '#platform/testing/tables.js';

interface Basket {
  readonly id: string;
  readonly packedOn: string;
  readonly weight: number;
  readonly price: number | null;
  readonly labels: readonly string[];
  readonly sold: { readonly to: string } | null;
  readonly lines: readonly string[];
  readonly seal: Buffer | null;
  readonly band: { readonly from: number; readonly to: number } | null;
}

const BASKET = table<Basket>()({
  name: 'basket',
  key: ['id'],
  beside: ['market'],
  fields: {
    id: 'text',
    packedOn: 'date',
    weight: { column: 'grams', kind: 'integer' },
    price: 'integer?',
    labels: 'texts',
    sold: 'json?',
    lines: 'elsewhere',
    seal: 'bytes?',
    band: {
      read: (of) => `CASE WHEN ${of}band_from IS NOT NULL
        THEN json_build_object('from', ${of}band_from, 'to', ${of}band_to) END`,
      columns: {
        band_from: { kind: 'integer?', of: (band) => band?.from },
        band_to: { kind: 'integer?', of: (band) => band?.to },
      },
    },
  },
});

describe('a table that is said once', () => {
  let database: { url: string; drop: () => Promise<void> };
  let client: pg.Client;
  const query = async <Row>(sql: string, parameters: unknown[]): Promise<Row[]> =>
    (await client.query(sql, parameters)).rows as Row[];

  beforeAll(async () => {
    database = await testDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`CREATE TABLE basket (id text PRIMARY KEY, market text NOT NULL, packed_on date NOT NULL,
      grams integer NOT NULL, price integer, labels text[] NOT NULL, sold jsonb, note text, seal bytea, version integer,
      band_from integer, band_to integer, at timestamptz DEFAULT now())`);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const basket: Basket = {
    id: 'A',
    packedOn: '2019-03-04',
    weight: 700,
    price: null,
    labels: ['halal', 'a "b", {c}'],
    sold: { to: '73' },
    lines: ['1'],
    seal: Buffer.from([0, 255, 92]),
    band: { from: 1, to: 2 },
  };
  const read = (): Promise<unknown[]> => query(`SELECT ${BASKET.columns}, market FROM basket ORDER BY id`, []);

  it('writes values and reads the same ones, but for what is kept elsewhere', async () => {
    const { lines: _, ...stored } = basket;
    await BASKET.upsert(client, [basket, { ...basket, id: 'B', price: 9, seal: null, band: null }], {
      market: '33.02',
    });
    expect(await read()).toEqual([
      { ...stored, market: '33.02' },
      { ...stored, id: 'B', price: 9, seal: null, band: null, market: '33.02' },
    ]);
  });

  it('writes a value again over itself, and nothing for no values', async () => {
    await BASKET.upsert(client, [{ ...basket, weight: 1 }], ({ id }) => ({ market: id }));
    await BASKET.upsert(client, [], { market: 'never' });
    expect(await read()).toMatchObject([{ weight: 1, market: 'A' }, { weight: 700 }]);
  });

  it('inserts what is not there yet, and refuses or passes over what is', async () => {
    const tx = { query };
    const [known, fresh] = [basket, { ...basket, id: 'C' }];
    expect(await BASKET.insert(tx, [known, fresh], { market: '73' }, ['id'])).toEqual(['C']);
    expect(await BASKET.insert(tx, [], { market: 'never' })).toEqual([]);
    await expect(BASKET.insert(tx, [fresh], { market: '73' })).rejects.toThrow('duplicate key');
    await client.query(`DELETE FROM basket WHERE id = 'C'`);
  });

  it('reads values as lists within a row', async () => {
    const rows = await query(`SELECT json_agg(${BASKET.json} ORDER BY id) AS baskets FROM basket`, []);
    expect(rows).toMatchObject([{ baskets: [{ weight: 1, packedOn: '2019-03-04', band: { from: 1 } }, { id: 'B' }] }]);
  });

  it('reads values beside those of another table with the same columns', async () => {
    const b = BASKET.as('b');
    const rows = await query(
      `SELECT ${b.columns}, ${b.json} AS again FROM basket a JOIN basket b USING (id) ORDER BY 1`,
      [],
    );
    expect(rows).toMatchObject([{ id: 'A', band: { to: 2 }, again: { id: 'A', band: { to: 2 } } }, { id: 'B' }]);
  });

  it('writes only what is newer, in whatever order versions come', async () => {
    const versioned = table<{ id: string; weight: number; version: number }>()({
      name: 'basket',
      key: ['id'],
      beside: ['market', 'packed_on', 'labels'],
      fields: { id: 'text', weight: { column: 'grams', kind: 'integer' }, version: 'integer' },
    });
    const [id, beside] = ['N', { market: '73', packed_on: '2019-03-04', labels: [] }];
    const weigh = (...versions: number[]): Promise<void> =>
      versioned.upsertNewer(
        client,
        versions.map((version) => ({ id, weight: 10 * version, version })),
        beside,
      );
    await weigh();
    await weigh(2, 3, 1);
    await weigh(3, 2);
    expect(await query(`SELECT grams FROM basket WHERE id = 'N'`, [])).toEqual([{ grams: 30 }]);
    await client.query(`DELETE FROM basket WHERE id = 'N'`);
  });

  it('agrees with the database', async () => {
    expect(await tableFaults(query, [BASKET])).toEqual([]);
  });

  it('is told where the database differs', async () => {
    await client.query(`ALTER TABLE basket DROP labels, ALTER price TYPE text, ALTER sold SET NOT NULL,
      ADD added text`);
    await client.query(`UPDATE basket SET added = ''`);
    await client.query('ALTER TABLE basket ALTER added SET NOT NULL');
    expect((await tableFaults(query, [BASKET])).sort()).toEqual([
      'basket.added is not described',
      'basket.labels is not in the database',
      'basket.price is text, described as integer?',
      'basket.sold may not be null, described as json?',
    ]);
  });

  it('does not compile with a field that is forgotten, unknown, or of another kind', () => {
    const basketOf = table<Basket>();
    const more = {
      packedOn: 'date',
      price: 'integer?',
      labels: 'texts',
      sold: 'json?',
      lines: 'elsewhere',
      seal: 'bytes?',
      band: 'json?',
    } as const;
    const [name, key] = ['basket', ['id']] as const;
    const whole = { id: 'text', weight: 'integer', ...more } as const;
    basketOf({ name, key, fields: whole });
    // @ts-expect-error weight is forgotten
    basketOf({ name, key, fields: { id: 'text', ...more } });
    // @ts-expect-error there is no colour
    basketOf({ name, key, fields: { ...whole, colour: 'text' } });
    // @ts-expect-error a weight is no text
    basketOf({ name, key, fields: { ...whole, weight: 'text' } });
    expect(BASKET.stored.map(({ column }) => column)).toEqual([
      'id',
      'packed_on',
      'grams',
      'price',
      'labels',
      'sold',
      'seal',
      'band_from',
      'band_to',
    ]);
  });
});
