import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  buildMessage,
  IsArray,
  IsObject,
  ValidateNested,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  type ValidationOptions,
} from 'class-validator';
import { isLocalDate } from '#kernel/local-date.js';
import { isRegionCode, regencyOf } from '#kernel/region-code.js';
import { regionFault } from '../regions/region-list.js';
import { saying } from './field-rules.js';
import { IsPlainText } from './validation.js';

/**
 * A validator of our own; tools/openapi/class-schemas.ts says what its JSON Schema is.
 *
 * `limits` is what its JSON Schema says beyond the rule's name.
 */
export function rule(
  { name, message, limits = [] }: { readonly name: string; readonly message: string; readonly limits?: number[] },
  validate: (value: unknown) => boolean,
  options?: ValidationOptions,
) {
  return ValidateBy(
    {
      name,
      constraints: limits,
      validator: { validate, defaultMessage: buildMessage((each) => `${each}$property ${message}`, options) },
    },
    options,
  );
}

/** A whole number in [min, max] as a JSON number; -0 is refused, for it is nobody's quantity. */
export function IsWhole(min: number, max: number, options?: ValidationOptions): PropertyDecorator {
  return rule(
    {
      name: 'isWhole',
      message: `must be a whole number from ${String(min)} to ${String(max)}`,
      limits: [min, max],
    },
    (value) =>
      typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max && !Object.is(value, -0),
    options,
  );
}

/** A date that the calendar has, YYYY-MM-DD. */
export function IsCalendarDate(options?: ValidationOptions): PropertyDecorator {
  return rule(
    { name: 'isCalendarDate', message: 'must be a date of the calendar, YYYY-MM-DD' },
    (value) => typeof value === 'string' && isLocalDate(value),
    options,
  );
}

/**
 * A Kemendagri region code whose province and regency exist today. Whether a district or village does is asked where one
 * is used: 84,000 codes are not read for a filter.
 */
export function IsRegion(options?: ValidationOptions): PropertyDecorator {
  return rule(
    { name: 'isRegion', message: 'must be a Kemendagri region code with dots, for example 33.02' },
    (value) => typeof value === 'string' && isRegionCode(value) && regionFault(regencyOf(value)) === undefined,
    options,
  );
}

/** The SHA-256 of a document, 64 hexadecimal digits in lower case. */
export const IsSha256 = (): PropertyDecorator => Matches(/^[0-9a-f]{64}$/, saying('sha256'));

/** The id of a commodity, a certificate kind or the like: lower or upper case letters, digits, hyphens. */
export const IsCode = (options?: ValidationOptions): PropertyDecorator =>
  Matches(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, { ...saying('code'), ...options });

/** Text that people read, kept as typed but for Unicode normalisation (NFC). */
export function IsText(max: number, options?: ValidationOptions): PropertyDecorator {
  const composed = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFC') : value);
  const normalise = Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(composed) : composed(value),
  );
  return applyDecorators(normalise, IsPlainText(max, options));
}

/**
 * A list of objects of one class. A list in the place of an object is no object: class-validator alone would look into it,
 * find nothing, and let it pass.
 */
export function ListOf(
  type: () => new () => object,
  { min = 0, max }: { min?: number; max: number },
): PropertyDecorator {
  return applyDecorators(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );
}

/** The field may be left out. Unlike IsOptional it does not let null through: nobody then has to ask what null means. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_object, value: unknown) => value !== undefined);

/** A page of a list: ids grow with time, so the last id is the cursor. */
export class PageQuery {
  @Type(() => Number) @IsInt() @Min(1) @Max(500) limit = 100;
  @MayBeAbsent()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, saying('cursor'))
  cursor?: string;
}

/** What was made, or acted on. */
export interface Created {
  readonly id: string;
}

/** One page; `next` is the cursor of the following one, absent on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** @param rows up to `limit + 1` of them: the one too many says that there is a next page */
export function pageOf<Item extends { id: string }>(rows: readonly Item[], limit: number): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, next: last.id } : { items };
}
