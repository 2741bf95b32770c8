import { QUOTA_PERIODS, type QuotaPeriod } from '#kernel/states.js';
import { periodOfDay } from '../../apps/order-routing/src/domain/ledger/quota-cell.js';
import type { Audit, Query } from './invariant.js';

interface CellRow {
  readonly at: string;
  readonly capacity: number;
  readonly consumed: number;
  readonly taken: number;
}

/** Never above capacity, at any version in the log; in the table also equal to what the lines say that they took. */
export const auditQuotas: Audit = async ({ query, log }) => {
  const cells = await query<CellRow>(
    'order-routing',
    `SELECT terms_id || ' ' || cell.period AS at, capacity, consumed, coalesce(taken, 0)::bigint AS taken
     FROM quota_cell AS cell LEFT JOIN (
       SELECT take->>'termId' AS term, take->>'period' AS period, sum((take->>'quantity')::bigint) AS taken
       FROM order_line, jsonb_array_elements(takes) AS take GROUP BY 1, 2
     ) AS takes ON takes.term = terms_id AND takes.period = cell.period`,
  );
  const faults = cells
    .filter((cell) => cell.consumed > cell.capacity || cell.consumed !== cell.taken)
    .map(
      (cell) =>
        `cell ${cell.at}: ${String(cell.consumed)} of ${String(cell.capacity)} consumed, lines took ${String(cell.taken)}`,
    );
  const lines = await query<{ id: string }>(
    'order-routing',
    `SELECT id FROM order_line WHERE promised <> (SELECT coalesce(sum((take->>'quantity')::bigint), 0) FROM jsonb_array_elements(takes) AS take)`,
  );
  faults.push(...lines.map(({ id }) => `line ${id}: its promise is not what it took from quotas`));
  faults.push(...(await takenOfOtherDays(query)));
  for (const event of log.events) {
    if (event.type !== 'serap.allocation.quota-spent.v1') continue;
    const { termId, period, consumed, capacity } = event.data;
    if (consumed > capacity) faults.push(`cell ${termId} ${period} at version ${String(event.sequence)}`);
  }
  return faults;
};

/** A promise spends the quota of the day on which it is promised; an addendum may have changed a row's period since. */
async function takenOfOtherDays(query: Query): Promise<string[]> {
  const takes = await query<{ line: string; cell: string; day: string; period: string; asked: QuotaPeriod | null }>(
    'order-routing',
    `SELECT line.id AS line, take->>'termId' AS cell, take->>'day' AS day, take->>'period' AS period,
       CASE WHEN terms.edition = 1 THEN terms.period END AS asked
     FROM order_line AS line, jsonb_array_elements(takes) AS take LEFT JOIN terms ON terms.id = take->>'termId'
     WHERE take->>'day' IS NOT NULL`,
  );
  return takes
    .filter(({ day, period, asked }) => {
      const periods = asked === null ? QUOTA_PERIODS : [asked];
      return !periods.some((each) => periodOfDay(each, day) === period);
    })
    .map(({ line, cell, day, period }) => `line ${line}: promised on ${day}, it took quota of ${cell} ${period}`);
}
