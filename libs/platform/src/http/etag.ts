import { DomainError } from '#kernel/domain-error.js';

export function etag(version: number): string {
  return `"${String(version)}"`;
}

/**
 * The version that an If-Match header names.
 *
 * @throws DomainError PRECONDITION_REQUIRED for a header that is absent, BAD_REQUEST for one that names none
 */
export function versionOf(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new DomainError('PRECONDITION_REQUIRED');
  const version = /^"(\d{1,9})"$/.exec(ifMatch)?.[1];
  if (version !== undefined) return Number(version);
  throw new DomainError('BAD_REQUEST.if-match');
}

/** Whether an If-None-Match header says that its sender knows what has this tag: `*`, or a list with it, weak or not. */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}
