import { BadRequestException } from '@nestjs/common';

export function etag(version: number): string {
  return `"${String(version)}"`;
}

/**
 * The version that an If-Match header names.
 *
 * @throws BadRequestException for a header that is absent or names none
 */
export function versionOf(ifMatch: string | undefined): number {
  const version = /^"(\d{1,9})"$/.exec(ifMatch ?? '')?.[1];
  if (version !== undefined) return Number(version);
  throw new BadRequestException('Send If-Match with the ETag that you read, for example "3".');
}
