import { dayAt, plusDays } from './calendar.js';
import { covers, ORIGIN } from './gates.js';
import type { Fault, Model } from './model.js';
import { add, type Allocation, type Leg, type Shipment } from './records.js';
import type { Act, Dispatched, LoadSent, Rescheduled } from './acts.js';

type Arrived = Extract<Act, { kind: 'leg-arrived' }>['payload'];

export function dispatch(model: Model, { shipmentId, orderId, allocationIds, legs }: Dispatched): string | null {
  const { office } = model;
  const order = office.orders.get(orderId);
  if (!order || office.isOver(order)) return 'NOT_FOUND';
  if (!['promised-in-full', 'promised-in-part', 'allocated', 'dispatched'].includes(office.statusOf(order))) {
    return 'ILLEGAL_TRANSITION';
  }
  const goods: (Allocation | undefined)[] = allocationIds.map((id) => office.allocations.get(id));
  for (const one of goods) {
    if (one?.orderId !== orderId || !['offered', 'confirmed', 'dispatched'].includes(one.status)) {
      return 'NOT_FOUND';
    }
    if (one.status !== 'confirmed' || office.lots.get(one.lotId)!.onHold) return 'ILLEGAL_TRANSITION';
  }
  // That legs join is asked at the door.
  for (const one of goods) leave(model, one!);
  office.shipments.set(shipmentId, {
    ...{ id: shipmentId, orderId, loadId: null, allocationIds, receivedAt: null },
    legs: legs.map(({ eta }) => ({ eta, arrived: false })),
  });
  return null;
}

function leave({ office }: Model, allocation: Allocation): void {
  allocation.status = 'dispatched';
  office.lines.get(allocation.lineId)!.dispatched += allocation.quantity;
}

/** Goods of several orders and sellers leave together. Which of several faults is named is the product's choice. */
export function sendLoad(model: Model, load: LoadSent, at: Date): string | null {
  const { office } = model;
  const faults = faultsOf(model, load, at);
  if (faults.length > 0) return model.refuse(faults);
  const byOrder = new Map<string, string[]>();
  for (const { allocationId, quantity } of load.parts) {
    const whole = office.allocations.get(allocationId)!;
    const part = quantity === null || quantity === whole.quantity ? whole : split(model, whole, quantity);
    leave(model, part);
    byOrder.set(part.orderId, [...(byOrder.get(part.orderId) ?? []), part.id]);
  }
  const told = [...model.seen.shipments.values()].filter(({ id }) => !office.shipments.has(id));
  if (told.length !== byOrder.size) model.fault(`${String(told.length)} shipments for ${String(byOrder.size)} orders`);
  for (const { id, orderId } of told) {
    office.shipments.set(id, {
      ...{ id, orderId, loadId: load.loadId, allocationIds: byOrder.get(orderId) ?? [], receivedAt: null },
      legs: load.legs.map(({ eta }) => ({ eta, arrived: false })),
    });
  }
  return null;
}

/** All that speaks against a load, each with the code of its refusal. */
function faultsOf({ office }: Model, load: LoadSent, at: Date): Fault[] {
  const faults: Fault[] = [];
  const wrong = (why: string, isWrong: boolean, code = 'INVALID'): void => {
    if (isWrong) faults.push({ code, why });
  };
  const ids = load.parts.map(({ allocationId }) => allocationId);
  const goods = ids.map((id) => office.allocations.get(id));
  for (const one of goods) {
    const isLive = one !== undefined && ['offered', 'confirmed', 'dispatched'].includes(one.status);
    wrong('nothing that could leave', !isLive, 'NOT_FOUND');
    wrong('not confirmed', isLive && one.status !== 'confirmed', 'ILLEGAL_TRANSITION');
    wrong('on hold', isLive && office.lots.get(one.lotId)!.onHold, 'ILLEGAL_TRANSITION');
  }
  wrong('the same twice', new Set(ids).size < ids.length);
  wrong('legs that do not join', !isOneWay(load.legs));
  const known = load.parts.flatMap(({ quantity }, index) => {
    const one = goods[index];
    return one ? [{ one, lot: office.lots.get(one.lotId)!, quantity: quantity ?? one.quantity }] : [];
  });
  for (const { one, lot, quantity } of known) {
    wrong('more than there is', quantity < 1 || quantity > one.quantity);
    // All of an allocation may leave as it was bound; a part of it is whole sacks.
    wrong('a torn sack', quantity < one.quantity && quantity % lot.sack !== 0);
  }
  const places = new Set(known.map(({ one }) => office.lines.get(one.lineId)!.deliverTo));
  wrong('two places', places.size > 1);
  const { capacity } = load;
  wrong('another unit', capacity !== null && known.some(({ lot }) => lot.unit !== capacity.unit));
  wrong('no room', capacity !== null && add(known.map(({ quantity }) => quantity)) > capacity.quantity);
  const commodities = new Set(known.map(({ lot }) => lot.commodity));
  for (const rule of office.paperRules) {
    const { id, modes, destinations, from } = rule;
    const isOnWay = load.legs.some(({ mode }) => modes.includes(mode));
    const isThere = destinations.some((region) => [...places].some((place) => covers(region, place)));
    const isOfGoods = rule.commodities.length === 0 || rule.commodities.some((one) => commodities.has(one));
    const isAsked = isOnWay && (isThere || destinations.length === 0) && isOfGoods;
    const isGiven = load.papers.some(({ kind }) => kind === id);
    wrong('a paper is missing', isAsked && (from === null || from <= dayAt(at, ORIGIN)) && !isGiven);
  }
  return faults;
}

