import type { Input } from '../../src/domain/decisions/index.js';
import type { ReceivedItem } from '../../src/domain/ledger/receipt-items.js';
import type { Office } from './model/office.js';
import type { Shipment } from './model/records.js';
import type { Dice } from './history.js';

const LEG = { from: 'Purwokerto', to: 'Surabaya', mode: 'road', eta: '2019-03-10' } as const;

/** What leaves together: some or all that is confirmed of an order, now and then what may not leave. */
export function sendDeed(office: Office, dice: Dice, shipmentId: string): Input | undefined {
  const all = [...office.allocations.values()];
  const ready = all.filter(({ status }) => status === 'confirmed');
  const from = dice.below(6) === 0 || ready.length === 0 ? all : ready;
  const chosen = from[dice.below(from.length)];
  if (!chosen) return undefined;
  const { orderId } = chosen;
  const others = ready.filter((one) => one.orderId === orderId && one.id !== chosen.id && dice.below(2) === 0);
  const allocationIds = [chosen, ...others].map(({ id }) => id);
  const legs = dice.below(2) === 0 ? [LEG] : [LEG, { ...LEG, to: 'Padang' }];
  return { kind: 'shipment-dispatched', payload: { shipmentId, orderId, allocationIds, legs } };
}

/** A count at arrival: all, nearly all, half, nothing; now and then more than was sent. */
export function receivedItems(office: Office, dice: Dice, { allocationIds }: Shipment): ReceivedItem[] {
  return allocationIds.map((allocationId) => {
    const sent = office.allocations.get(allocationId)!.quantity;
    const few = dice.below(Math.max(1, Math.floor(sent / 60)));
    const counts = [sent, sent, sent, Math.max(0, sent - few), Math.floor(sent / 2), 0];
    const accepted = dice.below(40) === 0 ? sent + 1 : (counts[dice.below(counts.length)] ?? sent);
    const damaged = accepted < sent ? dice.below(sent - accepted + 1) : 0;
    return { allocationId, accepted, damaged };
  });
}
