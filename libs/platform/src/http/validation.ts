import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { brokenRules } from './field-rules.js';

function faults(errors: readonly ValidationError[], parent = ''): SaidFault[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${escapePointer(error.property)}`;
    const constraints = error.constraints ?? {};
    const inside = faults(error.children ?? [], pointer);
    if ('isObject' in constraints && Array.isArray(error.value)) {
      const strangers = notObjects(error.value, pointer);
      const known = new Set(strangers.map((fault) => fault.pointer));
      return [...strangers, ...inside.filter((fault) => !known.has(fault.pointer))];
    }
    return [...brokenRules(error).map((said) => faultAt(pointer, said)), ...inside];
  });
}

/** Which entries of a list of objects are none: class-validator says so of the list as a whole. */
function notObjects(values: readonly unknown[], pointer: string): SaidFault[] {
  return values.flatMap((value, index) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? []
      : [faultAt(`${pointer}/${String(index)}`, says('object'))],
  );
}

/** A name as it stands in a JSON Pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Shape of every request body and query: unknown fields are refused, faults carry JSON Pointers (first 100). */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    // To point to what is wrong within a list, and to say what its rule wants. Of values only region codes reach an answer.
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => {
      const found = faults(errors).slice(0, 100);
      return found.length === 1
        ? new DomainError('INVALID', {}, found)
        : new DomainError('INVALID.many', { n: found.length }, found);
    },
  });
}

// Control characters of both kinds but tab and newline, ends of lines that no editor shows, marks and overrides of the
// direction of text, and halves of surrogate pairs.
const UNFIT =
  // eslint-disable-next-line no-control-regex -- these very characters are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Text that people read: 1 to `max` characters, none of them invisible steering ones. */
export function IsPlainText(max: number, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isPlainText',
      constraints: [max],
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && value.trim() !== '' && value.length <= max && !UNFIT.test(value),
        defaultMessage: buildMessage(
          (each) => `${each}$property must be text of 1 to ${String(max)} characters without control characters`,
          options,
        ),
      },
    },
    options,
  );
}
