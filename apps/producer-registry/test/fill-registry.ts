import { Vault } from '#platform/database/vault.js';
import { regionRows } from '#platform/regions/region-list.js';
import type { Registry } from './registry.js';

/** A uuid made of a letter and a number; those of one letter are in the numbers' order. */
const id = (letter: string, n: string): string =>
  `('${letter.repeat(8)}-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

/** Every twentieth producer is of Purbalingga (33.03), all others of Banyumas (33.02), in its villages in turn. */
const PRODUCERS = `
INSERT INTO producer (id, origin, reference, kind, form, name, village, umkm_class, umkm_rule, umkm_as_of, workers_total,
  workers_women, workers_youth, nib, nik_sealed, nik_fingerprint, nik_purpose, health_insured, standing_consent, status, version)
SELECT ${id('a', 'n')}, CASE WHEN n % 20 = 0 THEN '33.03' ELSE '33.02' END, 'R-' || n,
  CASE WHEN n <= 3 THEN 'aggregator' ELSE 'producer' END, CASE WHEN n <= 3 THEN 'cooperative' END,
  (array['Siti','Budi','Tri','Sri','Wahyu','Dewi','Agus','Nur','Eko','Rina','Tuti','Joko','Yuni','Slamet','Karsini','Rasun'])[1 + n % 16]
    || ' ' || initcap(translate(md5(n::text), '0123456789', 'aiueonrsta')),
  CASE WHEN n % 20 = 0 THEN '33.03.01.2001' ELSE ($2::text[])[1 + n % cardinality($2::text[])] END,
  'micro', 'PP 7/2021', '2019-01-01', 1, 0, 0, CASE WHEN n % 3 = 0 THEN lpad(n::text, 13, '0') END,
  $3::bytea, sha256(n::text::bytea), 'registration', true, true, CASE WHEN n % 100 = 7 THEN 'suspended' WHEN n % 10 = 9 THEN 'draft' ELSE 'verified' END, 1
FROM generate_series(1, $1::int) AS n`;

const REST = [
  `INSERT INTO member SELECT ${id('a', '1')}, ${id('a', 'n')} FROM generate_series(21, $1::int, 20) AS n`,
  `INSERT INTO certificate (id, producer_id, origin, kind, number, products, issued, until, status, version)
   SELECT ${id('b', 'n')}, p.id, p.origin, 'HALAL', 'H' || n, '{}', '2018-01-01', date '2019-01-01' + n * 7 % 1500,
     CASE WHEN n % 50 = 0 THEN 'recorded' ELSE 'verified' END, 1
   FROM generate_series(1, $1::int) AS n JOIN producer p ON p.id = ${id('a', 'n')}`,
  `INSERT INTO coaching (id, producer_id, origin, kind, date, remark, recorded_by)
   SELECT ${id('c', 'n')}, p.id, p.origin, 'packing', date '2018-01-01' + n % 400, NULL, 'somebody'
   FROM generate_series(1, $1::int) AS n JOIN producer p ON p.id = ${id('a', 'n')}`,
  `INSERT INTO product (id, origin, commodity, unit, name, packaging, law_asks_for)
   SELECT ${id('d', 'n')}, CASE WHEN n % 20 = 0 THEN '33.03' ELSE '33.02' END, 'sugar', 'GRAM', 'Sugar ' || n, '[]', '{}'
   FROM generate_series(1, $1::int) AS n`,
  `INSERT INTO statement (id, origin, seller_id, product_id, stated_for, floor_price, stated_by, stated_at)
   SELECT ${id('e', 'n')}, p.origin, p.id, ${id('d', '1')}, '2019-03-01', 1, 'somebody', now()
   FROM generate_series(1, $1::int) AS n JOIN producer p ON p.id = ${id('a', 'n')}`,
  `INSERT INTO lot (id, statement_id, origin, seller_id, pooled, product_id, commodity, unit, quantity, produced_on, floor_price,
     certificates, verified, standing_consent, contributions_count, contributions_hash)
   SELECT ${id('e', 'n')}, ${id('e', 'n')}, p.origin, p.id, false, ${id('d', '1')}, CASE WHEN n % 97 = 3 THEN 'batik' ELSE 'sugar' END,
     'GRAM', 1000, '2019-03-01', 1, '[]', true, true, 1, ''
   FROM generate_series(1, $1::int) AS n JOIN producer p ON p.id = ${id('a', 'n')}`,
  `INSERT INTO lot_contribution (lot_id, position, producer_id, quantity)
   SELECT ${id('e', 'n')}, 1, ${id('a', 'n')}, 1000 FROM generate_series(1, $1::int) AS n`,
  `INSERT INTO lot_balance (lot_id, version, declared, free, held, offered, confirmed, in_transit, delivered, withdrawn, written_off)
   SELECT ${id('e', 'n')}, 1, 1000, 1000, 0, 0, 0, 0, 0, 0, 0 FROM generate_series(1, $1::int) AS n`,
  `INSERT INTO lot_request (id, lot_id, kind, quantity, asked_by, asked_at)
   SELECT ${id('f', 'n')}, ${id('e', 'n')}, 'withdrawal', 1, 'somebody', now() FROM generate_series(1, $1::int) AS n`,
];

/** One that looks like the one before it: it has its NIK. */
const TWINS = `
UPDATE producer SET nik_fingerprint = sha256((n - 1)::text::bytea)
FROM generate_series(302, $1::int, 500) AS n WHERE id = ${id('a', 'n')}`;

/** Fills a registry by SQL, as no route would: producers, and as many certificates, coachings, products, lots and requests. */
export async function fillRegistry(
  { app, dataSource }: Pick<Registry, 'app' | 'dataSource'>,
  producers: number,
): Promise<void> {
  const villages = regionRows('villages').flatMap((line) => (line.startsWith('33.02.') ? [line.slice(0, 13)] : []));
  const runner = dataSource.createQueryRunner();
  // What is referred to is there: looking it up row by row would take most of the time, which a transaction of the service has not.
  await runner.query(
    "SET session_replication_role = 'replica'; SET transaction_timeout = 0; SET statement_timeout = 0",
  );
  await runner.query(PRODUCERS, [producers, villages, app.get(Vault).seal(Buffer.from('3302010101800001'))]);
  for (const rows of [...REST, TWINS]) await runner.query(rows, [producers]);
  // Also tells that all of it may be read from indexes alone, as the server itself does after a while.
  await runner.query('VACUUM ANALYZE');
  await runner.query('RESET ALL');
  await runner.release();
}
