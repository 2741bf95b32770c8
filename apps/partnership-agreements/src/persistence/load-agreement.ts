import { DomainError } from '#kernel/domain-error.js';
import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { Agreement } from '../domain/agreement.js';
import type { Dossier } from '../domain/guards.js';
import type { Stage } from '../domain/stage.js';
import type { WholeTerm } from '../domain/term.js';
import { AGREEMENT, SIGNATORY, TERM } from './tables.js';
import { named } from '#platform/database/sql.js';

/**
 * The agreement, locked before its version is counted up.
 *
 * @param region the officer's: the origin writes, the partner only reads
 * @throws DomainError NOT_FOUND for who is no party; ForbiddenException for the partner
 */
export async function lockAgreement(tx: Tx, region: string, id: string): Promise<Agreement> {
  const [agreement] = await tx.query<RowOf<typeof AGREEMENT>>(
    `SELECT ${AGREEMENT.columns} FROM agreement WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!agreement || (agreement.origin !== region && agreement.partner !== region)) throw notFound();
  if (agreement.origin !== region) throw new DomainError('FORBIDDEN.partner');
  return Agreement.of(agreement);
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
  },
): Promise<void> {
  const { stage = agreement.stage, at, by, remark } = reached;
  await tx.query(
    ...named(
      `INSERT INTO stage_reached (agreement_id, number, stage, at, by, remark)
       SELECT :id, coalesce(max(number), 0) + 1, :stage, :at, :by, :remark FROM stage_reached WHERE agreement_id = :id`,
      { id: agreement.id, stage, at, by, remark },
    ),
  );
}

export async function loadTerms(tx: Tx, agreementId: string): Promise<WholeTerm[]> {
  return tx.query<RowOf<typeof TERM>>(`SELECT ${TERM.columns} FROM term WHERE agreement_id = $1 ORDER BY id`, [
    agreementId,
  ]);
}

/** What the guards look at. */
export async function loadDossier(tx: Tx, { id, needsCouncil }: Agreement): Promise<Dossier> {
  const documents = await tx.query<Dossier['documents'][number]>('SELECT kind FROM document WHERE agreement_id = $1', [
    id,
  ]);
  const signatories = await tx.query<RowOf<typeof SIGNATORY>>(
    `SELECT ${SIGNATORY.columns} FROM signatory WHERE agreement_id = $1 ORDER BY id`,
    [id],
  );
  const reached = await tx.query<{ stage: Stage }>(
    'SELECT stage FROM stage_reached WHERE agreement_id = $1 ORDER BY number',
    [id],
  );
  const terms = await loadTerms(tx, id);
  return { needsCouncil, documents, signatories, reached: reached.map(({ stage }) => stage), termsCount: terms.length };
}
