import { HttpException } from '@nestjs/common';
import { DomainError, told, type Fault } from '#kernel/domain-error.js';
import { CODE_OF_STATUS, CODES, TITLES, type ErrorCode } from '#kernel/refusals/codes.js';
import type { Language } from '#kernel/refusals/words.js';
import { isOutage } from '#postgres/outage.js';

/** An RFC 9457 problem, in the language of its reader. `code` is stable; `errors` point into the request. */
export interface Problem {
  /** Address of the page that says what the code means. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly errors?: readonly Fault[];
}

/** Decides once what any thrown thing means to an HTTP caller; nothing internal leaks into the answer. */
export function toProblem(error: unknown, language: Language): Problem {
  if (error instanceof DomainError) return problem(error, language);
  const status = statusOf(error);
  if (status === 404) return problem(new DomainError('NOT_FOUND.address'), language);
  if (status !== undefined && isKnown(status)) return problem(new DomainError(CODE_OF_STATUS[status]), language);
  if (status !== undefined && status < 500) return { ...problem(new DomainError('BAD_REQUEST'), language), status };
  return problem(new DomainError(isOutage(error) ? 'UNAVAILABLE' : 'INTERNAL'), language);
}

/** What a refusal is to a reader of this language. */
export function problem({ code, said, faults }: DomainError, language: Language): Problem {
  const { status } = CODES[code];
  const errors = told(faults, language);
  return {
    type: `/errors/${code}`,
    title: TITLES[status][language],
    status,
    code,
    detail: said[language],
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/** Of what a framework has refused before we did: its body parser, its router. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

function isKnown(status: number): status is keyof typeof CODE_OF_STATUS {
  return Object.hasOwn(CODE_OF_STATUS, status);
}
