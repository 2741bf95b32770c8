import { DomainError } from '#kernel/domain-error.js';

export function referenceTaken(): DomainError {
  const message = 'is the reference of another producer';
  return new DomainError('ALREADY_EXISTS', 'This reference is taken. Use another one, or none.', [
    { pointer: '/reference', message },
  ]);
}
