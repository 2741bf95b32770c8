import { says } from '#kernel/refusals/sentences.js';
import { faultAt, type SaidFault } from '#kernel/domain-error.js';

/** What one producer has of one product on one day, in base units, each ≥ 0. */
export interface Figures {
  readonly produced: number;
  readonly committedToExport: number;
  readonly committedAtHome: number;
  readonly held: number;
}

export interface MemberFigures extends Figures {
  readonly producerId: string;
}

/**
 * What may be offered: the rest after export, home market and what is held back. Export stock is never offered.
 *
 * @returns base units; negative when more is committed than was made, which a statement must refuse
 */
export function surplusOf(figures: Figures): number {
  return figures.produced - figures.committedToExport - figures.committedAtHome - figures.held;
}

/** @param pointer where these figures stand in the statement, e.g. `/contributions/3` */
export function figureFaults(figures: Figures, pointer: string): SaidFault[] {
  if (surplusOf(figures) >= 0) return [];
  return [faultAt(`${pointer}/produced`, says('below-committed'))];
}

/** Contributions that name a producer a second time. */
export function repeatFaults(contributions: readonly MemberFigures[]): SaidFault[] {
  const seen = new Set<string>();
  return contributions.flatMap(({ producerId }, index) => {
    if (!seen.has(producerId)) {
      seen.add(producerId);
      return [];
    }
    return [faultAt(`/contributions/${String(index)}/producerId`, says('named-twice'))];
  });
}
