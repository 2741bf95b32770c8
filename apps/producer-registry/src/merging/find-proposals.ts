import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProducerStatus } from '#kernel/states.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { ofAggregator } from '../persistence/of-aggregator.js';
import { named } from '#platform/database/sql.js';

/**
 * Pairs of one region and kind, neither of them closed, that have the same NIK (by its keyed hash) or NIB; a pair that
 * was declined is not proposed again, and one of which routing has still to decide not now. The older one, by its id, is the one to keep.
 *
 * @param twins a condition that a column of the duplicate `d` keeps, so that not all pairs are looked for
 */
function openPairs(twins: (column: 'nik_fingerprint' | 'nib') => string): string {
  const pairs = (['nik_fingerprint', 'nib'] as const).map(
    (column) => `
SELECT d.id AS duplicate, k.id AS keep, d.origin, '${column === 'nib' ? 'nib' : 'nik'}' AS same
FROM producer d JOIN producer k ON k.origin = d.origin AND k.kind = d.kind AND k.${column} = d.${column}
WHERE k.id < d.id AND k.status <> 'closed' AND d.status <> 'closed' AND ${twins(column)}`,
  );
  return `SELECT p.* FROM (${pairs.join(' UNION ALL ')}) p
WHERE NOT EXISTS (SELECT FROM merge_decision m WHERE m.duplicate_id = p.duplicate AND m.keep_id = p.keep)
  AND NOT EXISTS (SELECT FROM producer_merge a WHERE a.state = 'asked'
    AND (a.duplicate_id IN (p.duplicate, p.keep) OR a.keep_id IN (p.duplicate, p.keep)))`;
}

/** What stands more than once, by one pass over an index that holds nothing else. */
const STANDS_TWICE = openPairs(
  (column) => `d.${column} = ANY(ARRAY(
  SELECT ${column} FROM producer WHERE (:origin::text IS NULL OR origin = :origin) AND status <> 'closed' AND ${column} IS NOT NULL
  GROUP BY origin, kind, ${column} HAVING count(*) > 1 ORDER BY origin, kind, ${column}))`,
);

/** What of two producers is the same; no row: nothing proposes to merge them. */
export const SAME_OF_PAIR = `SELECT same FROM (${openPairs(() => 'true')}) o WHERE o.origin = $1 AND o.duplicate = $2 AND o.keep = $3`;

export interface ProposalView {
  /** The duplicate, which names the proposal. */
  readonly id: string;
  readonly keep: string;
  /** What of the two is the same. */
  readonly same: readonly ('nik' | 'nib')[];
  readonly duplicateName: string;
  readonly duplicateVillage: string;
  readonly duplicateStatus: ProducerStatus;
  readonly keepName: string;
  readonly keepVillage: string;
  readonly keepStatus: ProducerStatus;
}

/** Proposals to merge producers that look like one, both within a caller's data scope. */
@Injectable()
export class FindProposals {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns up to `limit` proposals, one for each duplicate: what is decided makes room for the next */
  async list({ origin, aggregator }: DataScope, limit: number): Promise<{ items: readonly ProposalView[] }> {
    const items: ProposalView[] = await this.dataSource.query(
      ...named(
        `WITH open AS MATERIALIZED (${STANDS_TWICE})
       SELECT o.duplicate AS id, o.keep, array_agg(o.same ORDER BY o.same) AS same,
              d.name AS "duplicateName", d.village AS "duplicateVillage", d.status AS "duplicateStatus",
              k.name AS "keepName", k.village AS "keepVillage", k.status AS "keepStatus"
       FROM open o JOIN producer d ON d.id = o.duplicate JOIN producer k ON k.id = o.keep
       WHERE (:origin::text IS NULL OR o.origin = :origin)
         AND ${ofAggregator('o.duplicate')} AND ${ofAggregator('o.keep')}
         AND NOT EXISTS (SELECT FROM open older WHERE older.duplicate = o.duplicate AND older.keep < o.keep)
       GROUP BY o.duplicate, o.keep, d.id, k.id ORDER BY o.duplicate LIMIT :limit`,
        { origin, aggregator, limit },
      ),
    );
    return { items };
  }
}
