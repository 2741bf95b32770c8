import { acting } from '../context/acting.js';

/** What `recordCall` needs of a transaction. */
interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/**
 * Writes the acting call into the audit log, in the (first) transaction of what it changed. Work that nobody called for
 * leaves no row.
 */
export async function recordCall(tx: Queryable): Promise<void> {
  const { call, principal, correlationId } = acting();
  if (!call) return;
  await tx.query(
    `INSERT INTO audit_log (id, principal, region, action, subject, correlation_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [correlationId, principal, call.region, call.action, call.subject ?? null, correlationId],
  );
}
