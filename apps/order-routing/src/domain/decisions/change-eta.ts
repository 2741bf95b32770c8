import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { changeEta as change } from '../ledger/shipment.js';
import { refuseShipmentStep } from '../ledger/shipment-steps.js';
import type { Decision } from './decision.js';

/** A ship is late: goods will come on another day than was said. */
export interface EtaChanged {
  readonly shipmentId: string;
  /** From 0. */
  readonly leg: number;
  readonly eta: string;
  readonly reason: string;
  readonly by: string;
}

/** Of a leg that has not arrived; the later ones move with it. It changes no promise: goods under way finish their way. */
export const changeEta = {
  refuse(state, { shipmentId, leg: index, eta }) {
    const shipment = state.shipments.get(shipmentId);
    const leg = shipment?.legs[index];
    if (!shipment || !leg) throw new DomainError('NOT_FOUND.leg');
    refuseShipmentStep(shipment, 'reschedule');
    if (leg.arrivedAt !== null) throw new DomainError('NOT_FOUND.leg');
    if (leg.eta === eta) throw new DomainError('INVALID.eta-same', { date: eta });
    const before = shipment.legs[index - 1];
    if (!before || before.eta <= eta) return;
    throw new DomainError('INVALID.legs-time', { n: index + 1, date: before.eta }, [
      faultAt('/eta', says('leg-eta', { date: before.eta })),
    ]);
  },

  apply(context, { shipmentId, leg, eta, reason, by }) {
    change(context, context.state.shipment(shipmentId), { leg, after: eta, reason, by });
    return 'nothing';
  },

  answer: (_state, { shipmentId }) => ({ id: shipmentId }),
} satisfies Decision<EtaChanged>;
