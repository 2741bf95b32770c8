import { SetMetadata, type CustomDecorator, type StreamableFile, type Type } from '@nestjs/common';
import type { ErrorCode } from '#kernel/refusals/codes.js';
import type { Policy } from '../access/allow.js';

export const DESCRIPTION = 'serap:description';

/** What a route's OpenAPI description needs beyond its comment, verb, path, policy, DTO classes and answer type. */
export interface Description {
  /** Bodies other than `@Body()`: classes that validate the body, or the lines of a stream; none: a file. */
  readonly accepts?: Readonly<Record<string, readonly Type[]>>;
  /** Content type of a file or a stream that it answers with. */
  readonly gives?: string;
  /** Success statuses that it sets itself, beside the one of its verb or `@HttpCode`. */
  readonly also?: readonly number[];
  /** Codes of its own refusals; what verb, path, body and policy imply is known. */
  readonly refuses?: readonly ErrorCode[];
  /** Statuses of refusals that a person sees: a page in words, in a browser that was sent here. */
  readonly refusesWithPage?: readonly number[];
  /** Credentials that a public route reads by itself; any of them does. */
  readonly reads?: readonly ('token' | 'page' | 'session')[];
  /** Headers of its success, with what they say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it wants an Idempotency-Key. Default: a POST does. */
  readonly key?: boolean;
}

/** Completes what the OpenAPI document says of a route; docs/decisions/0013-openapi-from-the-code.md. */
export const Describe = (description: Description): CustomDecorator => SetMetadata(DESCRIPTION, description);

/** Whether a route wants an Idempotency-Key: its document says so, and its door asks for it. */
export function wantsKey(method: string, policy: Policy | undefined, { key }: Description): boolean {
  return key ?? (policy !== 'public' && method.toUpperCase() === 'POST');
}

/** Keeps routes for people (pages, documentation) out of the OpenAPI document. */
export const Unlisted = (): CustomDecorator => SetMetadata(DESCRIPTION, 'unlisted');

/** A stream of JSON lines, as its reader sees it. */
export type LinesOf<Line> = StreamableFile & { readonly line?: Line };
