import { isSuspended, partOf, putBack, unbind } from './binding.js';
import type { Model } from './model.js';
import type { Adjusted, Certified, Declared, HoldChanged, Withdrawal } from './acts.js';
import { certificatesKey, heldBy, partsOf, Served } from './promising.js';
import { closedGate } from './gates.js';
import { add, freeOf, heldOf, type Allocation, type Lot } from './records.js';

export function declare({ office }: Model, said: Declared): string | null {
  if (office.lots.has(said.lotId)) return null;
  const heldFor = new Set(said.heldFor ?? []);
  office.lots.set(said.lotId, {
    id: said.lotId,
    sellerId: said.sellerId,
    commodity: said.commodity,
    unit: said.unit,
    sack: said.sack ?? 1,
    declared: said.quantity,
    producedOn: said.producedOn,
    bestBefore: said.bestBefore,
    floorPrice: said.floorPrice,
    law: said.law ?? null,
    standingConsent: said.standingConsent,
    certificates: said.certificates,
    parts: said.contributions.map(({ producerId, quantity, certificates }) => {
      const barred = heldFor.has(producerId) || heldFor.has(said.sellerId) ? quantity : 0;
      const own = { certificates: certificates ?? null, free: quantity - barred, held: 0, barred };
      return { producerId, declared: quantity, ...own };
    }),
    ...{ delivered: 0, withdrawn: 0, writtenOff: 0, expired: 0, spoiled: 0, recalled: 0 },
    onHold: false,
    suspended: heldFor,
  });
  return null;
}

const onHand = (model: Model, lot: Lot): number =>
  freeOf(lot) + heldOf(lot) + add(model.office.of(lot, 'offered', 'confirmed').map(({ quantity }) => quantity));

/** Spoiled, recalled, or with fewer certificates than before. */
export function adjust(model: Model, said: Adjusted, at: Date): string | null {
  const { requestId, lotId, cause, quantity, certificates, parts } = said;
  const lot = model.office.lots.get(lotId);
  if (!lot) return null;
  if (cause === 'CERTIFICATE_REVOKED') {
    const bound = model.office.of(lot, 'offered', 'confirmed');
    const stood = bound.filter((allocation) => stillFits(model, lot, allocation, at));
    if (!parts) lot.certificates = certificates;
    for (const { producerId, certificates: own } of parts ?? []) partOf(lot, producerId).certificates = own;
    for (const allocation of stood) if (!stillFits(model, lot, allocation, at)) unbind(model, allocation, 'released');
    return null;
  }
  const gone = Math.min(quantity, onHand(model, lot));
  for (const allocation of latestFirst(model, lot)) {
    if (freeOf(lot) + heldOf(lot) >= gone) break;
    unbind(model, allocation, 'released');
  }
  lot.writtenOff += gone;
  lot[cause === 'SPOILED' ? 'spoiled' : 'recalled'] += gone;
  takeShelves(model, lot, gone);
  model.expectGranted(requestId, gone);
  return null;
}

/** Whether all whose goods were bound still hold what was asked for. */
function stillFits({ office }: Model, lot: Lot, allocation: Allocation, at: Date): boolean {
  const line = office.lines.get(allocation.lineId)!;
  return allocation.shares.every(({ producerId }) => {
    const held = heldBy(lot, partOf(lot, producerId));
    return !closedGate(lot, held, line, office.edition(allocation), at)?.startsWith('certificate');
  });
}

function latestFirst({ office }: Model, lot: Lot) {
  const order = [...office.lines.keys()];
  return office
    .of(lot, 'offered', 'confirmed')
    .sort((a, b) => order.indexOf(b.lineId) - order.indexOf(a.lineId) || (a.id < b.id ? -1 : 1));
}

