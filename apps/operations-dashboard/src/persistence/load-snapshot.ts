import type { EntityManager } from 'typeorm';
import { labelled } from '../domain/names.js';
import type { MarketSnapshot } from '../domain/market-snapshot.js';
import { MERGED, nowOf } from './merged.js';
import { LOT_BALANCE } from './supply-tables.js';

/** How many contributors of a lot were counted twice: under two names of one. */
const TWICE = `
  SELECT s.lot_id, count(*) - count(DISTINCT coalesce(m.merged_into, s.producer_id)) AS twice
  FROM lot_share s LEFT JOIN ${MERGED} m USING (producer_id)
  WHERE s.lot_id IN (SELECT lot_id FROM lot_share JOIN ${MERGED} known USING (producer_id)) GROUP BY s.lot_id`;

const LOTS = `
  SELECT l.lot_id AS id, l.origin, ${nowOf('l.seller_id')} AS "sellerId", l.commodity, l.unit, l.quantity,
         l.produced_on AS "producedOn", l.best_before AS "bestBefore", l.certificates,
         l.contributors - coalesce(d.twice, 0) AS contributors,
         CASE WHEN b.lot_id IS NOT NULL
           THEN (${LOT_BALANCE.as('b').json})::jsonb - '{lotId,version}'::text[] END AS balance,
         CASE WHEN u.lot_id IS NOT NULL THEN json_build_object('runId', u.run_id, 'unsold', u.unsold) END AS judged
  FROM lot l LEFT JOIN lot_balance b USING (lot_id) LEFT JOIN lot_unsold u USING (lot_id)
    LEFT JOIN (${TWICE}) d USING (lot_id)
  WHERE l.version >= l.chunks ORDER BY l.lot_id`;

const PROMISES = `
  SELECT p.line_id AS "lineId", p.order_id AS "orderId", p.origin, p.partner, p.commodity, p.unit, p.wanted, p.promised,
         p.allocated, p.term_id AS "termId", coalesce(l.certificates, '[]') AS certificates, p.unfilled
  FROM promise p LEFT JOIN order_line l USING (line_id) ORDER BY p.line_id`;

const AGREEMENTS = `
  SELECT agreement_id AS id, origin, partner, stage, edition, effective_from AS "effectiveFrom", effective_to AS "effectiveTo"
  FROM agreement ORDER BY agreement_id`;

const TERMS = `
  SELECT term_id AS id, agreement_id AS "agreementId", origin, partner, destination, commodity, unit, quota,
         coalesce(quota_kind, 'cap') AS "quotaKind", period,
         freight, transit_days AS "transitDays", certificates
  FROM term WHERE NOT removed ORDER BY term_id`;

/** The latest cell of each row: an earlier period's says nothing of today. */
const CELLS = `
  SELECT DISTINCT ON (term_id) term_id AS "termId", period, capacity, consumed
  FROM quota_cell ORDER BY term_id, period DESC`;

const BINDINGS = `
  SELECT lot_id AS "lotId", partner, term_id AS "termId", status, sum(quantity)::bigint AS quantity,
         count(DISTINCT order_id) AS orders, sum(contributors)::bigint AS contributors
  FROM allocation WHERE status NOT IN ('refused', 'lapsed', 'released', 'refused-at-arrival')
  GROUP BY lot_id, partner, term_id, status ORDER BY lot_id, partner, term_id, status`;

const CONTRIBUTORS = `
  SELECT origin, commodity, coalesce(a.producers, 0) AS all, coalesce(p.producers, 0) AS paid
  FROM (SELECT l.origin, l.commodity, count(DISTINCT coalesce(m.merged_into, s.producer_id)) AS producers
        FROM lot l JOIN lot_share s USING (lot_id) LEFT JOIN ${MERGED} m ON m.producer_id = s.producer_id
        WHERE l.version >= l.chunks GROUP BY 1, 2) a
  FULL JOIN (SELECT a.origin, a.commodity, count(DISTINCT coalesce(m.merged_into, s.producer_id)) AS producers
             FROM allocation a JOIN allocation_share s USING (allocation_id)
               LEFT JOIN ${MERGED} m ON m.producer_id = s.producer_id
             WHERE a.status NOT IN ('refused', 'lapsed', 'released', 'refused-at-arrival') GROUP BY 1, 2) p USING (origin, commodity)
  ORDER BY origin, commodity`;

/** The last of each origin. */
const RUNS = `
  SELECT * FROM (
    SELECT DISTINCT ON (origin) run_id AS id, origin, completed_at AS at, outcome, verified, gap, lots, lines, allocations
    FROM routing_run ORDER BY origin, completed_at DESC, journal_number DESC
  ) last ORDER BY at DESC, id`;

/** All read models of one moment. Answers in JSON, so that bigints are numbers and dates are text everywhere alike. */
export async function loadSnapshot(manager: EntityManager): Promise<MarketSnapshot> {
  const rows = <Name extends keyof MarketSnapshot>(sql: string) => json<MarketSnapshot[Name]>(manager, sql);
  const [head] = await json<MarketSnapshot['head'][]>(manager, 'SELECT epoch, sequence FROM stream_head');
  if (!head) throw new Error('The live stream has no head: the migrations have not run.');
  const [progress] = await json<{ dataAt: string | null; appliedAt: string | null }[]>(
    manager,
    'SELECT max(last_event_at) AS "dataAt", max(applied_at) AS "appliedAt" FROM topic_progress',
  );
  return {
    head,
    lots: labelled(await rows<'lots'>(LOTS)),
    promises: await rows<'promises'>(PROMISES),
    agreements: (await rows<'agreements'>(AGREEMENTS)).map((row) => ({
      ...row,
      effectiveFrom: instant(row.effectiveFrom),
      effectiveTo: instant(row.effectiveTo),
    })),
    terms: await rows<'terms'>(TERMS),
    cells: await rows<'cells'>(CELLS),
    bindings: await rows<'bindings'>(BINDINGS),
    contributors: await rows<'contributors'>(CONTRIBUTORS),
    orders: await rows<'orders'>(
      'SELECT origin, partner, status, count(*) AS orders FROM placed_order GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
    ),
    producers: await rows<'producers'>(
      'SELECT origin, kind, status, count(*) AS producers FROM producer WHERE merged_into IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3',
    ),
    runs: (await rows<'runs'>(RUNS)).map((run) => ({ ...run, at: instant(run.at) ?? run.at })),
    dataAt: instant(progress?.dataAt ?? null),
    appliedAt: instant(progress?.appliedAt ?? null),
  };
}

async function json<Result>(manager: EntityManager, sql: string): Promise<Result> {
  const [row]: { rows: Result }[] = await manager.query(
    `SELECT coalesce(json_agg(row_to_json(t)), '[]') AS rows FROM (${sql}) t`,
  );
  if (!row) throw new Error('An aggregate always answers with a row.');
  return row.rows;
}

function instant(text: string | null): string | null {
  return text === null ? null : new Date(text).toISOString();
}
