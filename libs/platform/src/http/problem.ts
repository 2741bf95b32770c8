import { HttpException } from '@nestjs/common';
import { DomainError, type Fault } from '#kernel/domain-error.js';
import { isOutage } from '#postgres/outage.js';

/** An RFC 9457 problem. `code` is stable; `errors` point into the request. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly Fault[];
}

/** HTTP meaning of refusals that are not 422. */
export const STATUS_OF: Record<string, number> = {
  NOT_FOUND: 404,
  IDEMPOTENCY_KEY_MISSING: 400,
  IDEMPOTENCY_KEY_INVALID: 400,
  MALFORMED_JSON: 400,
  FILE_UNREADABLE: 400,
  VERSION_CONFLICT: 412,
  ILLEGAL_TRANSITION: 409,
  ALREADY_EXISTS: 409,
  TOO_MANY_KEYS: 409,
  TOO_MANY_WEBHOOKS: 409,
  TOO_MANY_RECIPIENTS: 409,
  NOT_RECEIVED: 409,
  DEAD_LETTER_NOT_OPEN: 409,
  STILL_FAILS: 409,
};

/** Default code and title of each status. */
export const TITLES: Record<number, [string, string]> = {
  400: ['BAD_REQUEST', 'The request cannot be read'],
  401: ['UNAUTHENTICATED', 'Sign in first'],
  403: ['FORBIDDEN', 'Not allowed'],
  404: ['NOT_FOUND', 'Not found'],
  405: ['METHOD_NOT_ALLOWED', 'Method not allowed'],
  408: ['REQUEST_TIMEOUT', 'Sent too slowly'],
  409: ['CONFLICT', 'Not possible in this state'],
  412: ['VERSION_CONFLICT', 'It has changed since you read it'],
  413: ['TOO_LARGE', 'Too large'],
  414: ['ADDRESS_TOO_LONG', 'The address is too long'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Content type not supported'],
  422: ['INVALID', 'Refused'],
  429: ['TOO_MANY_REQUESTS', 'Too many requests'],
  503: ['UNAVAILABLE', 'Try again shortly'],
};

/** @param code stable; absent: that of the status */
export function problem(status: number, detail: string, code?: string, errors?: readonly Fault[]): Problem {
  const [defaultCode, title] = TITLES[status] ?? ['INTERNAL', 'Something went wrong on our side'];
  return {
    type: `urn:serap:problem:${(code ?? defaultCode).toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    code: code ?? defaultCode,
    detail,
    ...(errors && errors.length > 0 ? { errors } : {}),
  };
}

/** Decides once what any thrown thing means to an HTTP caller; nothing internal leaks into the answer. */
export function toProblem(error: unknown): Problem {
  if (error instanceof DomainError)
    return problem(STATUS_OF[error.code] ?? 422, error.message, error.code, error.faults);
  if (error instanceof HttpException) return problem(error.getStatus(), error.message);
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return problem(status, fastifyDetail(status));
  if (isOutage(error))
    return problem(503, 'A part of the system does not answer. Nothing was changed; try again shortly.');
  return problem(500, 'Nothing was changed. The error has been logged; try again, or ask operations.');
}

/** Fastify's own refusals (body parser, router), in our words. */
function fastifyDetail(status: number): string {
  if (status === 414) return 'A part of the address is longer than any that exists here.';
  if (status === 413) return 'The body is larger than this address accepts.';
  if (status === 408) return 'The request did not arrive in time. Nothing was changed; send it again.';
  if (status === 415) return 'Send application/json in UTF-8.';
  if (status === 429) return 'You send too many requests. Wait as long as Retry-After says, then go on.';
  return 'The request is not well-formed.';
}
