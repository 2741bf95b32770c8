import type { Tx } from '../database/transactions.js';
import type { ReceivedEvent } from './decode.js';
import { isFromOutside } from './outsiders.js';

const keyOf = (source: string, subject: string) => JSON.stringify([source, subject]);

/**
 * Those of `received` that are newer than all that this group has seen of their subject; they count as seen from now on.
 * An event published twice, or read twice, is let through once. Events from outside have no version that could be
 * believed: all of them are let through, and their handler knows them again by their id.
 *
 * No two transactions ask for one subject at a time: its events are in one partition, whose checkpoint is locked.
 */
export async function newerOnly(tx: Tx, group: string, received: readonly ReceivedEvent[]): Promise<ReceivedEvent[]> {
  const versioned = received.filter(({ record }) => !isFromOutside(record));
  if (versioned.length === 0) return [...received];
  const highest = new Map<string, { source: string; subject: string; version: number }>();
  for (const { event } of versioned) {
    const key = keyOf(event.source, event.subject);
    const version = Math.max(event.sequence, highest.get(key)?.version ?? 0);
    highest.set(key, { source: event.source, subject: event.subject, version });
  }
  const wanted = [...highest.values()];
  // Looked up one by one: for a join, a planner without statistics reads the versions of all subjects there ever were.
  const earlier = await tx.query<{ source: string; subject: string; version: string | number | null }>(
    `WITH wanted AS (SELECT * FROM unnest($2::text[], $3::text[], $4::bigint[]) AS u(source, subject, version)),
          earlier AS (SELECT source, subject, (SELECT v.version FROM event_version v
                        WHERE (v.group_name, v.source, v.subject) = ($1, wanted.source, wanted.subject)) AS version
                      FROM wanted),
          kept AS (INSERT INTO event_version (group_name, source, subject, version)
                   SELECT $1, source, subject, version FROM wanted
                   ON CONFLICT (group_name, source, subject) DO UPDATE SET version = excluded.version
                   WHERE event_version.version < excluded.version)
     SELECT * FROM earlier`,
    [group, wanted.map((w) => w.source), wanted.map((w) => w.subject), wanted.map((w) => w.version)],
  );
  const seen = new Map(earlier.map((row) => [keyOf(row.source, row.subject), Number(row.version)]));
  return received.filter(({ event, record }) => {
    if (isFromOutside(record)) return true;
    const key = keyOf(event.source, event.subject);
    if (event.sequence <= (seen.get(key) ?? 0)) return false;
    seen.set(key, event.sequence);
    return true;
  });
}
