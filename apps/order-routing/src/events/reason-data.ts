import type { QuantityReason } from '#contracts/shapes.js';
import type { AnyReason } from '../domain/ledger/reason.js';

/** A reason as the contract carries it. */
export function reasonData(reason: AnyReason): QuantityReason {
  return {
    kind: reason.kind,
    code: reason.code,
    quantity: reason.quantity,
    gain: reason.gain,
    ...('relaxBy' in reason ? { relaxBy: reason.relaxBy } : {}),
    binding: [...reason.binding],
    then: [...reason.then],
  };
}
