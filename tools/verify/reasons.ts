import type { Audit } from './invariant.js';

export const auditReasons: Audit = async ({ query }) => {
  const lines = await query<{ id: string }>(
    'order-routing',
    `SELECT id FROM order_line
     WHERE wanted <> promised + (SELECT coalesce(sum((reason->>'quantity')::bigint), 0) FROM jsonb_array_elements(unfilled) AS reason)`,
  );
  const lots = await query<{ run: string; lot: string }>(
    'order-routing',
    `SELECT run.id AS run, lot->>'lotId' AS lot FROM run, json_array_elements(lots) AS lot
     WHERE (lot->>'surplus')::bigint <> (lot->>'allocated')::bigint
       + (SELECT coalesce(sum((reason->>'quantity')::bigint), 0) FROM json_array_elements(lot->'unsold') AS reason)`,
  );
  const unverified = await query<{ id: string }>(
    'order-routing',
    `SELECT id FROM run WHERE outcome = 'published' AND NOT coalesce((proof->>'verified')::boolean, false)`,
  );
  return [
    ...lines.map(({ id }) => `line ${id}: wanted is not promised + unfilled`),
    ...lots.map(({ run, lot }) => `run ${run}, lot ${lot}: surplus is not allocated + unsold`),
    ...unverified.map(({ id }) => `run ${id} was published without a proof`),
  ];
};