/** Legs join, as people write names, and none ends before the one ahead of it. */
function isOneWay(legs: readonly Leg[]): boolean {
  const plain = (name: string): string => name.trim().toLowerCase().split(/\s+/).join(' ');
  return legs.every((leg, index) => {
    const ahead = legs[index - 1];
    return !ahead || (plain(ahead.to) === plain(leg.from) && leg.eta >= ahead.eta);
  });
}

/**
 * An allocation of which a part leaves is let go of, and two take its place: alike in everything but their quantity, their
 * contributors' shares in proportion, to the unit.
 */
function split(model: Model, whole: Allocation, quantity: number): Allocation {
  const { office, seen } = model;
  const check = (rule: string, holds: boolean): void => {
    if (!holds) model.fault(`the parts of ${whole.id}: ${rule}`);
  };
  const parts = [...seen.allocations.values()].filter(({ splitFrom }) => splitFrom === whole.id);
  const sent = parts.find(({ status }) => status === 'dispatched');
  const rest = parts.find(({ status }) => status === 'confirmed');
  check('one that left and one that did not', parts.length === 2 && sent !== undefined && rest !== undefined);
  if (!sent || !rest) return whole;
  check('what was asked for', sent.quantity === quantity);
  check('nothing comes and nothing goes', sent.quantity + rest.quantity === whole.quantity);
  for (const part of [sent, rest]) {
    const { id, shares } = part;
    const same = (['lineId', 'orderId', 'lotId', 'termId', 'edition', 'unitPrice'] as const).every(
      (field) => part[field] === whole[field],
    );
    check(`${id} is alike`, same && part.freight === office.edition(whole).freight);
    check(`${id} is somebody's`, add(shares.map((share) => share.quantity)) === part.quantity);
    for (const producerId of new Set(whole.shares.map((share) => share.producerId))) {
      const given = whole.shares.filter((share) => share.producerId === producerId).map((share) => share.quantity);
      const all = add(given);
      const own = add(shares.filter((share) => share.producerId === producerId).map((share) => share.quantity));
      // Who was registered twice has a share under each name still, and each is rounded by itself.
      check(
        `${producerId} has a share of ${id}`,
        Math.abs(own - (all * part.quantity) / whole.quantity) < given.length,
      );
      const both = add(
        [...sent.shares, ...rest.shares]
          .filter((share) => share.producerId === producerId)
          .map((share) => share.quantity),
      );
      check(`${producerId} has what he had`, both === all);
    }
    const { lineId, orderId, lotId, termId, edition, unitPrice } = whole;
    const own = { lineId, orderId, lotId, termId, edition, unitPrice, boundAt: whole.boundAt, splitFrom: whole.id };
    office.allocations.set(id, {
      ...own,
      id,
      shares,
      quantity: part.quantity,
      status: 'confirmed',
      accepted: 0,
      damaged: 0,
      sacks: null,
    });
  }
  whole.status = 'released';
  return office.allocations.get(sent.id)!;
}

/** What arrives, or is expected otherwise, is all of a load that its buyers have not received. */
function together({ office }: Model, shipment: Shipment): Shipment[] {
  if (shipment.loadId === null) return [shipment];
  return [...office.shipments.values()].filter(({ loadId, receivedAt }) => loadId === shipment.loadId && !receivedAt);
}

export function arrive(model: Model, { shipmentId, leg }: Arrived): string | null {
  const shipment = model.office.shipments.get(shipmentId);
  if (!shipment || shipment.receivedAt || shipment.legs[leg] === undefined) return 'NOT_FOUND';
  if (shipment.legs.findIndex(({ arrived }) => !arrived) !== leg) return 'ILLEGAL_TRANSITION';
  for (const { legs } of together(model, shipment)) legs[leg]!.arrived = true;
  return null;
}

/** An estimate changes until the leg has arrived; all that comes later moves by as many days. */
export function reschedule(model: Model, { shipmentId, leg, eta }: Rescheduled): string | null {
  const shipment = model.office.shipments.get(shipmentId);
  const before = shipment?.legs[leg];
  if (!shipment || shipment.receivedAt || !before) return 'NOT_FOUND';
  // What is all there is no longer expected; of what is on its way a leg that has arrived is none to wait for.
  if (before.arrived) return shipment.legs.every(({ arrived }) => arrived) ? 'ILLEGAL_TRANSITION' : 'NOT_FOUND';
  const ahead = shipment.legs[leg - 1];
  if (eta === before.eta) return model.refuse([{ code: 'INVALID', why: 'the same day' }]);
  if (ahead && eta < ahead.eta) return model.refuse([{ code: 'INVALID', why: 'before the leg ahead' }]);
  const days = Math.round((Date.parse(eta) - Date.parse(before.eta)) / 86_400_000);
  for (const { legs } of together(model, shipment)) {
    for (const later of legs.slice(leg)) later.eta = plusDays(later.eta, days);
  }
  return null;
}
