import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The journal is the audit log of what markets decide, so its inputs join the trail, and what they say can no longer be
 * changed: the owner only numbers an input or writes why it was refused. A view and a trigger: safe on a live database.
 */
export class JournalTrail1764100000001 implements MigrationInterface {
  name = 'JournalTrail1764100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE INDEX input_by_time ON input (received_at);

CREATE FUNCTION refuse_other_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE ON input FOR EACH ROW
  WHEN (OLD.number IS NOT NULL OR OLD.refusal IS NOT NULL
        OR (NEW.market, NEW.kind, NEW.payload::text, NEW.principal, NEW.received_at)
           IS DISTINCT FROM (OLD.market, OLD.kind, OLD.payload::text, OLD.principal, OLD.received_at))
  EXECUTE FUNCTION refuse_other_history();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON input
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_history();

CREATE OR REPLACE VIEW audit_trail AS
  SELECT id::text, at, principal, region, action, subject, correlation_id FROM audit_log
  UNION ALL
  SELECT 'input-' || id, received_at, principal, market, kind,
         coalesce(payload->>'orderId', payload->>'shipmentId', payload->>'allocationId', payload->>'lotId', payload->>'runId'),
         correlation_id
  FROM input WHERE kind <> 'time';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE VIEW audit_trail AS
  SELECT id::text, at, principal, region, action, subject, correlation_id FROM audit_log;
DROP TRIGGER append_only ON input;
DROP TRIGGER never_deleted ON input;
DROP FUNCTION refuse_other_history();
DROP INDEX input_by_time;
`);
  }
}
