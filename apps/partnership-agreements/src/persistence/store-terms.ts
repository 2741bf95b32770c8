import type { Tx } from '#platform/database/transactions.js';
import type { Agreement } from '../domain/agreement.js';
import type { WholeTerm } from '../domain/term.js';
import { loadTerms } from './load-agreement.js';
import { EDITION, EDITION_TERM, TERM } from './tables.js';

/** Writes the quota table as it now stands. */
export async function storeTerms(
  tx: Tx,
  agreementId: string,
  written: readonly WholeTerm[],
  removed: readonly WholeTerm[],
): Promise<void> {
  await tx.query('DELETE FROM term WHERE id = ANY($1::uuid[])', [removed.map(({ id }) => id)]);
  await TERM.upsert(tx, written, { agreement_id: agreementId });
}

/** Keeps the present edition as it was signed: what an addendum is held against, and what a report tells of. */
export async function storeEdition(
  tx: Tx,
  { id, edition, effectiveTo }: Agreement,
  signed: { readonly at: Date; readonly by: string; readonly remark?: string | undefined },
  document: { readonly number?: string; readonly sha256?: string },
): Promise<void> {
  if (!effectiveTo) throw new Error(`Agreement ${id} has an edition, but no last day.`);
  const { at, by, remark = null } = signed;
  const { number = null, sha256 = null } = document;
  await EDITION.insert(tx, [{ edition, effectiveTo, number, sha256, at, by, remark }], { agreement_id: id });
  await EDITION_TERM.insert(tx, await loadTerms(tx, id), { agreement_id: id, edition });
}
