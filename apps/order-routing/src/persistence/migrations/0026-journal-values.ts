import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail tells what a correction found and left; of the journal it takes both out of what the input says. A view: safe
 * on a live database.
 */
export class JournalValues1766800000003 implements MigrationInterface {
  readonly name = 'JournalValues1766800000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE VIEW audit_trail AS
  SELECT id::text, at, principal, region, action, subject, correlation_id, before, after FROM audit_log
  UNION ALL
  SELECT 'input-' || id, received_at, principal, market, kind,
         coalesce(payload->>'orderId', payload->>'shipmentId', payload->>'allocationId', payload->>'lotId', payload->>'runId'),
         correlation_id,
         CASE kind
           WHEN 'receipt-corrected' THEN
             (SELECT jsonb_agg(jsonb_build_object('allocationId', of->'id', 'accepted', of->'accepted', 'damaged', of->'damaged'))
              FROM json_array_elements(payload->'kept'->'allocations') AS of)
           WHEN 'payment-reversed' THEN jsonb_build_object('reference', payload->'reference', 'amount', payload->'amount')
         END,
         CASE kind
           WHEN 'receipt-corrected' THEN (payload->'items')::jsonb
           WHEN 'payment-reversed' THEN jsonb_build_object('reference', payload->'reference', 'amount', 0)
         END
  FROM input WHERE kind <> 'time';
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE OR REPLACE VIEW audit_trail AS
  SELECT id::text, at, principal, region, action, subject, correlation_id, before, after FROM audit_log
  UNION ALL
  SELECT 'input-' || id, received_at, principal, market, kind,
         coalesce(payload->>'orderId', payload->>'shipmentId', payload->>'allocationId', payload->>'lotId', payload->>'runId'),
         correlation_id, NULL::jsonb, NULL::jsonb
  FROM input WHERE kind <> 'time';
`);
  }
}