/** Whose goods are gone is the product's to say, in proportion; how much, and that nobody gives what he has not, is not. */
function takeShelves(model: Model, lot: Lot, gone: number): void {
  const shelves = model.seen.lots.get(lot.id);
  const before = freeOf(lot) + heldOf(lot);
  if (!shelves) {
    if (before > gone) model.fault(`${lot.id} is gone with ${String(before - gone)} on its shelves`);
    for (const part of lot.parts) [part.free, part.held, part.barred] = [0, 0, 0];
    return;
  }
  for (const { producerId, free, held, barred } of shelves.parts) {
    const part = partOf(lot, producerId);
    // What goes is taken where it lies; nothing of the rest moves to another shelf.
    if (free > part.free || held > part.held || barred > part.barred) {
      model.fault(`${producerId} of ${lot.id} has more than before`);
    }
    [part.free, part.held, part.barred] = [free, held, barred];
  }
  if (before - freeOf(lot) - heldOf(lot) !== gone) {
    model.fault(`${String(before - freeOf(lot) - heldOf(lot))} of ${lot.id} are gone, not ${String(gone)}`);
  }
}

export function certify({ office }: Model, { lotId, certificates, parts }: Certified): string | null {
  const lot = office.lots.get(lotId);
  if (!lot) return null;
  lot.certificates = certificates;
  for (const { producerId, certificates: own } of parts) partOf(lot, producerId).certificates = own;
  return null;
}

export function hold(model: Model, { lotId, cause, producerId }: HoldChanged): string | null {
  const lot = model.office.lots.get(lotId);
  if (!lot) return null;
  if (cause === 'QUALITY') lot.onHold = true;
  else lot.suspended.add(producerId ?? lot.sellerId);
  for (const part of lot.parts) {
    if (!lot.onHold && !isSuspended(lot, part.producerId)) continue;
    part.barred += part.free;
    part.free = 0;
  }
  if (cause === 'QUALITY') return null;
  for (const allocation of model.office.of(lot, 'offered', 'confirmed')) {
    if (allocation.shares.some((share) => isSuspended(lot, share.producerId))) unbind(model, allocation, 'released');
  }
  return null;
}

export function release({ office }: Model, { lotId, cause, producerId }: HoldChanged): string | null {
  const lot = office.lots.get(lotId);
  if (!lot) return null;
  if (cause === 'QUALITY') lot.onHold = false;
  else lot.suspended.delete(producerId ?? lot.sellerId);
  for (const part of lot.parts) {
    const { barred } = part;
    part.barred = 0;
    putBack(lot, part, barred);
  }
  return null;
}

/** What was refused or has lapsed is for sale again. */
export function sellAgain({ office }: Model, { lotId }: { readonly lotId: string }): string | null {
  const lot = office.lots.get(lotId);
  if (!lot) return 'NOT_FOUND';
  if (lot.parts.every((part) => part.held === 0)) return 'ILLEGAL_TRANSITION';
  for (const part of lot.parts) {
    const { held } = part;
    part.held = 0;
    putBack(lot, part, held);
  }
  return null;
}

/** What is held comes back first, then what is free and no promise needs. */
export function withdraw(model: Model, asked: Withdrawal, at: Date): string | null {
  const { requestId, lotId, quantity, producerId, whole } = asked;
  const { office } = model;
  const lot = office.lots.get(lotId);
  if (!lot) return null;
  const own = producerId === undefined ? lot.parts : [partOf(lot, producerId)];
  const free = add(own.map((part) => part.free));
  const could = add(own.map((part) => part.held + part.barred)) + Math.min(free, spareOf(model, lot, producerId, at));
  const isRefused = whole === true && could < quantity;
  model.movesNothing = isRefused;
  const granted = isRefused ? 0 : Math.min(could, quantity);
  lot.withdrawn += granted;
  takeShelves(model, lot, granted);
  model.expectGranted(requestId, granted, isRefused ? could : undefined);
  return null;
}

function spareOf({ office }: Model, lot: Lot, producerId: string | undefined, at: Date): number {
  const served = new Served(office, lot.commodity, at);
  for (const line of office.lines.values()) {
    if (line.commodity !== lot.commodity) continue;
    for (const part of partsOf(line)) served.serve(line, office.edition(part), part.unbound);
  }
  const certificates = producerId === undefined ? null : heldBy(lot, partOf(lot, producerId));
  const goods = served.goods.flatMap((one, index) => {
    const isOf = certificates === null || certificatesKey(one.certificates) === certificatesKey(certificates);
    return one.lot === lot && isOf ? [index] : [];
  });
  const sacks = served.flow.spare(goods);
  const whole = add(goods.map((index) => Math.floor(served.goods[index]!.free / lot.sack)));
  return add(goods.map((index) => served.goods[index]!.free)) - (whole - sacks) * lot.sack;
}
