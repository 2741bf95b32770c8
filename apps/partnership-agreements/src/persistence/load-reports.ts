import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Agreement } from '../domain/agreement.js';
import { nextReportDue, type ReportPeriod } from '../domain/reporting.js';
import { REPORT_SUBMITTED, type SubmittedReport } from './tables.js';

/** The reports that an agreement owes, and what was submitted of them, the oldest first. */
export async function loadReports(
  tx: Pick<Tx, 'query'>,
  agreement: Agreement,
): Promise<{ periods: readonly ReportPeriod[]; submitted: ReadonlyMap<string, SubmittedReport> }> {
  const rows = await tx.query<RowOf<typeof REPORT_SUBMITTED>>(
    `SELECT ${REPORT_SUBMITTED.columns} FROM report_submitted WHERE agreement_id = $1 ORDER BY due_on`,
    [agreement.id],
  );
  const [ended] = await tx.query<{ at: Date }>(
    `SELECT at FROM stage_reached WHERE agreement_id = $1 AND stage = 'terminated' AND $2 = 'terminated'
     ORDER BY number DESC LIMIT 1`,
    [agreement.id, agreement.stage],
  );
  return { periods: agreement.reports(ended?.at), submitted: new Map(rows.map((row) => [row.dueOn, row])) };
}

/** Says anew which report is due next, after the agreement's days or its reports have changed. */
export async function renewReportDue(tx: Tx, agreement: Agreement): Promise<void> {
  const { periods, submitted } = await loadReports(tx, agreement);
  agreement.reportDueOn = nextReportDue(periods, new Set(submitted.keys()));
}
