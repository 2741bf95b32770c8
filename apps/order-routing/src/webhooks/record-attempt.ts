import type { Transactions } from '#platform/database/transactions.js';
import { delayAfter, isGone, type Attempt } from './attempt.js';
import { named } from '#platform/database/sql.js';

/** Keeps what an attempt came to. An endpoint that is gone for good is disabled, and the delivery given up. */
export function record(
  transactions: Transactions,
  endpoint: string,
  delivery: { readonly id: string; readonly attempts: number },
  outcome: Attempt,
): Promise<void> {
  const wait = outcome.error === null || isGone(outcome) ? null : delayAfter(delivery.attempts + 1);
  return transactions.run(async (tx) => {
    // Whoever lost the endpoint to another one meanwhile finds another count of attempts, and changes nothing.
    await tx.query(
      ...named(
        `UPDATE webhook_delivery
         SET attempts = attempts + 1, status_code = :status, error = :error, next_try_at = now() + :wait * interval '1 s',
             delivered_at = CASE WHEN :error::text IS NULL THEN now() END
         WHERE id = :id AND attempts = :attempts`,
        { id: delivery.id, attempts: delivery.attempts, status: outcome.status, error: outcome.error, wait },
      ),
    );
    if (isGone(outcome)) {
      await tx.query(
        `UPDATE webhook_endpoint SET state = 'disabled', disabled_because = 'It answered 410: it is gone.'
         WHERE id = $1 AND state = 'enabled'`,
        [endpoint],
      );
    }
  });
}
