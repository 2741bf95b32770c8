import type { components } from '#clients/order-routing.js';
import type { RowDifference, Term } from './data.js';

export type WhatIfBody = components['schemas']['WhatIfDto'];
export type WhatIfView = components['schemas']['WhatIfView'];

/** Any price: a row that had a band, and has none. */
const ANY_PRICE = { minimum: 0, maximum: 1_000_000_000 };

/** An addendum as something that might be: what differs from the rows in force, and nothing else. */
export function whatIfBody(agreement: string, rows: readonly RowDifference[]): WhatIfBody {
  const body: Required<Pick<WhatIfBody, 'terms' | 'newTerms'>> = { terms: [], newTerms: [] };
  for (const { before, after } of rows) {
    if (before && after) body.terms.push({ term: before.id, destination: after.destination, ...limitsOf(after) });
    else if (before) body.terms.push({ term: before.id, quota: 0 });
    else if (after) body.newTerms.push(newTermOf(agreement, after));
  }
  return body;
}

function limitsOf(row: Term): Omit<NonNullable<WhatIfBody['terms']>[number], 'term'> {
  return {
    ...quotaOf(row),
    quotaKind: row.quotaKind ?? 'cap',
    period: row.period,
    minimumLot: row.minimumLot,
    reserved: row.reserved ?? 0,
    releaseHour: row.releaseHour ?? 0,
    priceBand: row.priceBand ?? ANY_PRICE,
    freight: row.freight,
    transitDays: row.transitDays,
    certificates: certificatesOf(row),
  };
}

function newTermOf(agreement: string, row: Term): NonNullable<WhatIfBody['newTerms']>[number] {
  return {
    agreement,
    destination: row.destination,
    commodity: row.commodity,
    unit: row.unit,
    ...(row.quotaKind === 'target' ? {} : quotaOf(row)),
    period: row.period,
    minimumLot: row.minimumLot,
    ...(row.priceBand ? { priceBand: row.priceBand } : {}),
    freight: row.freight,
    transitDays: row.transitDays,
    certificates: certificatesOf(row),
  };
}

function quotaOf({ quotaKind = 'cap', quota }: Term): { quota?: number } {
  return quotaKind === 'unlimited' ? {} : { quota };
}

type Certificates = NonNullable<NonNullable<WhatIfBody['terms']>[number]['certificates']>;

/** The page lets nobody choose another kind. */
function certificatesOf({ certificates }: Term): Certificates {
  return certificates as Certificates;
}
