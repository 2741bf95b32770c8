import { SERVICES } from '#contracts/topics.js';
import type { Audit } from './invariant.js';
import { subjectKey } from './log-contents.js';

/**
 * Every consumer has passed every record of its topics, and keeps for each subject the version that the log ends with.
 * What is dead is reported, for it has had no effect; what is kept for another release has its own rule.
 */
export const auditEffects: Audit = async ({ query, log, eventLog }) => {
  const faults: string[] = [];
  const ends = new Map<string, number>();
  for (const event of log.versions) {
    ends.set(subjectKey(event), Math.max(event.sequence, ends.get(subjectKey(event)) ?? 0));
  }
  for (const service of SERVICES) {
    const checkpoints = await query<{ topic: string; partition: number; next_offset: number }>(
      service,
      'SELECT topic, partition, next_offset FROM checkpoint',
    );
    for (const topic of new Set(checkpoints.map((row) => row.topic))) {
      const offsets = await eventLog.endOffsets(topic);
      for (const row of checkpoints.filter((entry) => entry.topic === topic)) {
        const end = Number(offsets.get(row.partition) ?? 0n);
        if (row.next_offset !== end) {
          faults.push(
            `${service} is at ${String(row.next_offset)} of ${String(end)} in ${topic}/${String(row.partition)}`,
          );
        }
      }
    }
    const versions = await query<{ source: string; subject: string; version: number }>(
      service,
      'SELECT source, subject, version FROM event_version',
    );
    for (const { source, subject, version } of versions) {
      const last = ends.get(subjectKey({ source, subject })) ?? 0;
      if (version > last) {
        faults.push(`${service} has version ${String(version)} of ${subject}, the log ends at ${String(last)}`);
      }
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
  const waiting = new Set(
    (await query<{ subject: string }>('order-routing', 'SELECT subject FROM parked')).map(({ subject }) => subject),
  );
  const faults: string[] = [];
  const merged = new Map(
    (
      await query<{ id: string; into: string }>(
        'order-routing',
        'SELECT duplicate_id AS id, keep_id AS into FROM merged_producer',
      )
    ).map(({ id, into }) => [id, into]),
  );
  const givers = new Map<string, Set<string>>();
  for (const event of log.events) {
    if (waiting.has(event.subject) || event.type !== 'serap.surplus.declared.v1') continue;
    const of = givers.get(event.data.lotId) ?? new Set();
    givers.set(event.data.lotId, of);
    // Whoever was registered twice has given once.
    for (const { producerId } of event.data.contributions) of.add(merged.get(producerId) ?? producerId);
    if (event.data.chunk !== event.data.chunks) continue;
    const lot = lots.get(event.data.lotId);
    if (lot?.declared !== event.data.quantity || lot.parts !== of.size) {
      faults.push(
        `lot ${event.data.lotId} was declared with ${String(event.data.quantity)}, routing has ${String(lot?.declared ?? 0)}`,
      );
    }
  }
  return faults;
};
