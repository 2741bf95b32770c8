import { dayAt, endOf, plusDays } from './calendar.js';
import { ORIGIN } from './gates.js';
import type { Model } from './model.js';
import { bind, lower, partsOf } from './promising.js';
import { add, type Allocation, type Line, type Order, type Shipment } from './records.js';
import type { Item, Payment, Receipt } from './acts.js';

const CORRECTABLE_MS = 72 * 3_600_000;

export function receive(model: Model, { shipmentId, items }: Receipt, at: Date): string | null {
  const { office } = model;
  const shipment = office.shipments.get(shipmentId);
  if (!shipment || shipment.receivedAt) return 'NOT_FOUND';
  if (!isCount(model, shipment, items)) return 'INVALID';
  for (const item of items) {
    const allocation = office.allocations.get(item.allocationId)!;
    const lot = office.lots.get(allocation.lotId)!;
    const line = office.lines.get(allocation.lineId)!;
    const lost = allocation.quantity - item.accepted;
    count(allocation, item);
    lot.delivered += item.accepted;
    lot.writtenOff += lost;
    line.accepted += item.accepted;
    line.dispatched -= lost;
    bind(line, allocation, -lost);
    const isWaived = lost <= tolerated(model, allocation);
    if (isWaived) line.waived += lost;
    // What fills no package cannot be sent in the place of what was lost.
    const isWaited = line.status === 'open' && !isWaived;
    lower(office, line, allocation, isWaited ? lost % lot.sack : lost);
  }
  shipment.receivedAt = at;
  settleOrder(model, office.orders.get(shipment.orderId)!);
  checkPayBy(model, shipment);
  return null;
}

/** Every allocation of the shipment once, and no more of it than was sent. */
function isCount({ office }: Model, shipment: Shipment, items: readonly Item[]): boolean {
  const named = items.map(({ allocationId }) => allocationId).sort();
  if (named.join() !== [...shipment.allocationIds].sort().join()) return false;
  return items.every(({ allocationId, accepted, damaged, sacks = null }) => {
    const { quantity, lotId } = office.allocations.get(allocationId)!;
    const { sack } = office.lots.get(lotId)!;
    // Sacks are counted of what left in whole ones, and one is heavier than it says by no more than it may be lighter.
    const most = sack > 1 && quantity % sack === 0 ? quantity / sack : 0;
    const isHeld = sacks === null || (sacks <= most && accepted + damaged <= sacks * sack * 1.01);
    return accepted + damaged <= quantity && isHeld;
  });
}

function count(allocation: Allocation, { accepted, damaged, sacks = null }: Item): void {
  allocation.sacks = sacks;
  allocation.accepted = accepted;
  allocation.damaged = damaged;
  allocation.status = accepted === allocation.quantity ? 'accepted' : accepted > 0 ? 'short' : 'refused-at-arrival';
}

/**
 * What its row says, else 0.5 % of what is weighed and nothing of what is counted. In sacks 1 %, as one pack may lack, and no
 * less than the row says; where they were counted and one did not come, only what the row says.
 */
function tolerated({ office }: Model, allocation: Allocation): number {
  const { lotId, quantity, sacks } = allocation;
  const { unit, sack } = office.lots.get(lotId)!;
  const said = office.edition(allocation).loadTolerance;
  const isShortOfSacks = sacks !== null && sacks * sack < quantity;
  const ofSacks = isShortOfSacks ? (said ?? 0) : Math.max(100, said ?? 0);
  const inTenThousand = sack > 1 ? ofSacks : (said ?? (unit === 'GRAM' ? 50 : 0));
  return Math.floor((quantity * inTenThousand) / 10_000);
}

/** What an allocation comes to: rounded once, half up. */
export function amountOf(model: Model, { lotId, accepted, unitPrice }: Allocation): number {
  const perUnit = model.office.lots.get(lotId)!.unit === 'GRAM' ? 1_000 : 1;
  const whole = BigInt(accepted) * BigInt(unitPrice);
  return Number((2n * whole + BigInt(perUnit)) / BigInt(2 * perUnit));
}

function settleOrder(model: Model, order: Order): void {
  const goods = [...model.office.allocations.values()].filter(({ orderId }) => orderId === order.id);
  order.owed = add(goods.map((allocation) => amountOf(model, allocation)));
  for (const { allocationId, quantity, amount, lines } of model.seen.settlements) {
    const allocation = model.office.allocations.get(allocationId);
    if (!allocation) continue;
    const all = amountOf(model, allocation);
    const check = (rule: string, holds: boolean): void => {
      if (!holds) model.fault(`settlement of ${allocationId}: ${rule}`);
    };
    check(`${String(all)} rupiah, not ${String(amount)}`, all === amount);
    check('what was accepted', quantity === allocation.accepted);
    check('quantities add up', add(lines.map((line) => line.quantity)) === quantity);
    check('rupiah add up', add(lines.map((line) => line.amount)) === amount);
    for (const producerId of new Set(allocation.shares.map((share) => share.producerId))) {
      const given = allocation.shares.filter((share) => share.producerId === producerId).map((one) => one.quantity);
      const got = lines.filter((line) => line.producerId === producerId);
      const part = add(got.map((line) => line.quantity));
      const rupiah = add(got.map((line) => line.amount));
      const due = (add(given) * quantity) / allocation.quantity;
      // Who was registered twice has a line of each name still, and each is rounded by itself.
      const isNear = (one: number, other: number): boolean => Math.abs(one - other) < given.length;
      check(`${producerId} gets its proportion`, isNear(part, due));
      check(`${producerId} earns its proportion`, isNear(rupiah, quantity && (amount * part) / quantity));
    }
  }
}

