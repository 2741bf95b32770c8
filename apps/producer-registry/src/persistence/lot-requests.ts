import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Figures } from '../domain/statement.js';
import { callContext } from '#platform/context/call-context.js';
import { insertInto } from '#platform/database/sql.js';

export interface LotRequest {
  readonly kind: 'withdrawal' | 'write-off' | 'recall' | 'hold' | 'release' | 'correction';
  readonly quantity?: number;
  readonly producerId?: string;
  readonly cause?: string;
  /** Of a correction: what the statement of the day said, and is to say once it is granted. */
  readonly correction?: StatementCorrection;
}

export interface StatementCorrection {
  readonly productId: string;
  readonly date: string;
  readonly before: Figures;
  readonly after: Figures;
}

/** Keeps who asked what of a lot, when and why. */
export async function insertRequest(tx: Tx, lotId: string, request: LotRequest, now: Date): Promise<string> {
  const id = uuidv7();
  const { kind, quantity, producerId, cause, correction } = request;
  const said = { correction: correction && JSON.stringify(correction) };
  const asked = { asked_by: callContext().principal, asked_at: now };
  await tx.query(
    ...insertInto('lot_request', {
      id,
      lot_id: lotId,
      kind,
      quantity,
      producer_id: producerId,
      cause,
      ...said,
      ...asked,
    }),
  );
  return id;
}
