import type { Fault } from '#kernel/domain-error.js';

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
export function figureFaults(figures: Figures, pointer: string): Fault[] {
  if (surplusOf(figures) >= 0) return [];
  return [{ pointer: `${pointer}/produced`, message: 'is less than what is committed and held' }];
}

/** Contributions that name a producer a second time. */
export function repeatFaults(contributions: readonly MemberFigures[]): Fault[] {
  const seen = new Set<string>();
  return contributions.flatMap(({ producerId }, index) => {
    if (!seen.has(producerId)) {
      seen.add(producerId);
      return [];
    }
    return [{ pointer: `/contributions/${String(index)}/producerId`, message: 'is named twice in this statement' }];
  });
}
