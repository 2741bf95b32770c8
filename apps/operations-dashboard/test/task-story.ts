import type { EventData } from '#contracts/events.js';
import { banyumasPromised, SIJUNJUNG, SULSEL, TERNATE } from './banyumas.js';
import type { PartnerSample } from './samples.js';
import { id, KG, SUGAR, type Story } from './story.js';

type Allocation = EventData<'serap.allocation.offered.v1'>;
type Shipment = EventData<'serap.shipment.dispatched.v1'>;

/** A certificate of a producer, until a day; revoked or not. */
export function certify(story: Story, name: string, until: string, of = name, revoked = false): Story {
  return story.tell(
    revoked ? 'serap.certificate.revoked.v1' : 'serap.certificate.verified.v1',
    `certificate:${id(`certificate ${name}`)}`,
    { certificateId: id(`certificate ${name}`), producerId: id(of), origin: '33.02', kind: 'P-IRT', until },
  );
}

export function closeProducer(story: Story, name: string): Story {
  return story.tell('serap.producer.suspended.v1', `producer:${id(name)}`, {
    producerId: id(name),
    kind: 'producer',
    origin: '33.02',
    village: '33.02.16.2007',
    status: 'closed',
    umkmClass: 'micro',
    workersTotal: 1,
    workersWomen: 0,
    workersYouth: 0,
  });
}

/** A lot is recalled: its second event. */
export function recall(story: Story, name: string): Story {
  return story.tell('serap.surplus.adjusted.v1', `lot:${id(name)}`, {
    ...{ lotId: id(name), origin: '33.02', requestId: id('recall') },
    ...{ cause: 'RECALLED', quantity: 1, certificates: [] },
  });
}

/** One allocation to a partner, as it now stands. */
export function allocation(story: Story, name: string, partner: PartnerSample, change: Partial<Allocation>): Story {
  const status = change.status ?? 'confirmed';
  const type =
    status === 'offered' || status === 'confirmed' || status === 'lapsed' ? status : ('status-changed' as const);
  return story.tell(`serap.allocation.${type}.v1`, `allocation:${id(`allocation ${name}`)}`, {
    allocationId: id(`allocation ${name}`),
    runId: id('run'),
    lineId: id(`line ${partner.code}`),
    orderId: id(`order ${partner.code}`),
    lotId: id('A'),
    termId: id(`term ${partner.code}`),
    origin: '33.02',
    partner: partner.code,
    commodity: SUGAR,
    unit: 'GRAM',
    quantity: 1_000 * KG,
    unitPrice: 16_500,
    freight: partner.freight,
    status,
    chunk: 1,
    chunks: 1,
    contributors: 0,
    contributions: [],
    ...change,
  });
}

/** A shipment of a partner's order: on its way, expected on another day than was said, or received. */
export function shipment(story: Story, partner: PartnerSample, change: Partial<Shipment>, late = false): Story {
  const sent = late ? 'rescheduled' : 'dispatched';
  const type = change.receivedAt ? 'delivered' : change.legsArrived ? 'leg-arrived' : sent;
  return story.tell(`serap.shipment.${type}.v1`, `shipment:${id(`shipment ${partner.code}`)}`, {
    shipmentId: id(`shipment ${partner.code}`),
    orderId: id(`order ${partner.code}`),
    origin: '33.02',
    partner: partner.code,
    allocations: 1,
    legs: 2,
    legsArrived: 0,
    eta: '2019-03-20',
    dispatchedAt: '2019-03-04T01:00:00.000Z',
    ...change,
  });
}

/** What of a lot is free and what is held; the rest is confirmed. */
export function lotStands(story: Story, name: string, kg: number, free: number, held: number, suspended = 0): Story {
  return story.tell('serap.allocation.lot-balance.v1', `balance:${id(name)}`, {
    lotId: id(name),
    origin: '33.02',
    commodity: SUGAR,
    unit: 'GRAM',
    declared: kg * KG,
    free: free * KG,
    held: held * KG,
    offered: 0,
    confirmed: (kg - free - held) * KG,
    inTransit: 0,
    delivered: 0,
    withdrawn: 0,
    writtenOff: 0,
    suspended: suspended * KG,
  });
}

export function owes(story: Story, partner: PartnerSample, owed: number, paid: number): Story {
  const orderId = id(`order ${partner.code}`);
  return story.tell('serap.order.status-changed.v1', `order:${orderId}`, {
    orderId,
    origin: '33.02',
    partner: partner.code,
    status: paid === owed ? 'settled' : 'received',
    lines: 1,
    owed,
    paid,
  });
}

export function stageOf(
  story: Story,
  partner: PartnerSample,
  stage: EventData<'serap.agreement.stage-changed.v1'>['stage'],
  effectiveTo?: string,
  more: { readonly reportDueOn?: string } = {},
): Story {
  const agreementId = id(`agreement ${partner.code}`);
  return story.tell('serap.agreement.stage-changed.v1', `agreement:${agreementId}`, {
    agreementId,
    origin: '33.02',
    partner: partner.code,
    stage,
    edition: 1,
    effectiveFrom: '2019-02-28T17:00:00.000Z',
    ...(effectiveTo === undefined ? {} : { effectiveTo }),
    ...more,
  });
}

export function deadLetter(story: Story, name: string): Story {
  return story.tell('serap.dead-letter.recorded.v1', `dead-letter:${id(name)}`, {
    deadLetterId: id(name),
    group: 'order-routing',
    sourceTopic: 'serap.surplus.v1',
    sourcePartition: '3',
    sourceOffset: '17',
    code: 'MALFORMED',
    error: 'the body is not JSON in UTF-8',
  });
}

/** Banyumas as promised, on 4 March 2019 at 09.00 WIB, with agreements in their usual years. */
export function ordinaryDay(): Story {
  const story = banyumasPromised();
  for (const partner of [TERNATE, SIJUNJUNG, SULSEL]) stageOf(story, partner, 'in-force', '2020-02-29T17:00:00.000Z');
  return story;
}
