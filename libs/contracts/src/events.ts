import { AgreementStageChanged, AgreementTermsChanged } from './agreements.js';
import {
  AllocationConfirmed,
  AllocationLapsed,
  AllocationOffered,
  AllocationRefused,
  AllocationReleased,
  AllocationStatusChanged,
  LinePromised,
  LotBalance,
  LotRequestDecided,
  LotUnsold,
  PromiseReduced,
  QuotaSpent,
  RunCompleted,
} from './allocations.js';
import { ClockAdvanced } from './clock.js';
import { DeadLetterRecorded, DeadLetterSettled } from './dead-letters.js';
import type { EventEnvelope } from './envelope.js';
import { MergeDecided, MergeRequested } from './merges.js';
import { OrderIntake, OrderRejected } from './order-intake.js';
import { OrderCancelled, OrderExpired, OrderLineAccepted, OrderReceived, OrderStatusChanged } from './orders.js';
import {
  CertificateRevoked,
  CertificateVerified,
  ProducerRegistered,
  ProducerSuspended,
  ProducerVerified,
} from './producers.js';
import {
  AllocationSettled,
  ShipmentDelivered,
  ShipmentDispatched,
  ShipmentLegArrived,
  ShipmentRescheduled,
} from './shipments.js';
import { PartitionResumed, PartitionStopped } from './standstills.js';
import {
  SurplusAdjusted,
  SurplusCertified,
  SurplusDeclared,
  SurplusHeld,
  SurplusReleased,
  SurplusWithdrawalRequested,
} from './surplus.js';
import { TOPICS, type Topic } from './topics.js';

/** Every event type that flows, with the class that validates its data and the topic that it lives on. */
export const EVENTS = {
  'serap.producer.registered.v1': { topic: TOPICS.producers, data: ProducerRegistered },
  'serap.producer.verified.v1': { topic: TOPICS.producers, data: ProducerVerified },
  'serap.producer.suspended.v1': { topic: TOPICS.producers, data: ProducerSuspended },
  'serap.certificate.verified.v1': { topic: TOPICS.producers, data: CertificateVerified },
  'serap.certificate.revoked.v1': { topic: TOPICS.producers, data: CertificateRevoked },
  'serap.surplus.declared.v1': { topic: TOPICS.surplus, data: SurplusDeclared },
  'serap.surplus.withdrawal-requested.v1': { topic: TOPICS.surplus, data: SurplusWithdrawalRequested },
  'serap.surplus.adjusted.v1': { topic: TOPICS.surplus, data: SurplusAdjusted },
  'serap.surplus.certified.v1': { topic: TOPICS.surplus, data: SurplusCertified },
  'serap.surplus.merge-requested.v1': { topic: TOPICS.surplus, data: MergeRequested },
  'serap.surplus.held.v1': { topic: TOPICS.surplus, data: SurplusHeld },
  'serap.surplus.released.v1': { topic: TOPICS.surplus, data: SurplusReleased },
  'serap.agreement.stage-changed.v1': { topic: TOPICS.agreements, data: AgreementStageChanged },
  'serap.agreement.terms-changed.v1': { topic: TOPICS.agreements, data: AgreementTermsChanged },
  'serap.order.received.v1': { topic: TOPICS.orders, data: OrderReceived },
  'serap.order.line-accepted.v1': { topic: TOPICS.orders, data: OrderLineAccepted },
  'serap.order.status-changed.v1': { topic: TOPICS.orders, data: OrderStatusChanged },
  'serap.order.cancelled.v1': { topic: TOPICS.orders, data: OrderCancelled },
  'serap.order.expired.v1': { topic: TOPICS.orders, data: OrderExpired },
  'serap.order.rejected.v1': { topic: TOPICS.orders, data: OrderRejected },
  'serap.order-intake.placed.v1': { topic: TOPICS.orderIntake, data: OrderIntake },
  'serap.allocation.line-promised.v1': { topic: TOPICS.allocations, data: LinePromised },
  'serap.allocation.promise-reduced.v1': { topic: TOPICS.allocations, data: PromiseReduced },
  'serap.allocation.quota-spent.v1': { topic: TOPICS.allocations, data: QuotaSpent },
  'serap.allocation.offered.v1': { topic: TOPICS.allocations, data: AllocationOffered },
  'serap.allocation.confirmed.v1': { topic: TOPICS.allocations, data: AllocationConfirmed },
  'serap.allocation.released.v1': { topic: TOPICS.allocations, data: AllocationReleased },
  'serap.allocation.refused.v1': { topic: TOPICS.allocations, data: AllocationRefused },
  'serap.allocation.lapsed.v1': { topic: TOPICS.allocations, data: AllocationLapsed },
  'serap.allocation.status-changed.v1': { topic: TOPICS.allocations, data: AllocationStatusChanged },
  'serap.allocation.lot-unsold.v1': { topic: TOPICS.allocations, data: LotUnsold },
  'serap.allocation.lot-balance.v1': { topic: TOPICS.allocations, data: LotBalance },
  'serap.allocation.lot-request-decided.v1': { topic: TOPICS.allocations, data: LotRequestDecided },
  'serap.allocation.merge-decided.v1': { topic: TOPICS.allocations, data: MergeDecided },
  'serap.allocation.run-completed.v1': { topic: TOPICS.allocations, data: RunCompleted },
  'serap.shipment.dispatched.v1': { topic: TOPICS.shipments, data: ShipmentDispatched },
  'serap.shipment.leg-arrived.v1': { topic: TOPICS.shipments, data: ShipmentLegArrived },
  'serap.shipment.rescheduled.v1': { topic: TOPICS.shipments, data: ShipmentRescheduled },
  'serap.shipment.delivered.v1': { topic: TOPICS.shipments, data: ShipmentDelivered },
  'serap.shipment.settled.v1': { topic: TOPICS.shipments, data: AllocationSettled },
  'serap.clock.advanced.v1': { topic: TOPICS.clock, data: ClockAdvanced },
  'serap.dead-letter.recorded.v1': { topic: TOPICS.deadLetters, data: DeadLetterRecorded },
  'serap.dead-letter.settled.v1': { topic: TOPICS.deadLetters, data: DeadLetterSettled },
  'serap.partition.stopped.v1': { topic: TOPICS.deadLetters, data: PartitionStopped },
  'serap.partition.resumed.v1': { topic: TOPICS.deadLetters, data: PartitionResumed },
} as const satisfies Record<string, { topic: Topic; data: new () => object }>;

export type EventType = keyof typeof EVENTS;
export type EventData<Type extends EventType> = InstanceType<(typeof EVENTS)[Type]['data']>;

/** A validated event, discriminated by its type. */
export type SerapEvent = { [Type in EventType]: EventEnvelope<Type, EventData<Type>> }[EventType];

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENTS, type);
}
