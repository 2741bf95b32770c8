import { newEvent } from '#platform/database/outbox.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Agreement } from '../domain/agreement.js';
import type { Term } from '../domain/term.js';

/** Tells of an agreement's stage, as the next version of it. */
export function publishStage(tx: Tx, agreement: Agreement): void {
  const { effectiveFrom, effectiveTo, reportDueOn } = agreement;
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
        ...(reportDueOn === null ? {} : { reportDueOn }),
      },
    }),
  );
}

/** Tells of terms rows, each as the next version of the agreement. */
export function publishTerms(tx: Tx, agreement: Agreement, terms: readonly Term[], removed: boolean): void {
  for (const { id, ...term } of terms) {
    agreement.version += 1;
    tx.publish(
      newEvent({
        type: 'serap.agreement.terms-changed.v1',
        subject: `agreement:${agreement.id}`,
        sequence: agreement.version,
        key: agreement.origin,
        data: {
          agreementId: agreement.id,
          termId: id,
          origin: agreement.origin,
          partner: agreement.partner,
          destination: term.destination,
          edition: agreement.edition,
          commodity: term.commodity,
          unit: term.unit,
          quota: term.quota,
          period: term.period,
          minimumLot: term.minimumLot,
          freight: term.freight,
          transitDays: term.transitDays,
          certificates: [...term.certificates],
          reserved: term.reserved ?? 0,
          releaseHour: term.releaseHour ?? 0,
          ...(term.priceBand ? { minimumPrice: term.priceBand.minimum, maximumPrice: term.priceBand.maximum } : {}),
          removed,
        },
      }),
    );
  }
}
