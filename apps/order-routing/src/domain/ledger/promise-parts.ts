import type { Edition } from './term.js';

/**
 * What a promise took from one quota cell on one day, under one edition of a terms row: the quota goes back to the same
 * cell, and the goods are sold under that edition, whatever later ones say.
 */
export interface QuotaTake extends Edition {
  readonly period: string;
  /** Local day at the origin on which it was promised: what a partner has drawn of its share of the day. */
  readonly day?: string;
  readonly quantity: number;
  /** Part of it that has its lots. */
  readonly allocated: number;
}

/** All that a line is promised under one edition of a terms row, in base units: allocated ≤ promised. */
export interface PromisePart extends Edition {
  readonly promised: number;
  readonly allocated: number;
}

/** @returns parts in the order in which they were first promised, adding up to the line's promise */
export function partsOf(takes: readonly QuotaTake[]): PromisePart[] {
  const parts: PromisePart[] = [];
  for (const { termId, edition, quantity, allocated } of takes) {
    const at = parts.findIndex((part) => isUnder(part, { termId, edition }));
    const part = parts[at] ?? { termId, edition, promised: 0, allocated: 0 };
    const grown = { ...part, promised: part.promised + quantity, allocated: part.allocated + allocated };
    if (at < 0) parts.push(grown);
    else parts[at] = grown;
  }
  return parts;
}

/** What is promised under an edition and has no lots yet. */
export function unboundUnder(takes: readonly QuotaTake[], under: Edition): number {
  let unbound = 0;
  for (const take of takes) if (isUnder(take, under)) unbound += take.quantity - take.allocated;
  return unbound;
}

export function isUnder(one: Edition, other: Edition): boolean {
  return one.termId === other.termId && one.edition === other.edition;
}

/** With one more take; one of the same cell, day and edition grows. */
export function withTake(takes: readonly QuotaTake[], taken: QuotaTake): readonly QuotaTake[] {
  const same = takes.find((take) => isUnder(take, taken) && take.period === taken.period && take.day === taken.day);
  if (same === undefined) return [...takes, taken];
  return takes.map((take) => (take === same ? { ...take, quantity: take.quantity + taken.quantity } : take));
}

/**
 * Takes back what has no lots, the latest first.
 *
 * @param of which takes; the rest stay as they are
 * @returns what is still taken, and what goes back to which cell
 */
export function withoutTakes(
  takes: readonly QuotaTake[],
  quantity: number,
  of: (take: QuotaTake) => boolean,
): { kept: readonly QuotaTake[]; givenBack: readonly QuotaTake[] } {
  let left = quantity;
  const [kept, givenBack]: [QuotaTake[], QuotaTake[]] = [[], []];
  for (const take of [...takes].reverse()) {
    const part = of(take) ? Math.min(left, take.quantity - take.allocated) : 0;
    left -= part;
    if (part > 0) givenBack.push({ ...take, quantity: part });
    if (part < take.quantity) kept.unshift({ ...take, quantity: take.quantity - part });
  }
  if (left > 0) throw new Error(`${String(quantity)} of a promise are taken back, more than has no lots.`);
  return { kept, givenBack };
}

/**
 * Takes of which more, or less, has its lots: the earliest get theirs first, the latest lose theirs first.
 *
 * @param change base units; negative: lots that were lost
 */
export function withAllocated(takes: readonly QuotaTake[], under: Edition, change: number): readonly QuotaTake[] {
  let left = change;
  const step = (take: QuotaTake): QuotaTake => {
    if (left === 0 || !isUnder(take, under)) return take;
    const part = left > 0 ? Math.min(left, take.quantity - take.allocated) : Math.max(left, -take.allocated);
    left -= part;
    return { ...take, allocated: take.allocated + part };
  };
  const changed = change > 0 ? takes.map(step) : takes.slice().reverse().map(step).reverse();
  if (left !== 0) throw new Error(`${String(change)} of ${under.termId} are bound, more than is promised under it.`);
  return changed;
}

/** Takes as an earlier release wrote them, which kept neither edition nor how much of each has its lots. */
export type UnmarkedTake = Omit<QuotaTake, 'edition' | 'allocated'> & Partial<Pick<QuotaTake, 'edition' | 'allocated'>>;

/**
 * Marks takes of an earlier release: what they were decided by until today is the present edition of their row.
 *
 * @param allocated of the whole line; the earliest takes got it
 * @param editionOf the take's own edition where it is known, else the present one
 */
export function marked(
  takes: readonly UnmarkedTake[],
  allocated: number,
  editionOf: (take: UnmarkedTake) => number,
): readonly QuotaTake[] {
  const known = takes.reduce((sum, take) => sum + (take.allocated ?? 0), 0);
  const isKept = known === allocated && takes.every((take) => (take.allocated ?? 0) <= take.quantity);
  let left = allocated;
  return takes.map((take) => {
    const part = isKept ? (take.allocated ?? 0) : Math.min(left, take.quantity);
    left -= part;
    return { ...take, edition: editionOf(take), allocated: part };
  });
}
