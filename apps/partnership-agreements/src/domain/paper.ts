import type { Stage } from './stage.js';

export type Side = 'origin' | 'partner';

export type DocumentKind =
  | 'joint-agreement-review'
  | 'joint-agreement'
  | 'pks-review'
  | 'pks'
  | 'council-decision'
  | 'power-of-attorney'
  | 'addendum'
  | 'other';

/** A paper of the agreement's file, as the guards look at it. */
export interface Paper {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string | null;
  /** Who recorded it. */
  readonly side: Side;
}

/** A step as the history has it, with the paper that it was taken on. */
export interface StepTaken {
  readonly stage: Stage | 'addendum';
  readonly documentId: string | null;
}

/** Kinds of which a number stands for one paper of an agreement. */
export const NUMBERED: readonly DocumentKind[] = ['addendum', 'council-decision'];

/** Whether two numbers are the same as people write them: letters of either case, one space for several. */
export function sameNumber(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && written(a) === written(b);
}

function written(number: string): string {
  return number.trim().replace(/\s+/g, ' ').toUpperCase();
}

/** Decisions of the origin's council that no submission was decided by, the newest last: one decides one submission. */
export function openDecisions<P extends Paper>(documents: readonly P[], history: readonly StepTaken[]): P[] {
  const used = new Set(history.map(({ documentId }) => documentId));
  return documents.filter(({ id, kind, side }) => kind === 'council-decision' && side === 'origin' && !used.has(id));
}
