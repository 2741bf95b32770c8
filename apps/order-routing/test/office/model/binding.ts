import { closedGate, unitPrice } from './gates.js';
import type { Model } from './model.js';
import { bind, heldBy, Served, unboundOf, partsOf, sackOf } from './promising.js';
import { add, type Allocation, type Lot, type Part } from './records.js';
import type { SeenAllocation } from './seen.js';

/** Goods come back to their shelf: kept out while their lot is on hold or their maker is suspended. */
export function putBack(lot: Lot, part: Part, quantity: number): void {
  if (lot.onHold || isSuspended(lot, part.producerId)) part.barred += quantity;
  else part.free += quantity;
}

export function isSuspended(lot: Lot, producerId: string): boolean {
  return lot.suspended.has(producerId) || lot.suspended.has(lot.sellerId);
}

export function partOf(lot: Lot, producerId: string): Part {
  return lot.parts.find((part) => part.producerId === producerId)!;
}

/** Bound goods that have not left are let go of: for sale again, or held where their seller did not want it. */
export function unbind({ office }: Model, allocation: Allocation, status: 'released' | 'refused' | 'lapsed'): void {
  const lot = office.lots.get(allocation.lotId)!;
  const line = office.lines.get(allocation.lineId)!;
  for (const { producerId, quantity } of allocation.shares) {
    const part = partOf(lot, producerId);
    if (status === 'released') putBack(lot, part, quantity);
    else part.held += quantity;
  }
  bind(line, allocation, -allocation.quantity);
  allocation.status = status;
  if (status !== 'released') line.refusedBy.add(lot.sellerId);
}

/** A run: the product chose goods for promises; each choice has to be one that the rules allow, and none may be left out. */
export function takeRun(model: Model, at: Date): void {
  const { office, seen } = model;
  for (const { outcome, faults } of seen.runs) {
    if (outcome !== 'published') model.fault(`a run failed: ${faults.join()}`);
  }
  const chosen = [...seen.allocations.values()].filter(({ id }) => !office.allocations.has(id));
  const mayAvoid = commoditiesThatCanAvoid(model, at);
  for (const allocation of chosen) {
    judge(model, allocation, at);
    const line = office.lines.get(allocation.lineId)!;
    const { sellerId } = office.lots.get(allocation.lotId)!;
    if (line.refusedBy.has(sellerId) && mayAvoid.has(line.commodity)) {
      model.fault(`${sellerId} refused ${line.id}, and is asked again while others can serve`);
    }
  }
  const opened = commoditiesOpened(model, at);
  // A promise outranks the package: with one that only opened ones serve, the run may sell what lies beside it.
  for (const line of office.lines.values()) if (opened.has(line.commodity)) model.adoptTakes(line);
  const isPacked = ({ lotId }: SeenAllocation): boolean => !opened.has(office.lots.get(lotId)?.commodity ?? '');
  checkSacks(model, chosen.filter(isPacked));
  for (const allocation of chosen) adopt(model, allocation, at);
  if (model.isPromisedAfter) return;
  for (const line of office.lines.values()) {
    for (const { termId, edition, unbound } of partsOf(line)) {
      if (unbound > 0 && office.isServing(termId, at)) {
        model.fault(`${String(unbound)} of ${line.id} under ${termId} edition ${String(edition)} stay unbound`);
      }
    }
  }
}

/**
 * Packages are cut from the pool: one may hold goods of members whose certificates differ, if its line asks for none of
 * these. So a line gets whole ones of a lot, in however many parts.
 */
function checkSacks(model: Model, chosen: readonly SeenAllocation[]): void {
  const bound = new Map<string, number>();
  for (const { lotId, lineId, quantity } of chosen) {
    const key = `${lotId} to ${lineId}`;
    bound.set(key, (bound.get(key) ?? 0) + quantity);
  }
  for (const [key, quantity] of bound) {
    const lot = model.office.lots.get(key.split(' ')[0]!)!;
    if (quantity % sackOf(model.office, lot.commodity) !== 0) {
      model.fault(`${String(quantity)} of ${key}: no whole sacks`);
    }
  }
}

