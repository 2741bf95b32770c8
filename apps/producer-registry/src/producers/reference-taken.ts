import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';

export function referenceTaken(): DomainError {
  return new DomainError('ALREADY_EXISTS.reference', {}, [faultAt('/reference', says('reference-taken'))]);
}
