/** One fault in an input: where it is (JSON Pointer, RFC 6901) and what to do about it. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/**
 * A refusal by a rule of the domain: the caller can act on it, a retry cannot.
 *
 * `code` is stable and public; what it means in HTTP is decided once, in the problem filter.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly faults: readonly Fault[] = [],
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
