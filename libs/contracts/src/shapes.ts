import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  IsObject,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { REASONS, type ReasonCode } from '#kernel/reasons.js';

/** Most contributions one event carries; a larger pool comes in chunks. */
export { CHUNK_SIZE } from '#kernel/chunk-size.js';

const REGION = /^\d{2}(\.\d{2}(\.\d{2}(\.[12]\d{3})?)?)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A Kemendagri region code. */
export const IsRegionCode = (): PropertyDecorator => Matches(REGION);
/** A calendar date, YYYY-MM-DD. */
export const IsDate = (): PropertyDecorator => Matches(DATE);
/** An opaque id. */
export function IsId(): PropertyDecorator {
  return (target, property) => {
    IsString()(target, property);
    MaxLength(100)(target, property);
  };
}
/** A count of base units or rupiah, ≥ 0, exact in a double. */
export function IsCount(): PropertyDecorator {
  return (target, property) => {
    IsInt()(target, property);
    Min(0)(target, property);
    Max(Number.MAX_SAFE_INTEGER)(target, property);
  };
}
/** An instant, ISO 8601 in UTC. */
export const IsInstant = (): PropertyDecorator => IsISO8601({ strict: true });

/**
 * Nested objects of one class. class-validator needs instances to validate nested values, so `hydrate`
 * (validate-event.ts) builds them from the class named here.
 */
const NESTED = new Map<object, Map<string, new () => object>>();

export function Nested(type: new () => object): PropertyDecorator {
  return (target, property) => {
    const name = property as string;
    const own = NESTED.get(target) ?? new Map<string, new () => object>();
    own.set(name, type);
    NESTED.set(target, own);
    IsArray()(target, name);
    // A list is no object, though class-validator would look into it and let it pass.
    IsObject({ each: true })(target, name);
    ValidateNested({ each: true })(target, name);
  };
}

/** Nested classes by property, those of parent classes included. */
export function nestedTypes(type: new () => object): ReadonlyMap<string, new () => object> {
  const found = new Map<string, new () => object>();
  for (let target: unknown = type.prototype; target; target = Object.getPrototypeOf(target)) {
    for (const [name, nested] of NESTED.get(target) ?? []) found.set(name, nested);
  }
  return found;
}

/** One contributor's part of a pooled quantity. Key: producer. */
export class Contribution {
  @IsId() producerId: string;
  @IsCount() quantity: number;
}

/** A certificate that a lot holds. `until` is its last day (inclusive), absent when it has no end. */
export class HeldCertificate {
  @IsId() kind: string;
  @IsOptional() @IsDate() until?: string;
}

/** Why a part of a quantity is unsold or unfilled; parts add up. `gain`: what relaxing `binding` alone would sell. */
export class QuantityReason {
  @IsIn(['gate', 'cut', 'state']) kind: 'gate' | 'cut' | 'state';
  @IsIn(REASONS) code: ReasonCode;
  @IsCount() quantity: number;
  @IsCount() gain: number;
  @IsOptional() @IsCount() relaxBy?: number;
  @IsArray() @IsString({ each: true }) @ArrayMaxSize(100) binding: string[];
  @IsArray() @IsString({ each: true }) @ArrayMaxSize(100) then: string[];
}
