import { DomainError, type Fault } from '#kernel/domain-error.js';

/** @throws DomainError with this code when there are faults, the first 100 of them named */
export function refuseFaults(code: string, message: string, faults: readonly Fault[]): void {
  if (faults.length > 0) throw new DomainError(code, message, faults.slice(0, 100));
}
