import { DomainError, type SaidFault } from '#kernel/domain-error.js';

type Invalid = `INVALID.${'days' | 'regions' | 'terms' | 'addendum' | 'entry' | 'report' | 'period'}`;

/** @throws DomainError INVALID, said so, when there are faults, the first 100 of them named */
export function throwIfInvalid(refusal: Invalid, faults: readonly SaidFault[]): void {
  if (faults.length > 0) throw new DomainError(refusal, {}, faults.slice(0, 100));
}
