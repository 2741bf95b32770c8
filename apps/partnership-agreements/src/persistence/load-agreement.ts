import { ForbiddenException } from '@nestjs/common';
import type { Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { Agreement } from '../domain/agreement.js';
import type { Dossier } from '../domain/guards.js';
import type { Stage } from '../domain/stage.js';
import type { Term } from '../domain/term.js';
import { PRICE_BAND } from './price-band.js';

/**
 * The agreement, locked before its version is counted up.
 *
 * @param region the officer's: the origin writes, the partner only reads
 * @throws DomainError NOT_FOUND for who is no party; ForbiddenException for the partner
 */
export async function lockAgreement(tx: Tx, region: string, id: string): Promise<Agreement> {
  const agreement = await tx.manager.findOne(Agreement, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!agreement || (agreement.origin !== region && agreement.partner !== region)) throw notFound();
  if (agreement.origin !== region) throw new ForbiddenException('The origin keeps the file; the partner reads it.');
  return agreement;
}

export async function saveAgreement(tx: Tx, agreement: Agreement): Promise<void> {
  const { id, stage, edition, effectiveFrom, effectiveTo, terminating, reportDueOn, version } = agreement;
  const changed = { stage, edition, effectiveFrom, effectiveTo, terminating, reportDueOn, version };
  await tx.manager.update(Agreement, { id }, changed);
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
  await tx.query(
    `INSERT INTO stage_reached (agreement_id, number, stage, at, by, remark)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 FROM stage_reached WHERE agreement_id = $1`,
    [agreement.id, reached.stage ?? agreement.stage, reached.at, reached.by, reached.remark ?? null],
  );
}

export async function loadTerms(tx: Tx, agreementId: string): Promise<Term[]> {
  return tx.query<Term>(
    `SELECT id, destination, commodity, unit, quota, period, minimum_lot AS "minimumLot", freight,
            transit_days AS "transitDays", certificates, reserved, release_hour AS "releaseHour",
            ${PRICE_BAND} AS "priceBand"
     FROM term WHERE agreement_id = $1 ORDER BY id`,
    [agreementId],
  );
}

/** What the guards look at. */
export async function loadDossier(tx: Tx, { id, needsCouncil }: Agreement): Promise<Dossier> {
  const documents = await tx.query<Dossier['documents'][number]>('SELECT kind FROM document WHERE agreement_id = $1', [
    id,
  ]);
  const signatories = await tx.query<Dossier['signatories'][number]>(
    `SELECT side, office, power_of_attorney AS "powerOfAttorney" FROM signatory WHERE agreement_id = $1 ORDER BY id`,
    [id],
  );
  const reached = await tx.query<{ stage: Stage }>(
    'SELECT stage FROM stage_reached WHERE agreement_id = $1 ORDER BY number',
    [id],
  );
  const terms = await loadTerms(tx, id);
  return { needsCouncil, documents, signatories, reached: reached.map(({ stage }) => stage), termsCount: terms.length };
}
