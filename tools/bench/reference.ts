import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const LOTS = 1_000;
const SECONDS = 5;

const SCHEMA = `
CREATE TABLE lot (id int PRIMARY KEY, free bigint NOT NULL CHECK (free >= 0));
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, partner text NOT NULL, placed_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE line (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, partner text NOT NULL, commodity text NOT NULL, quantity bigint NOT NULL);
CREATE TABLE allocation (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, lot_id int NOT NULL, quantity bigint NOT NULL);
CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text NOT NULL, body json NOT NULL);
INSERT INTO lot SELECT n, 1000000000 FROM generate_series(1, ${String(LOTS)}) AS n;
`;

/** One routed order in seven round trips: what a service that does nothing else would send. */
const ORDER = `
\\set lot random(1, ${String(LOTS)})
BEGIN;
INSERT INTO orders (partner) VALUES ('82.71');
INSERT INTO line (partner, commodity, quantity) VALUES ('82.71', 'granulated-coconut-sugar', 100);
INSERT INTO allocation (lot_id, quantity) VALUES (:lot, 100);
UPDATE lot SET free = free - 100 WHERE id = :lot AND free >= 100;
INSERT INTO outbox (key, body) VALUES ('33.02', '{"lineId":"0197","promised":100,"unfilled":[]}');
COMMIT;
`;

/** R: orders a second that pgbench with 8 clients places on the very server that is measured. */
export class Reference {
  private constructor(
    private readonly url: string,
    private readonly script: string,
  ) {}

  /**
   * @param database any database of the server; the reference gets one of its own beside it
   * @param folder for its script
   * @returns undefined where pgbench is not installed: then there is nothing to compare with
   */
  static async open(database: string, folder: string): Promise<Reference | undefined> {
    const known = await promisify(execFile)('pgbench', ['--version']).then(
      () => true,
      () => false,
    );
    if (!known) return undefined;
    const url = new URL(database);
    await run(database, 'CREATE DATABASE serap_reference');
    url.pathname = '/serap_reference';
    await run(url.href, SCHEMA);
    const script = join(folder, 'order.sql');
    await writeFile(script, ORDER);
    return new Reference(url.href, script);
  }

  async perSecond(): Promise<number> {
    const options = ['-n', '-c', '8', '-j', '2', '-T', String(SECONDS), '-f', this.script, this.url];
    const { stdout } = await promisify(execFile)('pgbench', options);
    const found = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (found === undefined) throw new Error(`pgbench said: ${stdout}`);
    return Number(found);
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
