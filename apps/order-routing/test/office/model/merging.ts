import type { Model } from './model.js';
import { putBack } from './binding.js';
import type { Act, Declared, Merged } from './acts.js';
import type { Office } from './office.js';
import { freeOf, heldOf, type Held, type Lot, type Part } from './records.js';

/**
 * Two registrations become one: goods, shares and refusals go by one name; promises, allocations and balances stay.
 *
 * @returns null: it is never refused as a call is; the product says in its answer that it was not done, and why
 */
export function merge(model: Model, said: Merged): string | null {
  const { office } = model;
  const fault = faultOf(office, said);
  const told = model.seen.merges.find(({ mergeId }) => mergeId === said.mergeId);
  if (!told) {
    model.fault(`${said.mergeId} is not answered`);
  } else if ((told.fault ?? null) !== fault) {
    model.fault(`${said.mergeId} is answered with ${String(told.fault)}, by the rules with ${String(fault)}`);
  }
  if (fault !== null || office.nameOf(said.duplicateId) === said.keepId) {
    model.movesNothing = true;
    return null;
  }
  model.met = meets(office, said);
  office.merged.set(said.duplicateId, said.keepId);
  for (const lot of office.lots.values()) rename(lot, said);
  for (const one of office.allocations.values()) {
    one.shares = one.shares.map((share) => ({ ...share, producerId: office.nameOf(share.producerId) }));
  }
  for (const { refusedBy } of office.lines.values()) if (refusedBy.delete(said.duplicateId)) refusedBy.add(said.keepId);
  return null;
}

/** What is the case when two become one, so that it can be told whether histories have it. */
function meets(office: Office, { duplicateId, keepId }: Merged): string[] {
  const own = [...office.lots.values()].filter(({ sellerId, parts }) =>
    [sellerId, ...parts.map(({ producerId }) => producerId)].includes(duplicateId),
  );
  const isIn = (status: string): boolean =>
    own.some((lot) =>
      office.of(lot, status).some(({ shares }) => shares.some((one) => one.producerId === duplicateId)),
    );
  const isOfBoth = own.some(
    ({ parts }) => parts.filter((one) => [duplicateId, keepId].includes(one.producerId)).length > 1,
  );
  const cases: [string, boolean][] = [
    ['at sea', isIn('dispatched')],
    ['while held', own.some(({ parts }) => parts.some((part) => part.producerId === duplicateId && part.held > 0))],
    ['while suspended', own.some(({ suspended }) => suspended.has(duplicateId))],
    ['of recalled goods', own.some(({ recalled }) => recalled > 0)],
    ['of what both gave', isOfBoth],
    ['into one that was merged into', [...office.merged.values()].includes(keepId)],
    ['of one that was merged into', [...office.merged.values()].includes(duplicateId)],
  ];
  return cases.flatMap(([name, isSo]) => (isSo ? [`a merge ${name}`] : []));
}

function faultOf(office: Office, { duplicateId, keepId }: Merged): string | null {
  if (duplicateId === keepId) return 'SAME';
  // Told twice it is the same.
  if (office.nameOf(duplicateId) === keepId) return null;
  if (office.merged.has(duplicateId)) return 'MERGED_ALREADY';
  if (office.merged.has(keepId)) return 'KEPT_WAS_MERGED';
  const [one, other] = [standingOf(office, duplicateId), standingOf(office, keepId)];
  return one !== null && other !== null && one !== other ? 'ONE_SUSPENDED' : null;
}

/** Whether somebody's goods are suspended; null: there are none. */
function standingOf(office: Office, id: string): boolean | null {
  const own = [...office.lots.values()].filter((lot) => {
    const { sellerId, parts } = lot;
    const isOwn = sellerId === id || parts.some(({ producerId }) => producerId === id);
    return isOwn && freeOf(lot) + heldOf(lot) + office.of(lot, 'offered', 'confirmed').length > 0;
  });
  return own.length === 0 ? null : own.some(({ suspended }) => suspended.has(id));
}

function rename(lot: Lot, { duplicateId, keepId }: Merged): void {
  if (lot.sellerId === duplicateId) lot.sellerId = keepId;
  if (lot.suspended.delete(duplicateId)) lot.suspended.add(keepId);
  const one = lot.parts.find(({ producerId }) => producerId === duplicateId);
  const other = lot.parts.find(({ producerId }) => producerId === keepId);
  if (!one) return;
  if (!other) {
    one.producerId = keepId;
    return;
  }
  const { barred, free } = one;
  other.declared += one.declared;
  other.held += one.held;
  other.barred += barred;
  putBack(lot, other, free);
  other.certificates = ofEither(lot, one, other);
  lot.parts = lot.parts.filter((part) => part !== one);
}

function ofEither(lot: Lot, one: Part, other: Part): readonly Held[] | null {
  if (one.certificates === null && other.certificates === null) return null;
  return united([...(one.certificates ?? lot.certificates), ...(other.certificates ?? lot.certificates)]);
}

/** Each kind once, to its latest end. */
function united(certificates: readonly Held[]): Held[] {
  const latest = new Map<string, Held>();
  for (const held of certificates) {
    const known = latest.get(held.kind);
    if (!known || (held.until ?? '9999') > (known.until ?? '9999')) latest.set(held.kind, held);
  }
  return [...latest.values()];
}

/** What still names a producer who was merged meanwhile is taken as the other's. */
export function inPresentNames(office: Office, act: Act): Act {
  const nameOf = (id: string): string => office.nameOf(id);
  switch (act.kind) {
    case 'surplus-declared':
      return { ...act, payload: declaredBy(office, act.payload) };
    case 'lot-held':
    case 'lot-released':
    case 'withdrawal-requested': {
      const { producerId } = act.payload;
      if (producerId === undefined) return act;
      return { ...act, payload: { ...act.payload, producerId: nameOf(producerId) } } as Act;
    }
    case 'lot-certified':
    case 'lot-adjusted': {
      const { parts } = act.payload;
      if (!parts) return act;
      const renamed = parts.map((part) => ({ ...part, producerId: nameOf(part.producerId) }));
      return { ...act, payload: { ...act.payload, parts: renamed } } as Act;
    }
    default:
      return act;
  }
}

/** What both gave is added up, and holds what either did. */
function declaredBy(office: Office, said: Declared): Declared {
  const contributions = new Map<string, Declared['contributions'][number]>();
  for (const { producerId: named, ...part } of said.contributions) {
    const producerId = office.nameOf(named);
    const known = contributions.get(producerId);
    const quantity = part.quantity + (known?.quantity ?? 0);
    const isOwn = part.certificates !== undefined || known?.certificates !== undefined;
    const own = [part, ...(known ? [known] : [])].flatMap(({ certificates }) => certificates ?? said.certificates);
    contributions.set(producerId, { producerId, quantity, ...(isOwn ? { certificates: united(own) } : {}) });
  }
  const heldFor = (said.heldFor ?? []).map((id) => office.nameOf(id));
  return { ...said, sellerId: office.nameOf(said.sellerId), heldFor, contributions: [...contributions.values()] };
}