/** Where whole packages cannot serve all that is promised. */
function commoditiesOpened({ office }: Model, at: Date): Set<string> {
  const opened = new Set<string>();
  for (const commodity of new Set([...office.lines.values()].map((line) => line.commodity))) {
    if (sackOf(office, commodity) === 1) continue;
    const served = new Served(office, commodity, at);
    for (const line of office.lines.values()) {
      if (line.commodity !== commodity) continue;
      for (const part of partsOf(line)) {
        if (served.serve(line, office.edition(part), part.unbound) < part.unbound) opened.add(commodity);
      }
    }
  }
  return opened;
}

/** Where everything could be served without those who refused it, nobody of them is asked. */
function commoditiesThatCanAvoid({ office }: Model, at: Date): Set<string> {
  const lines = [...office.lines.values()];
  const can = new Set(lines.map(({ commodity }) => commodity));
  for (const commodity of can) {
    const served = new Served(office, commodity, at, (line, lot) => !line.refusedBy.has(lot.sellerId));
    for (const line of lines.filter((one) => one.commodity === commodity)) {
      for (const part of partsOf(line)) {
        if (served.serve(line, office.edition(part), part.unbound) < part.unbound) can.delete(commodity);
      }
    }
  }
  return can;
}

function judge(model: Model, chosen: SeenAllocation, at: Date): void {
  const { office } = model;
  const name = `${chosen.id} (${String(chosen.quantity)} of ${chosen.lotId} to ${chosen.lineId} under ${chosen.termId})`;
  const [lot, line] = [office.lots.get(chosen.lotId), office.lines.get(chosen.lineId)];
  if (!lot || !line) {
    model.fault(`${name}: no such lot or line`);
    return;
  }
  const row = office.edition(chosen);
  const check = (rule: string, holds: boolean): void => {
    if (!holds) model.fault(`${name}: ${rule}`);
  };
  check('more than nothing', chosen.quantity > 0);
  check('an agreement in force', office.isServing(row.id, at));
  check('a lot that is not held', !lot.onHold);
  check(`price ${String(unitPrice(lot, row))}`, chosen.unitPrice === unitPrice(lot, row));
  check(`freight ${String(row.freight)}`, chosen.freight === row.freight);
  check('its shares add up', add(chosen.shares.map(({ quantity }) => quantity)) === chosen.quantity);
  check('consent', chosen.status === (lot.standingConsent ? 'confirmed' : 'offered'));
  for (const { producerId, quantity } of chosen.shares) {
    const part = partOf(lot, producerId);
    check(`goods of ${producerId}`, quantity > 0 && quantity <= part.free);
    const closed = closedGate(lot, heldBy(lot, part), line, row, at);
    check(`gate ${closed ?? ''} for ${producerId}`, closed === null);
  }
}

function adopt(model: Model, chosen: SeenAllocation, at: Date): void {
  const { office } = model;
  const [lot, line] = [office.lots.get(chosen.lotId), office.lines.get(chosen.lineId)];
  if (!lot || !line) return;
  const part = partsOf(line).find(({ termId, edition }) => termId === chosen.termId && edition === chosen.edition);
  if (!part || part.unbound < chosen.quantity || unboundOf(line) < chosen.quantity) {
    model.fault(`${chosen.id} binds ${String(chosen.quantity)} of ${line.id}, of which so much was not promised`);
    return;
  }
  bind(line, chosen, chosen.quantity);
  for (const { producerId, quantity } of chosen.shares) partOf(lot, producerId).free -= quantity;
  const { id, lineId, orderId, lotId, termId, edition, quantity, unitPrice: price, shares, status } = chosen;
  const own = { id, lineId, orderId, lotId, termId, edition, quantity, unitPrice: price, shares, status };
  office.allocations.set(id, { ...own, boundAt: at, accepted: 0, damaged: 0, sacks: null, splitFrom: null });
}

export function confirm({ office }: Model, id: string): string | null {
  const allocation = office.allocations.get(id);
  if (!allocation || !['offered', 'confirmed', 'dispatched'].includes(allocation.status)) return 'NOT_FOUND';
  if (allocation.status !== 'offered') return 'ILLEGAL_TRANSITION';
  allocation.status = 'confirmed';
  return null;
}

export function refuse(model: Model, id: string): string | null {
  const allocation = model.office.allocations.get(id);
  if (!allocation || !['offered', 'confirmed', 'dispatched'].includes(allocation.status)) return 'NOT_FOUND';
  if (allocation.status !== 'offered') return 'ILLEGAL_TRANSITION';
  unbind(model, allocation, 'refused');
  return null;
}
