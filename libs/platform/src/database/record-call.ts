import { callContext } from '../context/call-context.js';
import { insertInto } from './sql.js';

/** What `recordCall` needs of a transaction. */
interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** What a call was about beside what its path says, and, of a correction, what it found and left: ids and figures. */
export interface AuditNote {
  readonly subject?: string;
  readonly before?: object;
  readonly after?: object;
}

/**
 * Writes the acting call into the audit log, in the (first) transaction of what it changed. Work that nobody called for
 * leaves no row.
 */
export async function recordCall(tx: Queryable, note: AuditNote = {}): Promise<void> {
  const { call, principal, correlationId } = callContext();
  if (!call) return;
  const { region, action, subject = note.subject } = call;
  const { before = null, after = null } = note;
  const values = { before: before && JSON.stringify(before), after: after && JSON.stringify(after) };
  const [insert, given] = insertInto('audit_log', {
    ...{ id: correlationId, principal, region, action, subject, correlation_id: correlationId, ...values },
  });
  await tx.query(`${insert} ON CONFLICT DO NOTHING`, given);
}
