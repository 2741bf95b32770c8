import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '#platform/database/transactions.js';
import type { DocumentKind } from '../domain/guards.js';

export interface DocumentRow {
  readonly kind: DocumentKind;
  readonly number?: string;
  readonly sha256: string;
}

/** @throws DomainError ALREADY_EXISTS */
export async function insertDocument(
  tx: Tx,
  agreementId: string,
  document: DocumentRow,
  recorded: { readonly at: Date; readonly by: string },
): Promise<{ id: string }> {
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO document (id, agreement_id, kind, number, sha256, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (agreement_id, kind, sha256) DO NOTHING RETURNING id`,
    [uuidv7(), agreementId, document.kind, document.number ?? null, document.sha256, recorded.by, recorded.at],
  );
  if (rows[0]) return rows[0];
  throw new DomainError('ALREADY_EXISTS', 'This document is recorded already.', [
    { pointer: '/sha256', message: 'is recorded for this agreement' },
  ]);
}
