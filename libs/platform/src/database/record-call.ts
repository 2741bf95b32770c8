import { callContext } from '../context/call-context.js';
import { insertInto } from './sql.js';

/** What `recordCall` needs of a transaction. */
interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/**
 * Writes the acting call into the audit log, in the (first) transaction of what it changed. Work that nobody called for
 * leaves no row.
 */
export async function recordCall(tx: Queryable): Promise<void> {
  const { call, principal, correlationId } = callContext();
  if (!call) return;
  const { region, action, subject } = call;
  const [insert, values] = insertInto('audit_log', {
    ...{ id: correlationId, principal, region, action, subject, correlation_id: correlationId },
  });
  await tx.query(`${insert} ON CONFLICT DO NOTHING`, values);
}
