import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '#platform/database/transactions.js';
import { acting } from '#platform/context/acting.js';

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
  await tx.query(
    `INSERT INTO lot_request (id, lot_id, kind, quantity, producer_id, cause, asked_by, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, lotId, kind, quantity ?? null, producerId ?? null, cause ?? null, acting().principal, now],
  );
  return id;
}
