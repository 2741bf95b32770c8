import { expect, it } from 'vitest';
import pg from 'pg';
import { toBinary } from '#contracts/cloud-events.js';
import { TOPICS } from '#contracts/topics.js';
import { uuidv7 } from '#kernel/uuid.js';
import { waitUntilQuiet } from '../../tools/system/quiet.js';
import type { ServiceName } from '#contracts/topics.js';
import { audit } from '../../tools/verify/audit.js';
import { scenario } from './scenario.js';

/** The first balance of a lot, as the log has it, with so much more free. */
function balanceInLog(more: number): string {
  const body = "convert_from(body, 'UTF8')::jsonb";
  const changed = `jsonb_set(${body}, '{free}', to_jsonb((${body}->>'free')::bigint + ${String(more)}))`;
  return `UPDATE log_record SET body = convert_to((${changed})::text, 'UTF8') WHERE event_id =
    (SELECT min(event_id) FROM log_record WHERE headers->>'ce_type' = 'serap.allocation.lot-balance.v1')`;
}

/** The version of the first agreement's first event. */
function versionInLog(from: string, to: string): string {
  return `UPDATE log_record SET headers = jsonb_set(headers::jsonb, '{ce_sequence}', '"${to}"')::json WHERE event_id =
    (SELECT min(event_id) FROM log_record WHERE topic = 'serap.agreements.v1' AND headers->>'ce_sequence' = '${from}')`;
}

/** An event as a later release may write it: it is no damage that consumers keep it. */
const LATER = toBinary({
  id: uuidv7(),
  source: '/serap/producer-registry',
  type: 'serap.certificate.laminated.v9',
  subject: 'certificate:of-a-later-release',
  sequence: 1,
  time: '2019-03-04T00:00:00.000Z',
  key: '33.02',
  correlationId: 'later',
  principal: 'later',
  data: {},
});

/**
 * Damage to a system at rest, how to undo it, and the invariant that has to notice. Only the database's own superuser can
 * do all of it: the journal is append-only, and its triggers are put to sleep here.
 */
