import type { SaleTerms } from '../domain/ledger/term.js';

/** What an allocation keeps of its terms row: columns of both tables, alike. */
export const SALE_TERMS = {
  freight: 'integer',
  paymentDays: 'integer?',
  loadTolerance: 'integer?',
} as const satisfies Record<keyof SaleTerms, string>;
