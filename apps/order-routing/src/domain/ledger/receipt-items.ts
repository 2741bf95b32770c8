import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import type { Counted } from './allocation.js';
import type { Lot } from './lot.js';
import { fitsInSacks } from './tolerance.js';

export interface ReceivedItem extends Counted {
  readonly allocationId: string;
}

/** What was sent of an allocation, and the sacks that it came in. */
export interface SentGoods extends Pick<Lot, 'sack'> {
  readonly quantity: number;
}

/**
 * @param sent of an allocation; @throws what it throws
 * @throws DomainError INVALID unless every allocation of a shipment is counted once, and no more of it than was sent
 */
export function refuseItems(
  items: readonly ReceivedItem[],
  allocationIds: readonly string[],
  sent: (allocationId: string) => SentGoods,
): void {
  const named = items.map((item) => item.allocationId).sort();
  if (JSON.stringify(named) !== JSON.stringify([...allocationIds].sort())) throw new DomainError('INVALID.receipt');
  for (const [index, item] of items.entries()) {
    const { allocationId, accepted, damaged } = item;
    const goods = sent(allocationId);
    refuseSacks(item, goods, index);
    if (accepted + damaged <= goods.quantity) continue;
    throw new DomainError('INVALID.receipt-sum', { id: allocationId, n: goods.quantity }, [
      faultAt(`/items/${String(index)}`, says('receipt-sum', { n: goods.quantity })),
    ]);
  }
}

/** Sacks are counted of what came in whole ones, and hold what is said to have come. */
function refuseSacks(
  { allocationId, accepted, damaged, sacks = null }: ReceivedItem,
  { quantity, sack }: SentGoods,
  index: number,
): void {
  if (sacks === null) return;
  const most = sack > 1 && quantity % sack === 0 ? quantity / sack : 0;
  if (sacks <= most && fitsInSacks(accepted + damaged, sacks, { sack })) return;
  throw new DomainError('INVALID.receipt-sacks', { id: allocationId, n: most }, [
    faultAt(`/items/${String(index)}/sacks`, says('receipt-sacks', { n: most })),
  ]);
}
