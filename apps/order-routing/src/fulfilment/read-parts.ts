import { DomainError, faultAt } from '#kernel/domain-error.js';
import { toBaseUnits, type BaseUnit } from '#kernel/quantity.js';
import type { LoadPart } from '../domain/decisions/dispatch-load.js';
import type { LoadPartDto } from './loads.dto.js';

/**
 * The parts of a load in base units.
 *
 * @param units of allocations, by their ids
 * @throws DomainError QUANTITY_…, UNIT_MISMATCH; with pointers
 */
export function readParts(parts: readonly LoadPartDto[], units: ReadonlyMap<string, BaseUnit>): LoadPart[] {
  return parts.map(({ allocation, quantity, unit }, index) => {
    const base = units.get(allocation);
    if (quantity === undefined || unit === undefined || base === undefined) {
      return { allocationId: allocation, quantity: null };
    }
    try {
      return { allocationId: allocation, quantity: toBaseUnits(quantity, unit, base) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const at = error.code === 'UNIT_MISMATCH' ? 'unit' : 'quantity';
      throw error.withFaults([faultAt(`/parts/${String(index)}/${at}`, error.said)]);
    }
  });
}
