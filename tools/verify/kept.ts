import { isEventType } from '#contracts/events.js';
import { SERVICES, type ServiceName } from '#contracts/topics.js';
import type { Audit, AuditInput } from './invariant.js';
import { subjectKey, type UnlistedEvent } from './log-contents.js';

interface Aside {
  readonly topic: string;
  readonly partition: number;
  readonly log_offset: number;
  readonly source: string;
  readonly subject: string;
}

const placeOf = (topic: string, partition: number, offset: number | bigint): string =>
  `${topic}/${String(partition)}@${String(offset)}`;

/**
 * Events of types that this build's contract does not list. Whoever has read past one keeps it, or has it wait behind
 * another that keeps its subject, until a release that knows the type has applied it; nothing later of its subject has
 * had an effect till then. It cannot be told from here what a later release that has been taken back again passed over.
 */
export const auditKept: Audit = async (input) => {
  const faults: string[] = [];
  for (const service of SERVICES) faults.push(...(await auditService(input, service)));
  return faults;
};

async function auditService({ query, log }: AuditInput, service: ServiceName): Promise<string[]> {
  const checkpoints = await query<{ topic: string; partition: number; next_offset: number }>(
    service,
    'SELECT topic, partition, next_offset FROM checkpoint',
  );
  const reached = new Map(checkpoints.map((row) => [`${row.topic}/${String(row.partition)}`, row.next_offset]));
  const read = log.unlisted.filter(
    ({ topic, partition, offset }) => offset < (reached.get(`${topic}/${String(partition)}`) ?? 0),
  );
  const columns = 'topic, partition, log_offset, source, subject';
  const kept = await query<Aside & { type: string }>(service, `SELECT ${columns}, type FROM kept_event`);
  const aside = [...kept, ...(await query<Aside>(service, `SELECT ${columns} FROM parked`))];
  const places = new Set(aside.map((row) => placeOf(row.topic, row.partition, row.log_offset)));
  const versions = await query<{ source: string; subject: string; version: number }>(
    service,
    'SELECT source, subject, version FROM event_version',
  );
  const applied = new Map(versions.map((row) => [subjectKey(row), row.version]));
  const isApplied = (event: UnlistedEvent): boolean => (applied.get(subjectKey(event)) ?? 0) >= event.sequence;
  const nameOf = (event: UnlistedEvent): string => `${event.type} of ${event.subject}`;

  const inLog = new Set(log.unlisted.map((event) => placeOf(event.topic, event.partition, event.offset)));
  const faults: string[] = [];
  for (const event of read) {
    const isAside = places.has(placeOf(event.topic, event.partition, event.offset));
    if (!isAside && !isApplied(event)) faults.push(`${service} has lost ${nameOf(event)}`);
    if (isAside && isApplied(event)) {
      faults.push(`${service} keeps ${nameOf(event)}, and has applied what comes after it`);
    }
  }
  for (const { topic, partition, log_offset, type, subject } of kept) {
    const place = placeOf(topic, partition, log_offset);
    if (isEventType(type)) faults.push(`${service} still keeps ${type} of ${subject}, which this release knows`);
    else if (!inLog.has(place)) faults.push(`${service} keeps an event that is not in the log at ${place}`);
  }
  return faults;
}
