import { DomainError } from '#kernel/domain-error.js';
import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { Agreement } from '../domain/agreement.js';
import type { Dossier } from '../domain/guards.js';
import type { Side } from '../domain/paper.js';
import type { WholeTerm } from '../domain/term.js';
import { AGREEMENT, DOCUMENT, SIGNATORY, STAGE_REACHED, TERM } from './tables.js';
import { named } from '#platform/database/sql.js';

/**
 * The agreement, locked before its version is counted up, for the side that leads it.
 *
 * @param region the officer's
 * @throws DomainError NOT_FOUND for who is no party, FORBIDDEN for the partner
 */
export async function lockAgreement(tx: Tx, region: string, id: string): Promise<Agreement> {
  const { agreement, side } = await lockForSide(tx, region, id);
  if (side === 'partner') throw new DomainError('FORBIDDEN.partner');
  return agreement;
}

/**
 * The same for either side: each records its own papers, signatories and number.
 *
 * @throws DomainError NOT_FOUND for who is no party
 */
export async function lockForSide(
  tx: Tx,
  region: string,
  id: string,
): Promise<{ readonly agreement: Agreement; readonly side: Side }> {
  const [agreement] = await tx.query<RowOf<typeof AGREEMENT>>(
    `SELECT ${AGREEMENT.columns} FROM agreement WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!agreement || (agreement.origin !== region && agreement.partner !== region)) throw notFound();
  return { agreement: Agreement.of(agreement), side: agreement.origin === region ? 'origin' : 'partner' };
}

export async function saveAgreement(tx: Tx, agreement: Agreement): Promise<void> {
  await AGREEMENT.upsert(tx, [agreement], {});
}

/** Adds to the history of stages; an addendum stands in it beside them. */
export async function recordStage(
  tx: Tx,
  agreement: Agreement,
  reached: {
    readonly at: Date;
    readonly by: string;
    readonly remark?: string | undefined;
    readonly stage?: 'addendum';
    readonly documentId?: string | undefined;
  },
): Promise<void> {
  const { stage = agreement.stage, at, by, remark, documentId } = reached;
  await tx.query(
    ...named(
      `INSERT INTO stage_reached (agreement_id, number, stage, at, by, remark, document_id)
       SELECT :id, coalesce(max(number), 0) + 1, :stage, :at, :by, :remark, :documentId::uuid FROM stage_reached WHERE agreement_id = :id`,
      { id: agreement.id, stage, at, by, remark, documentId },
    ),
  );
}

export async function loadTerms(tx: Tx, agreementId: string): Promise<WholeTerm[]> {
  return tx.query<RowOf<typeof TERM>>(`SELECT ${TERM.columns} FROM term WHERE agreement_id = $1 ORDER BY id`, [
    agreementId,
  ]);
}

/** What the guards look at. */
export async function loadDossier(tx: Tx, { id, needsCouncil, regime }: Agreement): Promise<Dossier> {
  const documents = await tx.query<RowOf<typeof DOCUMENT>>(
    `SELECT ${DOCUMENT.columns} FROM document WHERE agreement_id = $1 ORDER BY recorded_at, id`,
    [id],
  );
  const signatories = await tx.query<RowOf<typeof SIGNATORY>>(
    `SELECT ${SIGNATORY.columns} FROM signatory WHERE agreement_id = $1 ORDER BY id`,
    [id],
  );
  const history = await tx.query<RowOf<typeof STAGE_REACHED>>(
    `SELECT ${STAGE_REACHED.columns} FROM stage_reached WHERE agreement_id = $1 ORDER BY number`,
    [id],
  );
  const drafted = history.findLast(({ stage }) => stage === 'pks-drafting');
  const { length: termsCount } = await loadTerms(tx, id);
  const dossier = { needsCouncil, regime, documents, signatories, history, termsCount };
  return drafted ? { ...dossier, draftedAt: drafted.at } : dossier;
}
