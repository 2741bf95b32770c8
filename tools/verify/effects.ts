import { SERVICES } from '../system/service-process.js';
import type { Audit } from './invariant.js';

/**
 * Every consumer has passed every record of its topics, and keeps for each subject the version that the log ends with.
 * What was parked or is dead is reported: it has had no effect.
 */
export const auditEffects: Audit = async ({ query, log, eventLog }) => {
  const faults: string[] = [];
  for (const service of SERVICES) {
    const checkpoints = await query<{ topic: string; partition: number; next_offset: number }>(
      service,
      'SELECT topic, partition, next_offset FROM checkpoint',
    );
    for (const topic of new Set(checkpoints.map((row) => row.topic))) {
      const ends = await eventLog.endOffsets(topic);
      for (const row of checkpoints.filter((entry) => entry.topic === topic)) {
        const end = Number(ends.get(row.partition) ?? 0n);
        if (row.next_offset !== end)
          faults.push(
            `${service} is at ${String(row.next_offset)} of ${String(end)} in ${topic}/${String(row.partition)}`,
          );
      }
    }
    const versions = await query<{ source: string; subject: string; version: number }>(
      service,
      'SELECT source, subject, version FROM event_version',
    );
    for (const { source, subject, version } of versions) {
      const last = log.latest.get(`${source} ${subject}`)?.sequence ?? 0;
      if (version > last)
        faults.push(`${service} has version ${String(version)} of ${subject}, the log ends at ${String(last)}`);
    }
    const dead = await query<{ subject: string; code: string }>(
      service,
      `SELECT subject, code FROM dead_letter WHERE state = 'dead'`,
    );
    faults.push(...dead.map((letter) => `${service} could not process an event of ${letter.subject}: ${letter.code}`));
  }
  faults.push(...(await declaredOnce({ query, log, eventLog })));
  return faults;
};

/** The plainest effect of all: a lot that was declared is in routing once, with the quantity that was declared. */
const declaredOnce: Audit = async ({ query, log }) => {
  const lots = new Map(
    (
      await query<{ id: string; declared: number; parts: number }>(
        'order-routing',
        'SELECT id, declared, (SELECT count(*) FROM lot_contribution WHERE lot_id = lot.id)::int AS parts FROM lot',
      )
    ).map((lot) => [lot.id, lot]),
  );
  const faults: string[] = [];
  for (const event of log.events) {
    if (event.type !== 'serap.surplus.declared.v1' || event.data.chunk !== event.data.chunks) continue;
    const lot = lots.get(event.data.lotId);
    if (lot?.declared !== event.data.quantity || lot.parts !== event.data.contributionsCount) {
      faults.push(
        `lot ${event.data.lotId} was declared with ${String(event.data.quantity)}, routing has ${String(lot?.declared ?? 0)}`,
      );
    }
  }
  return faults;
};
