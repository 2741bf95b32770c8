import type { Office } from './model/office.js';
import { boundOf, freeOf, heldOf, promisedOf, add, type Line, type Lot, type Share } from './model/records.js';
import type { Seen, SeenLine, SeenLot, SeenPart } from './model/seen.js';

/** Where the product and the model differ after an act, each with both numbers. */
export function differences(office: Office, seen: Seen): string[] {
  const found: string[] = [];
  const same = (what: string, product: unknown, model: unknown): void => {
    const [one, other] = [JSON.stringify(product), JSON.stringify(model)];
    if (one !== other) found.push(`${what}: the product has ${one}, the model ${other}`);
  };
  for (const [id, lot] of seen.lots) compareLot(office, office.lots.get(id)!, lot, same);
  for (const [id, line] of seen.lines) compareLine(office.lines.get(id)!, line, same);
  for (const [id, { status, owed, paid }] of seen.orders) {
    const order = office.orders.get(id)!;
    const own = { status: office.statusOf(order), owed: order.owed, paid: order.paid };
    same(`order ${id}`, { status, owed, paid }, own);
  }
  for (const order of office.orders.values()) {
    if (!office.isOver(order)) same(`order ${order.id} is there`, seen.orders.has(order.id), true);
  }
  for (const lot of office.lots.values()) {
    const onHand = freeOf(lot) + heldOf(lot) + office.of(lot, 'offered', 'confirmed').length;
    if (onHand > 0) same(`lot ${lot.id} is there`, seen.lots.has(lot.id), true);
  }
  const cells = new Set([...seen.spent.keys(), ...office.spent.keys()]);
  for (const cell of cells) same(`spent of ${cell}`, seen.spent.get(cell) ?? 0, office.spent.get(cell) ?? 0);
  for (const [id, { status, accepted, damaged, shares, splitFrom }] of seen.allocations) {
    const own = office.allocations.get(id);
    const model = own && { status: own.status, accepted: own.accepted, damaged: own.damaged, splitFrom: own.splitFrom };
    same(`allocation ${id}`, { status, accepted, damaged, splitFrom }, model);
    same(`whose allocation ${id} is`, whoseOf(shares), own && whoseOf(own.shares));
  }
  for (const [id, { payBy: _, ...shipment }] of seen.shipments) {
    const own = office.shipments.get(id);
    const model = own && {
      id,
      orderId: own.orderId,
      loadId: own.loadId,
      allocationIds: own.allocationIds,
      legs: own.legs,
    };
    same(`shipment ${id}`, shipment, model);
  }
  for (const { id, receivedAt } of office.shipments.values()) {
    if (receivedAt === null) same(`shipment ${id} is there`, seen.shipments.has(id), true);
  }
  for (const { id, status } of office.allocations.values()) {
    const isLive = ['offered', 'confirmed', 'dispatched'].includes(status);
    if (isLive) same(`allocation ${id} is there`, seen.allocations.has(id), true);
  }
  return found;
}

/** What each has of it, in however many parts. */
function whoseOf(shares: readonly Share[]): string[] {
  const own = new Map<string, number>();
  for (const { producerId, quantity } of shares) own.set(producerId, (own.get(producerId) ?? 0) + quantity);
  return [...own].map(([producerId, quantity]) => `${producerId} ${String(quantity)}`).sort();
}

type Same = (what: string, product: unknown, model: unknown) => void;

function compareLot(office: Office, lot: Lot, seen: SeenLot, same: Same): void {
  const in_ = (status: string): number => add(office.of(lot, status).map(({ quantity }) => quantity));
  const { delivered, withdrawn, writtenOff, expired, spoiled, recalled } = lot;
  const there = {
    free: freeOf(lot),
    held: heldOf(lot),
    offered: in_('offered'),
    confirmed: in_('confirmed'),
    inTransit: in_('dispatched'),
  };
  same(`lot ${lot.id}`, seen.balance, { ...there, delivered, withdrawn, writtenOff, expired, spoiled, recalled });
  same(`seller of ${lot.id}`, seen.sellerId, lot.sellerId);
  const told = (parts: readonly SeenPart[]): string[] =>
    parts
      .map(({ producerId, declared, free, held, barred }) => [producerId, declared, free, held, barred].join(' '))
      .sort();
  same(`parts of ${lot.id}`, told(seen.parts), told(lot.parts));
  const {
    free,
    held,
    offered,
    confirmed,
    inTransit,
    delivered: came,
    withdrawn: back,
    writtenOff: gone,
  } = seen.balance;
  same(`all of ${lot.id}`, add([free!, held!, offered!, confirmed!, inTransit!, came!, back!, gone!]), lot.declared);
}

function compareLine(line: Line, seen: SeenLine, same: Same): void {
  const { dispatched, accepted, waived, status } = line;
  const figures = { promised: promisedOf(line), allocated: boundOf(line), dispatched, accepted, waived, status };
  same(`line ${line.id}`, seen.figures, figures);
  same(`unfilled of ${line.id}`, seen.unfilled, line.wanted - promisedOf(line));
  const told = (takes: SeenLine['takes']): string[] =>
    takes
      .map(({ termId, edition, period, day, quantity, allocated }) =>
        [termId, edition, period, day, quantity, allocated].join(' '),
      )
      .sort();
  same(`takes of ${line.id}`, told(seen.takes), told(line.takes));
}
