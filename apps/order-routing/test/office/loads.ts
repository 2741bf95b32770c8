import type { Input } from '../../src/domain/decisions/index.js';
import type { ReceivedItem } from '../../src/domain/ledger/receipt-items.js';
import type { Office } from './model/office.js';
import { dayAt, plusDays } from './model/calendar.js';
import { ORIGIN } from './model/gates.js';
import type { Allocation, Shipment } from './model/records.js';
import type { Dice } from './history.js';

const PLACES = ['Purwokerto', 'Surabaya', 'Makassar'] as const;
const MODES = ['road', 'sea', 'air'] as const;

/** One leg or two that join, as people write them; now and then two that do not, or the second one before the first. */
function legsOf(dice: Dice, at: Date) {
  const day = (ahead: number): string => plusDays(dayAt(at, ORIGIN), ahead);
  const [from, by, to] = PLACES;
  const mode = (): (typeof MODES)[number] => MODES[dice.below(MODES.length)]!;
  const first = { from, to: by, mode: mode(), eta: day(2 + dice.below(3)) };
  if (dice.below(2) === 0) return [first];
  const [isTorn, isEarly] = [dice.below(18) === 0, dice.below(18) === 0];
  const second = isTorn ? from : ` ${by.toUpperCase()}`;
  return [first, { from: second, to, mode: mode(), eta: day(isEarly ? 1 : 4 + dice.below(4)) }];
}

/** What leaves together: some or all that is confirmed of an order, now and then what may not leave. */
export function sendDeed(office: Office, dice: Dice, shipmentId: string, at: Date): Input | undefined {
  const all = [...office.allocations.values()];
  const ready = all.filter(({ status }) => status === 'confirmed');
  const from = dice.below(6) === 0 || ready.length === 0 ? all : ready;
  const chosen = from[dice.below(from.length)];
  if (!chosen) return undefined;
  const { orderId } = chosen;
  const others = ready.filter((one) => one.orderId === orderId && one.id !== chosen.id && dice.below(2) === 0);
  const allocationIds = [chosen, ...others].map(({ id }) => id);
  return { kind: 'shipment-dispatched', payload: { shipmentId, orderId, allocationIds, legs: legsOf(dice, at) } };
}

/** Goods of several orders for one place, all or a part of each; now and then for two places, or more than goes in. */
export function loadDeed(office: Office, dice: Dice, loadId: string, at: Date): Input | undefined {
  const all = [...office.allocations.values()];
  const ready = all.filter(({ status }) => status === 'confirmed');
  const onHold = ready.filter(({ lotId }) => office.lots.get(lotId)!.onHold);
  if (ready.length === 0 && dice.below(3) > 0) return undefined;
  const from =
    dice.below(8) === 0 || ready.length === 0 ? all : onHold.length > 0 && dice.below(4) === 0 ? onHold : ready;
  const chosen = from[dice.below(from.length)];
  if (!chosen) return undefined;
  const placeOf = ({ lineId }: Allocation): string => office.lines.get(lineId)!.deliverTo;
  const isAnywhere = dice.below(5) === 0;
  const others = ready.filter(
    (one) => one !== chosen && (isAnywhere || placeOf(one) === placeOf(chosen)) && dice.below(4) > 0,
  );
  const twice = dice.below(24) === 0 ? [chosen] : [];
  const parts = [chosen, ...others, ...twice].map((one) => ({
    allocationId: one.id,
    quantity: partOf(dice, one.quantity, office.lots.get(one.lotId)!.sack),
  }));
  const sum = parts.reduce(
    (total, part) => total + (part.quantity ?? office.allocations.get(part.allocationId)!.quantity),
    0,
  );
  const { unit: own } = office.lots.get(chosen.lotId)! as { unit: 'GRAM' | 'PAIR' };
  const unit = dice.below(6) === 0 ? 'PAIR' : own;
  const capacity = dice.below(3) === 0 ? { unit, quantity: dice.below(4) === 0 ? Math.ceil(sum * 0.9) : sum } : null;
  const papers = office.paperRules
    .filter(() => dice.below(4) > 0)
    .map(({ id: kind }) =>
      dice.below(2) === 0 ? { kind, number: 'N-1', missing: null } : { kind, number: null, missing: 'lost' },
    );
  const vehicle = { kind: 'truck' as const, number: null };
  return {
    kind: 'load-dispatched',
    payload: { loadId, parts, capacity, papers, vehicle, carrier: null, legs: legsOf(dice, at) },
  };
}

/** All of it, or so many sacks; now and then a torn one, or more than there is. */
function partOf(dice: Dice, quantity: number, sack: number): number | null {
  const roll = dice.below(12);
  if (roll < 5) return null;
  if (roll === 5) return dice.below(2) === 0 ? quantity : quantity + sack;
  if (roll <= 7) return 1 + dice.below(quantity);
  return Math.max(1, dice.below(Math.ceil(quantity / sack))) * sack;
}

export function arriveDeed(office: Office, dice: Dice): Input | undefined {
  const shipment = shipmentOf(office, dice);
  if (!shipment) return undefined;
  const next = shipment.legs.findIndex(({ arrived }) => !arrived);
  const leg = dice.below(3) === 0 || next < 0 ? dice.below(shipment.legs.length + 1) : next;
  return { kind: 'leg-arrived', payload: { shipmentId: shipment.id, leg } };
}

/** Later or sooner than was thought; now and then what has arrived, or before the leg ahead of it. */
export function etaDeed(office: Office, dice: Dice): Input | undefined {
  const shipment = shipmentOf(office, dice);
  if (!shipment) return undefined;
  const leg = dice.below(shipment.legs.length + (dice.below(9) === 0 ? 1 : 0));
  const eta = plusDays(shipment.legs[leg]?.eta ?? '2019-03-20', dice.below(8) - 4);
  return { kind: 'eta-changed', payload: { shipmentId: shipment.id, leg, eta, reason: 'waves', by: 'test' } };
}

/** Mostly one that is under way. */
function shipmentOf(office: Office, dice: Dice): Shipment | undefined {
  const all = [...office.shipments.values()];
  const waiting = all.filter(({ receivedAt }) => receivedAt === null);
  const from = dice.below(6) === 0 || waiting.length === 0 ? all : waiting;
  return from[dice.below(from.length)];
}

/** A count at arrival: all, nearly all, half, nothing; now and then more than was sent. Sacks are counted or not. */
export function receivedItems(office: Office, dice: Dice, { allocationIds }: Shipment): ReceivedItem[] {
  return allocationIds.map((allocationId) => {
    const { quantity: sent, lotId } = office.allocations.get(allocationId)!;
    const { sack } = office.lots.get(lotId)!;
    const few = dice.below(Math.max(1, Math.floor(sent / 60)));
    const nearly = Math.max(0, sent - few);
    const counts = [sent, sent, nearly, nearly, Math.floor(sent / 2), 0];
    const accepted = dice.below(40) === 0 ? sent + 1 : (counts[dice.below(counts.length)] ?? sent);
    const damaged = accepted < sent ? dice.below(sent - accepted + 1) : 0;
    if (dice.below(3) > 0 || (sack === 1 && dice.below(20) > 0)) return { allocationId, accepted, damaged };
    const came = Math.ceil((accepted + damaged) / sack);
    const sacks = Math.max(0, [came, came, Math.ceil(sent / sack), came - 1, came + 1][dice.below(5)]!);
    return { allocationId, accepted, damaged, sacks };
  });
}
