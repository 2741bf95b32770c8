import type { AgreementTermsChanged } from '#contracts/agreements.js';
import type { NoMore } from '#kernel/no-more.js';
import { withoutNulls } from '#kernel/without-nulls.js';
import { newEvent } from '#platform/database/outbox.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Agreement } from '../domain/agreement.js';
import type { WholeTerm } from '../domain/term.js';

/** Tells of an agreement's stage, as the next version of it. */
export function publishStage(tx: Tx, agreement: Agreement): void {
  const { effectiveFrom, effectiveTo, signedOn, reportDueOn } = agreement;
  agreement.version += 1;
  tx.publish(
    newEvent({
      type: 'serap.agreement.stage-changed.v1',
      subject: `agreement:${agreement.id}`,
      sequence: agreement.version,
      key: agreement.origin,
      data: {
        agreementId: agreement.id,
        origin: agreement.origin,
        partner: agreement.partner,
        stage: agreement.stage,
        edition: agreement.edition,
        ...(effectiveFrom === null ? {} : { effectiveFrom: effectiveFrom.toISOString() }),
        ...(effectiveTo === null ? {} : { effectiveTo: effectiveTo.toISOString() }),
        ...(signedOn === null ? {} : { signedOn }),
        ...(reportDueOn === null ? {} : { reportDueOn }),
      },
    }),
  );
}

/** Tells of terms rows, each as the next version of the agreement. */
export function publishTerms(tx: Tx, agreement: Agreement, terms: readonly WholeTerm[], removed: boolean): void {
  const { id: agreementId, origin, partner, edition } = agreement;
  for (const { id: termId, priceBand, quotaKind, ...row } of terms) {
    agreement.version += 1;
    tx.publish(
      newEvent({
        type: 'serap.agreement.terms-changed.v1',
        subject: `agreement:${agreementId}`,
        sequence: agreement.version,
        key: origin,
        data: {
          ...{ agreementId, termId, origin, partner, edition, removed },
          ...asEventsSay(row),
          ...(quotaKind === 'cap' ? {} : { quotaKind }),
          ...(priceBand ? { minimumPrice: priceBand.minimum, maximumPrice: priceBand.maximum } : {}),
        },
      }),
    );
  }
}

type TermRow = Omit<WholeTerm, 'id' | 'priceBand' | 'quotaKind'>;

/** Events call the fields of a row as the row does: one that the contract does not know does not compile. */
function asEventsSay<Row extends TermRow>(row: NoMore<Row, AgreementTermsChanged>) {
  const told: TermRow = row;
  return { ...withoutNulls(told), certificates: [...told.certificates] };
}
