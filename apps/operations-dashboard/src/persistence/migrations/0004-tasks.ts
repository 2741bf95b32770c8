import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What task lists are read from: certificates, shipments, and deadlines beside what is there already. What was read is
 * forgotten, as a rebuild forgets it, and read from the log again when the service starts. Stop the service first: an old
 * version that still runs would read it again in its own way, and then a rebuild is due. Events of before have no
 * deadlines of their own, so tasks about them may come without.
 */
export class Tasks1764500000000 implements MigrationInterface {
  readonly name = 'Tasks1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
TRUNCATE producer, lot, lot_share, lot_balance, lot_unsold, agreement, term, quota_cell, placed_order, order_line,
  promise, allocation, allocation_share, routing_run, order_event, dead_letter_seen, topic_progress, stream_event;

CREATE TABLE certificate (
  certificate_id text PRIMARY KEY,
  producer_id text NOT NULL,
  origin text NOT NULL,
  kind text NOT NULL,
  ends_at timestamptz,
  revoked boolean NOT NULL,
  version bigint NOT NULL
);
CREATE INDEX certificate_by_end ON certificate (origin, ends_at) WHERE NOT revoked;
CREATE INDEX certificate_of_producer ON certificate (producer_id, kind);

CREATE TABLE shipment (
  shipment_id text PRIMARY KEY,
  order_id text NOT NULL,
  origin text NOT NULL,
  partner text NOT NULL,
  legs integer NOT NULL,
  legs_arrived integer NOT NULL,
  expected_by timestamptz NOT NULL,
  received_at timestamptz,
  pay_by timestamptz,
  version bigint NOT NULL
);
CREATE INDEX shipment_of_order ON shipment (order_id);
CREATE INDEX shipment_under_way ON shipment (expected_by) WHERE received_at IS NULL;

ALTER TABLE lot ADD expires_at timestamptz;
CREATE INDEX lot_by_expiry ON lot (origin, expires_at);
CREATE INDEX lot_balance_held ON lot_balance (lot_id) WHERE held > suspended;

ALTER TABLE placed_order ADD owed bigint NOT NULL DEFAULT 0, ADD paid bigint NOT NULL DEFAULT 0;
CREATE INDEX placed_order_unpaid ON placed_order (order_id) WHERE owed > paid;

ALTER TABLE order_line ADD need_by_ends timestamptz;
CREATE INDEX order_line_by_need ON order_line (need_by_ends);

ALTER TABLE promise ADD short bigint NOT NULL DEFAULT 0, ADD bind_by timestamptz;
CREATE INDEX promise_to_bind ON promise (bind_by) WHERE promised > allocated;
CREATE INDEX promise_unbound_of_term ON promise (term_id) WHERE promised > allocated;

ALTER TABLE allocation ADD answer_by timestamptz, ADD leave_by timestamptz;
CREATE INDEX allocation_waiting ON allocation (status, origin) WHERE status IN ('offered', 'confirmed');

ALTER TABLE dead_letter_seen ADD settled boolean NOT NULL DEFAULT false;

DELETE FROM checkpoint WHERE topic <> 'serap.clock.v1';
DELETE FROM event_version WHERE subject <> 'clock';
-- Read again, they are parked again.
DELETE FROM parked;
UPDATE stream_head SET epoch = replace(gen_random_uuid()::text, '-', ''), sequence = 0;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TABLE certificate, shipment;
ALTER TABLE lot DROP expires_at;
ALTER TABLE placed_order DROP owed, DROP paid;
ALTER TABLE order_line DROP need_by_ends;
ALTER TABLE promise DROP short, DROP bind_by;
ALTER TABLE allocation DROP answer_by, DROP leave_by;
ALTER TABLE dead_letter_seen DROP settled;
`);
  }
}
