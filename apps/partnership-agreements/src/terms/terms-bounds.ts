import { localDateAt } from '#kernel/local-date.js';
import { regionFault } from '#platform/regions/region-list.js';
import type { Agreement } from '../domain/agreement.js';
import type { TermDetails, TermsBounds } from '../domain/term.js';

/**
 * What the rows of an agreement that are written now are held against.
 *
 * @param known its table until now
 */
export function boundsOf(
  { partner, origin, signedOn }: Agreement,
  now: Date,
  known: readonly TermDetails[],
): TermsBounds {
  const standing = new Set(known.map(({ destination }) => destination));
  return { partner, asOf: signedOn ?? localDateAt(now, origin), standing, regionFault };
}
