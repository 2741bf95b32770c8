import type { Audit } from './invariant.js';

/** Calls, journal and orders name the same orders, each once; and the log has heard of each. */
export const auditCalls: Audit = async ({ query, log }) => {
  const ids = async (sql: string): Promise<string[]> =>
    (await query<{ id: string }>('order-routing', sql)).map((row) => row.id);
  const orders = await ids('SELECT id FROM orders');
  const inputs = await ids(
    `SELECT payload->>'orderId' AS id FROM input WHERE kind = 'order-placed' AND number IS NOT NULL`,
  );
  const calls = await ids(
    `SELECT DISTINCT outcome->'answer'->>'id' AS id FROM idempotency JOIN input ON scope = idempotency_scope AND key = idempotency_key
     WHERE kind = 'order-placed' AND outcome->'answer' IS NOT NULL`,
  );
  const received = log.events.flatMap((event) =>
    event.type === 'serap.order.received.v1' ? [event.data.orderId] : [],
  );
  return [
    ...differences('orders', orders, 'inputs', inputs),
    ...differences('orders', orders, 'acknowledged calls', calls),
    ...differences('orders', orders, 'events received', received),
  ];
};

function differences(left: string, a: readonly string[], right: string, b: readonly string[]): string[] {
  const count = (ids: readonly string[]): Map<string, number> =>
    ids.reduce((counts, id) => counts.set(id, (counts.get(id) ?? 0) + 1), new Map<string, number>());
  const [here, there] = [count(a), count(b)];
  return [...new Set([...here.keys(), ...there.keys()])]
    .filter((id) => here.get(id) !== 1 || there.get(id) !== 1)
    .map((id) => `order ${id}: ${String(here.get(id) ?? 0)} × in ${left}, ${String(there.get(id) ?? 0)} × in ${right}`);
}
