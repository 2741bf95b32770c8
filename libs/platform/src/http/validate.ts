import { Injectable, type PipeTransform } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { isUuid } from '#kernel/uuid.js';
import { validationPipe } from './validation.js';

const pipe = validationPipe();

/**
 * Validates a value that is not a handler's whole body (a line of a stream, a part of an upload) by the same rules.
 *
 * @throws DomainError INVALID with pointers into the value
 */
export async function validate<T extends object>(type: new () => T, value: unknown): Promise<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DomainError('INVALID.object', {}, [faultAt('', says('object'))]);
  }
  return (await pipe.transform(value, { type: 'body', metatype: type })) as T;
}

/** A path's id: what is no UUID names nothing. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (isUuid(value)) return value;
    throw notFound();
  }
}

/** A path's place in a row, counted from 1: what is no such number names nothing. */
@Injectable()
export class OrdinalPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
    throw notFound();
  }
}

/** Also the answer for what exists in another region: it is not there for this caller. */
export function notFound(pointer?: string): DomainError {
  return new DomainError('NOT_FOUND', {}, pointer === undefined ? [] : [faultAt(pointer, says('not-here'))]);
}
