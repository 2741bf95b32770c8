import { DomainError } from '#kernel/domain-error.js';

export function etag(version: number): string {
  return `"${String(version)}"`;
}

/**
 * The version that an If-Match header names.
 *
 * @throws DomainError BAD_REQUEST for a header that is absent or names none
 */
export function versionOf(ifMatch: string | undefined): number {
  const version = /^"(\d{1,9})"$/.exec(ifMatch ?? '')?.[1];
  if (version !== undefined) return Number(version);
  throw new DomainError('BAD_REQUEST.if-match');
}
