import type { MigrationInterface, QueryRunner } from 'typeorm';
import { buildIndex, type IndexToBuild } from '#platform/database/build-index.js';

const INDEXES: readonly IndexToBuild[] = [
  { name: 'producer_of_status', on: 'producer (origin, status, id)' },
  { name: 'producer_aggregators', on: `producer (origin, id) WHERE kind = 'aggregator'` },
  { name: 'producer_village', on: 'producer (village text_pattern_ops)' },
  { name: 'producer_district', on: 'producer ((left(village, 8)))' },
  {
    name: 'producer_same_nik',
    on: `producer (origin, kind, nik_fingerprint) WHERE status <> 'closed' AND nik_fingerprint IS NOT NULL`,
  },
  { name: 'producer_same_nib', on: `producer (origin, kind, nib) WHERE status <> 'closed' AND nib IS NOT NULL` },
  { name: 'certificate_of_origin', on: 'certificate (origin, id)' },
  { name: 'certificate_of_status', on: 'certificate (origin, status, id)' },
  { name: 'certificate_by_end', on: 'certificate (origin, until, id)' },
  { name: 'coaching_by_day', on: 'coaching (origin, date, id)' },
  { name: 'coaching_of_kind', on: 'coaching (origin, kind, id)' },
  { name: 'lot_of_commodity', on: 'lot (origin, commodity, id)' },
];

/**
 * What lists and searches are read by. Names are found by their trigrams; pg_trgm is a trusted extension, which whoever may
 * create in the database may add, and whose operators are asked for where somebody has put it. Built while others read and
 * write: safe on a live database.
 */
export class ReadsByIndex1767100000000 implements MigrationInterface {
  readonly name = 'ReadsByIndex1767100000000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    const [trigrams] = (await runner.query(
      `SELECT quote_ident(nspname) AS schema FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'pg_trgm'`,
    )) as { schema: string }[];
    const names = `producer USING gin (lower(name) ${trigrams?.schema ?? 'public'}.gin_trgm_ops)`;
    for (const index of [...INDEXES, { name: 'producer_name_parts', on: names }]) await buildIndex(runner, index);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of INDEXES) await runner.query(`DROP INDEX ${name}`);
    await runner.query('DROP INDEX producer_name_parts');
  }
}
