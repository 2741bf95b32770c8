import type { AllocationState } from '#contracts/allocations.js';
import { named } from '#platform/database/sql.js';
import type { Tx } from '#platform/database/transactions.js';

/** Keeps how a delivery stands if that is newer than what is known: safe against repeats and any order of arrival. */
export async function keepDelivery(
  tx: Pick<Tx, 'query'>,
  allocation: AllocationState,
  told: { readonly at: Date; readonly version: number },
): Promise<void> {
  const { allocationId, termId, orderId, unit, status, quantity, unitPrice } = allocation;
  const { accepted = 0, damaged = 0, missing = 0 } = allocation;
  // A receipt that is put right belongs to the days of the receipt.
  const corrected = allocation.acceptedBefore !== undefined;
  await tx.query(
    ...named(
      `INSERT INTO delivery AS known
         (allocation_id, term_id, order_id, unit, status, quantity, accepted, damaged, missing, unit_price, at, version)
       VALUES (:allocationId, :termId, :orderId, :unit, :status, :quantity, :accepted, :damaged, :missing, :unitPrice,
               :at, :version)
       ON CONFLICT (allocation_id) DO UPDATE
       SET (status, quantity, accepted, damaged, missing, unit_price, at, version) =
         (excluded.status, excluded.quantity, excluded.accepted, excluded.damaged, excluded.missing,
          excluded.unit_price, CASE WHEN :corrected THEN known.at ELSE excluded.at END, excluded.version)
       WHERE known.version < excluded.version`,
      {
        allocationId,
        termId,
        orderId,
        unit,
        status,
        quantity,
        accepted,
        damaged,
        missing,
        unitPrice,
        corrected,
        ...told,
      },
    ),
  );
}
