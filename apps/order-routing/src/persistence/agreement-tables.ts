import { table } from '#platform/database/table.js';
import type { Agreement } from '../domain/ledger/agreement.js';
import type { Term } from '../domain/ledger/term.js';
import { SALE_TERMS } from './sale-terms.js';

/** How what the agreements service told lies in tables. The column `market` is the origin regency. */

export const AGREEMENT = table<Agreement>()({
  name: 'agreement',
  key: ['id'],
  beside: ['market'],
  fields: {
    id: 'text',
    partner: 'text',
    stage: 'text',
    edition: 'integer',
    effectiveFrom: 'instant?',
    effectiveTo: 'instant?',
    signedOn: 'date?',
  },
});

const TERM_FIELDS = {
  id: 'text',
  agreementId: 'text',
  partner: 'text',
  destination: 'text',
  edition: 'integer',
  commodity: 'text',
  unit: 'text',
  quota: 'integer',
  quotaKind: 'text?',
  period: 'text',
  minimumLot: 'integer',
  reserved: 'integer',
  releaseHour: 'integer',
  minimumPrice: 'integer?',
  maximumPrice: 'integer?',
  ...SALE_TERMS,
  transitDays: 'integer',
  certificates: 'texts',
  removed: 'boolean',
} as const;

/** The present edition of each row. */
export const TERM = table<Term>()({ name: 'terms', key: ['id'], beside: ['market'], fields: TERM_FIELDS });

/** Editions that an addendum took the place of. */
export const EARLIER_TERM = table<Term>()({
  name: 'earlier_terms',
  key: ['id', 'edition'],
  beside: ['market'],
  fields: TERM_FIELDS,
});
