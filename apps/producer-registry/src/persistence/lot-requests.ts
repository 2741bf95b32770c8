import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '#platform/database/transactions.js';
import { callContext } from '#platform/context/call-context.js';
import { insertInto } from '#platform/database/sql.js';

export interface LotRequest {
  readonly kind: 'withdrawal' | 'write-off' | 'recall' | 'hold' | 'release';
  readonly quantity?: number;
  readonly producerId?: string;
  readonly cause?: string;
}

/** Keeps who asked what of a lot, when and why. */
export async function insertRequest(tx: Tx, lotId: string, request: LotRequest, now: Date): Promise<string> {
  const id = uuidv7();
  const { kind, quantity, producerId, cause } = request;
  const asked = { asked_by: callContext().principal, asked_at: now };
  await tx.query(
    ...insertInto('lot_request', { id, lot_id: lotId, kind, quantity, producer_id: producerId, cause, ...asked }),
  );
  return id;
}
