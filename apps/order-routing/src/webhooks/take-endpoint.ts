import type { Transactions } from '#platform/database/transactions.js';
import { TIMEOUT_MS } from './attempt.js';

/** Attempts of one taking begin within this time, so that all of them end within the lease. */
export const WINDOW_MS = 5_000;
const LEASE_MS = WINDOW_MS + TIMEOUT_MS + 5_000;
const MOST_TAKEN = 64;

export interface Delivery {
  readonly id: string;
  readonly orderId: string;
  readonly body: string;
  /** Failed ones until now. */
  readonly attempts: number;
}

/** An endpoint that is ours for a while, with what is due, in the order of the decisions. */
export interface Taken {
  readonly id: string;
  readonly owner: string;
  readonly url: string;
  /** Sealed; the one in use first. */
  readonly secrets: readonly Buffer[];
  readonly deliveries: readonly Delivery[];
}

/** Takes the endpoint that was served longest ago; what another one serves is passed over until its lease ends. */
export function takeEndpoint(transactions: Transactions, owner: string): Promise<Taken | undefined> {
  return transactions.run(async (tx) => {
    const [endpoint] = await tx.query<{ id: string; url: string; secret: Buffer; old: Buffer | null }>(
      `UPDATE webhook_endpoint SET lease_owner = $1, lease_until = now() + $2 * interval '1 ms'
       WHERE id = (SELECT id FROM webhook_endpoint AS e
                   WHERE state = 'enabled' AND (lease_owner IS NULL OR lease_until < now())
                     AND EXISTS (SELECT 1 FROM webhook_delivery AS d
                                 WHERE d.endpoint_id = e.id AND d.next_try_at <= now())
                   ORDER BY lease_until NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, url, secret, CASE WHEN old_secret_until > now() THEN old_secret END AS old`,
      [owner, LEASE_MS],
    );
    if (!endpoint) return undefined;
    const deliveries = await tx.query<Delivery>(
      `SELECT id, order_id AS "orderId", body, attempts FROM webhook_delivery
       WHERE endpoint_id = $1 AND next_try_at <= now() ORDER BY position LIMIT $2`,
      [endpoint.id, MOST_TAKEN],
    );
    const { id, url, secret, old } = endpoint;
    return { id, owner, url, secrets: old ? [secret, old] : [secret], deliveries };
  });
}

/** Lets the next one take it at once. */
export async function giveBack(transactions: Transactions, { id, owner }: Taken): Promise<void> {
  await transactions.run((tx) =>
    tx.query('UPDATE webhook_endpoint SET lease_owner = NULL, lease_until = now() WHERE id = $1 AND lease_owner = $2', [
      id,
      owner,
    ]),
  );
}
