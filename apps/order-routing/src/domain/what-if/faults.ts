import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { toBaseUnits, type BaseUnit, type TradeUnit } from '#kernel/quantity.js';

/** What a supposition names is not in the market. */
export function notHere(pointer: string): DomainError {
  return new DomainError('INVALID', {}, [faultAt(pointer, says('not-here'))]);
}

/** What a supposition names, by its id. */
export function found<Record>(record: Record | undefined, pointer: string): Record {
  if (record === undefined) throw notHere(pointer);
  return record;
}

/** @throws DomainError as an order would be refused, with the place */
export function inBaseUnits(value: number | string, unit: TradeUnit, base: BaseUnit, pointer: string): number {
  try {
    return toBaseUnits(value, unit, base);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw error.withFaults([faultAt(pointer, error.said)]);
  }
}
