import type { Words } from '#kernel/refusals/words.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';

/** @throws DomainError INVALID when there are faults, the first 100 of them named */
export function throwIfInvalid(faults: readonly SaidFault[]): void {
  if (faults.length === 0) return;
  const first = faults.slice(0, 100);
  if (faults.length === 1) throw new DomainError('INVALID', {}, first);
  throw new DomainError('INVALID.many', { n: faults.length }, first);
}

/** A list of rules as faults: those that do not hold. */
export function violations(...rules: readonly [holds: boolean, pointer: string, said: Words][]): SaidFault[] {
  return rules.filter(([holds]) => !holds).map(([, pointer, said]) => faultAt(pointer, said));
}