const DAMAGE: readonly { invariant: string; service: ServiceName | 'log'; damage: string; undo: string }[] = [
  {
    invariant: 'I1',
    service: 'order-routing',
    damage: `UPDATE lot_contribution SET free = free - 1 WHERE (lot_id, position) = (SELECT lot_id, position FROM lot_contribution WHERE free > 0 ORDER BY 1, 2 LIMIT 1)`,
    undo: `UPDATE lot_contribution SET free = free + 1 WHERE (lot_id, position) = (SELECT lot_id, position FROM lot_contribution WHERE free > 0 ORDER BY 1, 2 LIMIT 1)`,
  },
  {
    invariant: 'I1',
    service: 'order-routing',
    damage: `UPDATE lot_contribution SET barred = 1 WHERE (lot_id, position) = (SELECT lot_id, position FROM lot_contribution WHERE free < declared ORDER BY 1, 2 LIMIT 1)`,
    undo: `UPDATE lot_contribution SET barred = 0`,
  },
  {
    invariant: 'I2',
    service: 'log',
    damage: balanceInLog(-1),
    undo: balanceInLog(1),
  },
  {
    invariant: 'I3',
    service: 'order-routing',
    damage: `UPDATE quota_cell SET consumed = consumed - 1`,
    undo: `UPDATE quota_cell SET consumed = consumed + 1`,
  },
  {
    invariant: 'I3',
    service: 'order-routing',
    damage: `UPDATE order_line SET takes = replace(takes::text, '"day": "2', '"day": "1')::jsonb`,
    undo: `UPDATE order_line SET takes = replace(takes::text, '"day": "1', '"day": "2')::jsonb`,
  },
  {
    invariant: 'I5',
    service: 'order-routing',
    damage: `SET session_replication_role = replica; UPDATE input SET payload = jsonb_set(payload::jsonb, '{orderId}', '"another"')::json WHERE number = (SELECT max(number) FROM input WHERE kind = 'order-placed')`,
    undo: `SET session_replication_role = replica; UPDATE input SET payload = jsonb_set(payload::jsonb, '{orderId}', (SELECT to_jsonb(outcome->'answer'->>'id') FROM idempotency WHERE scope = idempotency_scope AND key = idempotency_key))::json WHERE payload->>'orderId' = 'another'`,
  },
  {
    invariant: 'I6',
    service: 'producer-registry',
    damage: `UPDATE checkpoint SET next_offset = next_offset + 1 WHERE topic = 'serap.allocations.v1'`,
    undo: `UPDATE checkpoint SET next_offset = next_offset - 1 WHERE topic = 'serap.allocations.v1'`,
  },
  {
    invariant: 'I7',
    service: 'log',
    damage: versionInLog('1', '7'),
    undo: versionInLog('7', '1'),
  },
  {
    invariant: 'I9',
    service: 'producer-registry',
    damage: 'UPDATE lot_balance SET free = free + 1',
    undo: 'UPDATE lot_balance SET free = free - 1',
  },
  {
    invariant: 'I10',
    service: 'order-routing',
    damage: `UPDATE order_line SET min_life_days = min_life_days + 1`,
    undo: `UPDATE order_line SET min_life_days = min_life_days - 1`,
  },
  {
    invariant: 'I10',
    service: 'order-routing',
    damage: `SET session_replication_role = replica; UPDATE input SET at = at - interval '10 years' WHERE number = 2`,
    undo: `SET session_replication_role = replica; UPDATE input SET at = at + interval '10 years' WHERE number = 2`,
  },
  {
    invariant: 'I10',
    service: 'order-routing',
    damage: `UPDATE market SET rules_journal = rules_journal - 1`,
    undo: `UPDATE market SET rules_journal = rules_journal + 1`,
  },
  {
    invariant: 'I11',
    service: 'operations-dashboard',
    damage: `UPDATE kept_event SET log_offset = log_offset + 1000`,
    undo: `UPDATE kept_event SET log_offset = log_offset - 1000`,
  },
  {
    invariant: 'I11',
    service: 'operations-dashboard',
    damage: `INSERT INTO event_version SELECT group_name, source, subject, 1 FROM kept_event`,
    undo: `DELETE FROM event_version USING kept_event AS kept WHERE kept.subject = event_version.subject`,
  },
  {
    invariant: 'I12',
    service: 'order-routing',
    damage: `UPDATE order_line SET wanted = wanted + 1`,
    undo: `UPDATE order_line SET wanted = wanted - 1`,
  },
  {
    invariant: 'I13',
    service: 'order-routing',
    damage: `UPDATE order_line SET allocated = allocated - 1000000, dispatched = 0 WHERE id = (SELECT min(id) FROM order_line)`,
    undo: `UPDATE order_line SET allocated = allocated + 1000000 WHERE id = (SELECT min(id) FROM order_line)`,
  },
  {
    invariant: 'I17',
    service: 'producer-registry',
    damage: `UPDATE lot SET contributions_count = contributions_count + 1 WHERE id = (SELECT id FROM lot ORDER BY id LIMIT 1)`,
    undo: `UPDATE lot SET contributions_count = contributions_count - 1 WHERE id = (SELECT id FROM lot ORDER BY id LIMIT 1)`,
  },
  {
    invariant: 'I17',
    service: 'order-routing',
    damage: `INSERT INTO merged_producer SELECT market, seller_id, 'nobody', 'merge', now() FROM lot LIMIT 1`,
    undo: `DELETE FROM merged_producer`,
  },
  {
    invariant: 'I14',
    service: 'order-routing',
    damage: `UPDATE allocation SET freight = freight + 1`,
    undo: `UPDATE allocation SET freight = freight - 1`,
  },
  {
    invariant: 'I14',
    service: 'order-routing',
    damage: `UPDATE allocation SET edition = edition + 1`,
    undo: `UPDATE allocation SET edition = edition - 1`,
  },
  {
    invariant: 'I15',
    service: 'order-routing',
    damage: `UPDATE orders SET owed = owed + 2, paid = paid + 1`,
    undo: `UPDATE orders SET owed = owed - 2, paid = paid - 1`,
  },
  {
    invariant: 'I15',
    service: 'order-routing',
    damage: `UPDATE allocation SET accepted = accepted + 1`,
    undo: `UPDATE allocation SET accepted = accepted - 1`,
  },
  {
    invariant: 'I16',
    service: 'order-routing',
    damage: `UPDATE allocation SET split_from = (SELECT min(id) FROM allocation) WHERE id = (SELECT max(id) FROM allocation)`,
    undo: `UPDATE allocation SET split_from = NULL`,
  },
  {
    invariant: 'I16',
    service: 'order-routing',
    damage: `UPDATE allocation SET status = 'dispatched' WHERE id = (SELECT min(id) FROM allocation WHERE status = 'confirmed')`,
    undo: `UPDATE allocation SET status = 'confirmed' WHERE status = 'dispatched'`,
  },
  {
    invariant: 'I16',
    service: 'order-routing',
    damage: `INSERT INTO load (id, market, destination, capacity, capacity_unit, papers, dispatched_at)
      SELECT 'L', allocation.market, deliver_to, 1, unit, '[]', now() FROM allocation JOIN order_line ON order_line.id = line_id ORDER BY allocation.id LIMIT 1;
      INSERT INTO shipment (id, market, order_id, partner, allocation_ids, legs, dispatched_at, version, load_id)
      SELECT 'S', market, order_id, partner, ARRAY[id], '[]', now(), 1, 'L' FROM allocation ORDER BY id LIMIT 1`,
    undo: `DELETE FROM shipment WHERE id = 'S'; DELETE FROM load WHERE id = 'L'`,
  },
];

it('the auditor notices every kind of damage, and nothing where there is none', async () => {
  const noticed: Record<string, boolean> = {};
  const result = await scenario('in-force', {
    moment: async (name, system) => {
      if (name !== 'bound') return;
      const eventId = LATER.headers['ce_id'] ?? '';
      await system.eventLog.publish([{ topic: TOPICS.producers, key: '33.02', eventId, ...LATER }]);
      await waitUntilQuiet(system);
      for (const { invariant, service, damage, undo } of DAMAGE) {
        const { databases, log } = system.addresses;
        if (log.kind !== 'postgres') throw new Error('The log is damaged by SQL here.');
        const client = new pg.Client({ connectionString: service === 'log' ? log.url : databases[service] });
        await client.connect();
        await client.query(damage);
        const found = await audit(system.addresses, system.eventLog);
        noticed[invariant] = noticed[invariant] !== false && found.some((breach) => breach.invariant === invariant);
        await client.query(undo);
        await client.end();
      }
    },
  });
  expect(noticed).toEqual(Object.fromEntries(DAMAGE.map(({ invariant }) => [invariant, true])));
  expect(result.breaches).toEqual([]);
});
