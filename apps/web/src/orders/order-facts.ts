import { SAID_BASE_UNITS, type TradeUnit } from '#kernel/units.js';
import type { Unit } from '../api/types.js';
import { sum } from '../parts/sum.js';
import { baseUnitsIn, baseUnitsOf } from '../parts/quantities.js';
import type { Say } from '../words/say.js';
import type { OrderView, ShipmentView } from './data.js';

const NUMBER_LENGTH = 6;

/** By what people find an order: the end of its id. */
export function numberOf({ id }: { readonly id: string }): string {
  return id.slice(-NUMBER_LENGTH);
}

export function orderAddress(id: string): string {
  return `/pesanan#${id}`;
}

/** An allocation that was sent. Base units; rupiah a unit of trade. */
export interface SentGoods {
  readonly id: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly quantity: number;
  readonly unitPrice: number;
}

/** What of an order a shipment carries. */
export function goodsOf({ allocationIds }: Pick<ShipmentView, 'allocationIds'>, { lines }: OrderView): SentGoods[] {
  return lines.flatMap(({ commodity, unit, allocations }) =>
    allocations
      .filter(({ id }) => allocationIds.includes(id))
      .map(({ id, quantity, unitPrice }) => ({ id, commodity, unit, quantity, unitPrice })),
  );
}

/** As it is typed; empty: nothing was said. */
export interface Counted {
  readonly accepted: string;
  readonly damaged: string;
  /** Of goods in sacks. */
  readonly sacks?: string;
}

export interface ReceivedItem {
  readonly allocation: string;
  readonly unit: TradeUnit;
  readonly accepted: number;
  readonly damaged: number;
  readonly sacks?: number;
}

/** All of it unless somebody says otherwise; NaN where what is typed is no figure. */
export function itemOf({ id, quantity, unit }: SentGoods, counted: Counted, language: Say['language']): ReceivedItem {
  const damaged = counted.damaged === '' ? 0 : baseUnitsOf(counted.damaged, unit, language);
  const accepted = counted.accepted === '' ? quantity - damaged : baseUnitsOf(counted.accepted, unit, language);
  const { sacks = '' } = counted;
  return {
    allocation: id,
    unit: SAID_BASE_UNITS[unit],
    accepted,
    damaged,
    ...(sacks === '' ? {} : { sacks: baseUnitsOf(sacks, 'PIECE', language) }),
  };
}

/** Whether the figures can be: none is less than nothing, and together they are no more than was sent. */
export function isPossible({ quantity }: SentGoods, { accepted, damaged, sacks = 0 }: ReceivedItem): boolean {
  return accepted >= 0 && damaged >= 0 && sacks >= 0 && accepted + damaged <= quantity;
}

/** So much of what was sent may be missing without a second look, in percent. */
const UNASKED_PERCENT = 2;

/** What a receipt takes from its producers: by commodity in base units, and in rupiah. */
export interface Loss {
  readonly goods: readonly { readonly commodity: string; readonly unit: Unit; readonly quantity: number }[];
  readonly rupiah: number;
}

/** @returns undefined: so little that nobody is asked */
export function lossOf(goods: readonly SentGoods[], items: readonly ReceivedItem[]): Loss | undefined {
  const lost = goods.map((each, index) => ({ ...each, lost: each.quantity - (items[index]?.accepted ?? 0) }));
  if (!lost.some((each) => each.lost * 100 > each.quantity * UNASKED_PERCENT)) return undefined;
  const byCommodity = new Map<string, Loss['goods'][number]>();
  for (const { commodity, unit, lost: quantity } of lost) {
    const before = byCommodity.get(commodity)?.quantity ?? 0;
    byCommodity.set(commodity, { commodity, unit, quantity: before + quantity });
  }
  return {
    goods: [...byCommodity.values()].filter(({ quantity }) => quantity > 0),
    rupiah: Math.round(
      sum(lost.map(({ lost: quantity, unit, unitPrice }) => (quantity / baseUnitsIn(unit)) * unitPrice)),
    ),
  };
}

/** The day on which the last leg is expected; undefined: it has arrived. */
export function expectedOn({ legs }: Pick<ShipmentView, 'legs'>): string | undefined {
  const last = legs.at(-1);
  return last?.arrivedAt === null ? last.eta : undefined;
}

/** The next leg to arrive, counted from 1; undefined: all have. */
export function nextLeg({ legs }: Pick<ShipmentView, 'legs'>): number | undefined {
  const index = legs.findIndex(({ arrivedAt }) => arrivedAt === null);
  return index < 0 ? undefined : index + 1;
}

/** Until the first dispatch (order-steps.ts of order-routing). */
const CANCELLABLE = new Set(['promised-in-full', 'promised-in-part', 'promised-not-at-all', 'allocated']);
/** Goods that are bound and have not left: what stayed behind when a part went. */
const NOT_LEFT = new Set(['offered', 'confirmed']);
/** What a line no longer waits for. */
const OVER = new Set(['CANCELLED', 'NEED_BY_PASSED', 'LOST_IN_TRANSIT']);

/** Whether its buyer may cancel an order, or close as it is one of which something has left and something is waited for. */
export function endOf({ status, lines }: OrderView): 'cancel' | 'close' | undefined {
  if (CANCELLABLE.has(status)) return 'cancel';
  if (!['dispatched', 'received', 'settled'].includes(status)) return undefined;
  const waits = lines.some(
    ({ promised, allocated, unfilled, allocations }) =>
      promised > allocated ||
      allocations.some((each) => NOT_LEFT.has(each.status)) ||
      unfilled.some(({ code }) => !OVER.has(code)),
  );
  return waits ? 'close' : undefined;
}

/** How an order stands, as the marks show it. */
export function markOf(status: string): 'sold' | 'waiting' | 'unsold' {
  if (['allocated', 'dispatched', 'received', 'settled', 'promised-in-full'].includes(status)) return 'sold';
  return ['cancelled', 'expired', 'promised-not-at-all'].includes(status) ? 'unsold' : 'waiting';
}

/** What was ordered, e.g. "3.500 kg gula semut". */
export function goodsText({ lines }: OrderView, say: Say): string {
  return say.list(
    lines.map(({ quantity, unit, commodity }) => `${say.exact(quantity, unit)} ${say.commodity(commodity)}`),
  );
}
