import { heldUntil } from '../format/certificate-validity.js';
import { NONE, type Net } from './net.js';

/** First slot of `set` that class c can serve, from a word on; −1 when there is none. */
export function firstFit(net: Net, c: number, set: Uint32Array, fromWord: number): number {
  const { bits, demands, certAt, exact } = net;
  const product = net.classProduct[c] ?? 0;
  const [life, ready, price, profile] = [
    net.lifeAt[c] ?? 0,
    net.readyAt[c] ?? 0,
    net.priceAt[c] ?? 0,
    net.profileAt[c] ?? 0,
  ];
  const last = demands.productTo[product] ?? 0;
  for (let block = demands.productFrom[product] ?? 0; block < last; block += 1) {
    const to = demands.blockTo[block] ?? 0;
    if (to <= fromWord) continue;
    const cert = certAt[profile + block] ?? NONE;
    if (cert === NONE) continue;
    for (let word = Math.max(fromWord, demands.blockFrom[block] ?? 0); word < to; word += 1) {
      let here =
        (set[word] ?? 0) &
        (bits[life + word] ?? 0) &
        (bits[ready + word] ?? 0) &
        (bits[price + word] ?? 0) &
        (bits[cert + word] ?? 0);
      while (here !== 0) {
        const low = here & -here;
        const slot = word * 32 + 31 - Math.clz32(low);
        if (exact || fitsSlot(net, c, slot)) return slot;
        here ^= low;
      }
    }
  }
  return -1;
}

/** First slot that is in both sets, from a word on; −1 when there is none. */
export function firstCommon(a: Uint32Array, b: Uint32Array, fromWord: number): number {
  for (let word = fromWord; word < a.length; word += 1) {
    const here = (a[word] ?? 0) & (b[word] ?? 0);
    if (here !== 0) return word * 32 + 31 - Math.clz32(here & -here);
  }
  return -1;
}

/** Exact check, for networks whose bit rows hold some demands too many. */
export function fitsSlot(net: Net, c: number, slot: number): boolean {
  const { normal, demands } = net;
  const i = net.sample[c] ?? 0;
  const lot = normal.lots[i];
  return (
    lot !== undefined &&
    (normal.lotBest[i] ?? 0) >= (demands.life[slot] ?? 0) &&
    (normal.lotReady[i] ?? 0) <= (demands.ready[slot] ?? 0) &&
    heldUntil(normal.held[normal.lotHeld[i] ?? 0] ?? new Map(), demands.blockKinds[demands.block[slot] ?? 0] ?? []) >=
      (demands.needBy[slot] ?? 0) &&
    lot.price <= (demands.price[slot] ?? 0) &&
    normal.pins.originCovered(demands.term[slot] ?? -1, lot.origin)
  );
}

/** Demand slots per quota cell. */
export function slotsByCell(net: Net, cells: number): Int32Array[] {
  const lists: number[][] = Array.from({ length: cells }, () => []);
  for (let slot = 0; slot < net.demands.count; slot += 1) {
    const cell = net.demands.cell[slot] ?? -1;
    if (cell >= 0 && (net.demands.cap[slot] ?? 0) > 0) lists[cell]?.push(slot);
  }
  return lists.map((list) => Int32Array.from(list));
}

/** Whether class c can serve one slot. */
export function fitsClass(net: Net, c: number, slot: number): boolean {
  const word = slot >> 5;
  const cert = net.certAt[(net.profileAt[c] ?? 0) + (net.demands.block[slot] ?? 0)] ?? NONE;
  if (cert === NONE || net.classProduct[c] !== net.demands.product[slot]) return false;
  const { bits } = net;
  const here =
    (bits[(net.lifeAt[c] ?? 0) + word] ?? 0) &
    (bits[(net.readyAt[c] ?? 0) + word] ?? 0) &
    (bits[(net.priceAt[c] ?? 0) + word] ?? 0) &
    (bits[cert + word] ?? 0);
  return (here & (1 << (slot & 31))) !== 0 && (net.exact || fitsSlot(net, c, slot));
}

/** The set of slots that want anything at all. */
export function usedSlots({ demands }: Net): Uint32Array {
  const set = new Uint32Array(demands.count >> 5);
  demands.cap.forEach((cap, slot) => {
    if (cap > 0) set[slot >> 5] = (set[slot >> 5] ?? 0) | (1 << (slot & 31));
  });
  return set;
}
