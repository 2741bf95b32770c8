import { DomainError, type Fault } from '#kernel/domain-error.js';

/** @throws DomainError INVALID when there are faults, the first 100 of them named */
export function refuseFaults(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const many = faults.length === 1 ? 'One field is' : `${String(faults.length)} fields are`;
  throw new DomainError('INVALID', `${many} not acceptable; see errors.`, faults.slice(0, 100));
}

/** A list of rules as faults: those that do not hold. */
export function broken(...rules: readonly [holds: boolean, pointer: string, message: string][]): Fault[] {
  return rules.filter(([holds]) => !holds).map(([, pointer, message]) => ({ pointer, message }));
}
