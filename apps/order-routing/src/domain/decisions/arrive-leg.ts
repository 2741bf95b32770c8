import { DomainError } from '#kernel/domain-error.js';
import { arriveLeg as arrive } from '../ledger/shipment.js';
import { refuseShipmentStep } from '../ledger/shipment-steps.js';
import type { Decision } from './decision.js';

/** Legs arrive in their order, each once. */
export const arriveLeg = {
  refuse(state, { shipmentId, leg: index }) {
    const shipment = state.shipments.get(shipmentId);
    if (!shipment?.legs[index]) throw new DomainError('NOT_FOUND.leg');
    refuseShipmentStep(shipment, 'arrive');
    const next = shipment.legs.findIndex((leg) => leg.arrivedAt === null);
    if (next !== index) throw new DomainError('ILLEGAL_TRANSITION.leg-order', { n: next + 1 });
  },

  apply(context, { shipmentId, leg }) {
    arrive(context, context.state.shipment(shipmentId), leg);
    return 'nothing';
  },

  answer: (_state, { shipmentId }) => ({ id: shipmentId }),
} satisfies Decision<{ readonly shipmentId: string; readonly leg: number }>;
