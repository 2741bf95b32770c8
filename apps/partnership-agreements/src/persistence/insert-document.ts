import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '#platform/database/transactions.js';
import type { DocumentKind } from '../domain/guards.js';
import { DOCUMENT } from './tables.js';

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
  const { kind, number = null, sha256 } = document;
  const [id] = await DOCUMENT.insert(
    tx,
    [{ id: uuidv7(), kind, number, sha256, recordedAt: recorded.at }],
    { agreement_id: agreementId, recorded_by: recorded.by },
    ['agreement_id', 'kind', 'sha256'],
  );
  if (id !== undefined) return { id };
  throw new DomainError('ALREADY_EXISTS.document', {}, [faultAt('/sha256', says('document-recorded'))]);
}