function checkPayBy(model: Model, { id, allocationIds, receivedAt }: Shipment): void {
  const { office } = model;
  const goods = allocationIds.map((one) => office.allocations.get(one)!).filter(({ accepted }) => accepted > 0);
  const days = Math.max(0, ...goods.map((one) => office.edition(one).paymentDays ?? 30));
  const due = goods.length === 0 ? null : plusDays(dayAt(receivedAt!, ORIGIN), days);
  const told = model.seen.shipments.get(id)?.payBy ?? null;
  if (due !== null && told !== due) model.fault(`${id} is to be paid by ${String(told)}, not ${due}`);
}

export function correct(model: Model, { shipmentId, items }: Receipt, at: Date): string | null {
  const { office } = model;
  const shipment = office.shipments.get(shipmentId);
  if (!shipment?.receivedAt) return 'NOT_RECEIVED';
  if (at.getTime() - shipment.receivedAt.getTime() > CORRECTABLE_MS) return 'ILLEGAL_TRANSITION';
  if (!isCount(model, shipment, items)) return 'INVALID';
  const order = office.orders.get(shipment.orderId)!;
  const goods = items.map((item) => ({ item, allocation: office.allocations.get(item.allocationId)! }));
  if (goods.every(({ item, allocation }) => isSame(allocation, item))) return 'INVALID';
  // Whether there is room for more depends on what has been promised and sent since: the product says so.
  const isMore = goods.some(({ item, allocation }) => item.accepted > allocation.accepted);
  if (isMore && model.refusal === 'INVALID') return 'INVALID';
  const after = new Map(items.map((item) => [item.allocationId, item.accepted]));
  const owed = add(
    [...office.allocations.values()]
      .filter(({ orderId }) => orderId === order.id)
      .map((one) => amountOf(model, { ...one, accepted: after.get(one.id) ?? one.accepted })),
  );
  if (owed < order.paid) return 'ILLEGAL_TRANSITION';
  for (const { item, allocation } of goods) recount(model, allocation, item, at);
  if (isMore) model.adoptPromises(order);
  settleOrder(model, order);
  checkPayBy(model, shipment);
  return null;
}

const isSame = (one: Allocation, item: Item): boolean =>
  one.accepted === item.accepted && one.damaged === item.damaged && one.sacks === (item.sacks ?? null);

function recount(model: Model, allocation: Allocation, item: Item, at: Date): void {
  const { office } = model;
  const lot = office.lots.get(allocation.lotId)!;
  const line = office.lines.get(allocation.lineId)!;
  const more = item.accepted - allocation.accepted;
  const isOpen = line.status === 'open' && endOf(line.needBy, line.deliverTo) > at;
  const wasWaived = waivedOf(model, allocation);
  count(allocation, item);
  lot.delivered += more;
  lot.writtenOff -= more;
  line.accepted += more;
  line.dispatched += more;
  if (more < 0) bind(line, allocation, more);
  const isWaived = waivedOf(model, allocation);
  line.waived += isWaived - wasWaived;
  if (more < 0) lower(office, line, allocation, isOpen && isWaived === 0 ? broken(line, allocation, lot.sack) : -more);
}

/** What of the unbound promise fills no package. */
function broken(line: Line, allocation: Allocation, sack: number): number {
  const part = partsOf(line).find(
    ({ termId, edition }) => termId === allocation.termId && edition === allocation.edition,
  );
  return (part?.unbound ?? 0) % sack;
}

function waivedOf(model: Model, allocation: Allocation): number {
  const lost = allocation.quantity - allocation.accepted;
  return lost <= tolerated(model, allocation) ? lost : 0;
}

export function pay({ office }: Model, { orderId, amount, reference }: Payment): string | null {
  const order = office.orders.get(orderId);
  if (!order || office.isOver(order)) return 'NOT_FOUND';
  if (!['dispatched', 'received'].includes(office.statusOf(order))) return 'ILLEGAL_TRANSITION';
  if (office.references.has(reference)) return 'PAYMENT_REPEATED';
  if (order.paid + amount > order.owed) return 'INVALID';
  order.paid += amount;
  office.references.set(reference, orderId);
  return null;
}

export function reverse({ office }: Model, { orderId, amount, reference }: Payment): string | null {
  const order = office.orders.get(orderId);
  if (office.references.get(reference) !== orderId || !order) return 'ILLEGAL_TRANSITION';
  order.paid -= amount;
  office.references.delete(reference);
  return null;
}
