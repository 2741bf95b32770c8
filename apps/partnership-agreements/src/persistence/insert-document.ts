import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '#platform/database/transactions.js';
import { NUMBERED, sameNumber, type DocumentKind, type Side } from '../domain/paper.js';
import { DOCUMENT } from './tables.js';

export interface DocumentRow {
  readonly kind: DocumentKind;
  readonly number?: string;
  readonly sha256: string;
}

/** @throws DomainError ALREADY_EXISTS for the paper, or for its number where that stands for one paper */
export async function insertDocument(
  tx: Tx,
  agreementId: string,
  document: DocumentRow,
  recorded: { readonly at: Date; readonly by: string; readonly side: Side },
): Promise<{ id: string }> {
  const { kind, number = null, sha256 } = document;
  if (NUMBERED.includes(kind)) await refuseNumber(tx, agreementId, kind, number);
  const { at: recordedAt, by, side } = recorded;
  const [id] = await DOCUMENT.insert(
    tx,
    [{ id: uuidv7(), kind, number, sha256, side, bytes: null, recordedAt }],
    { agreement_id: agreementId, recorded_by: by },
    ['agreement_id', 'kind', 'sha256'],
  );
  if (id !== undefined) return { id };
  throw new DomainError('ALREADY_EXISTS.document', {}, [faultAt('/sha256', says('document-recorded'))]);
}

/** The agreement is locked: nobody takes the number meanwhile. */
async function refuseNumber(tx: Tx, agreementId: string, kind: DocumentKind, number: string | null): Promise<void> {
  const known = await tx.query<{ number: string | null }>(
    'SELECT number FROM document WHERE agreement_id = $1 AND kind = $2',
    [agreementId, kind],
  );
  if (!known.some((one) => sameNumber(one.number, number))) return;
  throw new DomainError('ALREADY_EXISTS.document-number', {}, [faultAt('/number', says('document-number-used'))]);
}
