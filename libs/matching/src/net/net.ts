import type { Demands } from '../normalized/demands.js';
import { heldUntil } from '../format/certificate-validity.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import { KeyTable } from './key-table.js';
import { buildStepBits, joinBits, rankOf, rowOffset, type StepBits } from './step-bits.js';

/** A block none of whose demands a class can serve. */
export const NONE = -2_147_483_648;
const PAIR = 67_108_864;

/**
 * The bipartite side of the network: lots collapsed to classes that no demand can tell apart, and implicit arcs.
 * `bits[lifeAt[c] + w] & bits[…]` is the w-th word of the set of demands that class c can serve (a superset
 * where `exact` is false: then ask `fits`).
 */
export interface Net {
  normal: NormalizedMarket;
  demands: Demands;
  classes: number;
  classOf: Int32Array;
  classProduct: Int32Array;
  bits: Uint32Array;
  lifeAt: Int32Array;
  readyAt: Int32Array;
  priceAt: Int32Array;
  /** Per class × block of its product, at `profileAt[c] + block`: offset into bits or NONE. */
  profileAt: Int32Array;
  certAt: Int32Array;
  exact: boolean;
  /** A lot of each class, for exact checks. */
  sample: Int32Array;
}

export function buildNet(normal: NormalizedMarket, demands: Demands): Net {
  const slotsOf = usedSlots(normal, demands);
  const tables: StepBits[] = [];
  const perProduct = slotsOf.map((slots, product) => {
    const from = demands.blockFrom[demands.productFrom[product] ?? 0] ?? 0;
    const to = demands.blockTo[(demands.productTo[product] ?? 0) - 1] ?? from;
    const table = (threshold: (slot: number) => number): number =>
      tables.push(buildStepBits(threshold, slots, from, to - from)) - 1;
    return {
      life: table((slot) => demands.life[slot] ?? 0),
      ready: table((slot) => -(demands.ready[slot] ?? 0)),
      price: table((slot) => -(demands.price[slot] ?? 0)),
    };
  });
  const blockTables = demands.blockKinds.map((_, block) => {
    const [from, to] = [demands.blockFrom[block] ?? 0, demands.blockTo[block] ?? 0];
    const slots = (slotsOf[demands.product[from * 32] ?? 0] ?? []).filter((slot) => demands.block[slot] === block);
    return (
      tables.push(
        buildStepBits(
          (slot) => ((demands.blockKinds[block] ?? []).length === 0 ? 0 : (demands.needBy[slot] ?? 0)),
          slots,
          from,
          to - from,
        ),
      ) - 1
    );
  });
  const { bits, bases } = joinBits(tables);
  const at = (index: number): StepBits => tables[index] ?? emptyTable;
  const profiles = certificateProfiles(
    normal,
    demands,
    blockTables.map(at),
    blockTables.map((index) => bases[index] ?? 0),
  );
  const classOf = new Int32Array(normal.lots.length);
  const keys = new KeyTable(Math.min(normal.lots.length, 1 << 16));
  const [first, second, third] = [new KeyTable(1024), new KeyTable(1024), new KeyTable(1024)];
  const list: { life: number[]; ready: number[]; price: number[]; profile: number[]; sample: number[] } = {
    life: [],
    ready: [],
    price: [],
    profile: [],
    sample: [],
  };
  const origins = originNumbers(normal);
  for (let i = 0; i < classOf.length; i += 1) {
    const product = normal.lotProduct[i] ?? 0;
    const mine = perProduct[product];
    if (mine === undefined) continue;
    const life = rankOf(at(mine.life).steps, normal.lotBest[i] ?? 0);
    const ready = rankOf(at(mine.ready).steps, -(normal.lotReady[i] ?? 0));
    const price = rankOf(at(mine.price).steps, -(normal.lots[i]?.price ?? 0));
    const profile = profiles.ofHeld[normal.lotHeld[i] ?? 0] ?? 0;
    const who = first.of((product * profiles.count + profile) * origins.count + (origins.of[i] ?? 0));
    const days = second.of(life * PAIR + ready);
    // Pairs are numbered one after the other, so that no key grows beyond what is exact.
    const c = keys.of(who * PAIR + third.of(days * PAIR + price));
    classOf[i] = c;
    if (c < list.sample.length) continue;
    list.life.push(rowOffset(at(mine.life), life, bases[mine.life] ?? 0));
    list.ready.push(rowOffset(at(mine.ready), ready, bases[mine.ready] ?? 0));
    list.price.push(rowOffset(at(mine.price), price, bases[mine.price] ?? 0));
    list.profile.push(profile * demands.blockKinds.length);
    list.sample.push(i);
  }
  return {
    normal,
    demands,
    classes: list.sample.length,
    classOf,
    bits,
    classProduct: Int32Array.from(list.sample, (i) => normal.lotProduct[i] ?? 0),
    lifeAt: Int32Array.from(list.life),
    readyAt: Int32Array.from(list.ready),
    priceAt: Int32Array.from(list.price),
    profileAt: Int32Array.from(list.profile),
    certAt: profiles.rows,
    exact: origins.count === 1 && tables.every((table) => table.perRow === 1),
    sample: Int32Array.from(list.sample),
  };
}

const emptyTable: StepBits = {
  steps: new Float64Array(0),
  perRow: 1,
  bits: new Uint32Array(0),
  width: 0,
  firstWord: 0,
};

function usedSlots(normal: NormalizedMarket, demands: Demands): number[][] {
  const slots: number[][] = normal.products.texts.map(() => []);
  for (let slot = 0; slot < demands.count; slot += 1) {
    if ((demands.product[slot] ?? -1) >= 0) slots[demands.product[slot] ?? 0]?.push(slot);
  }
  return slots;
}

/** Distinct holdings by what they can serve: per block, the row of demands whose needBy the certificates reach. */
function certificateProfiles(
  normal: NormalizedMarket,
  demands: Demands,
  tables: StepBits[],
  bases: number[],
): { ofHeld: Int32Array; rows: Int32Array; count: number } {
  const known = new Map<string, number>();
  const rows: number[] = [];
  const ofHeld = Int32Array.from(normal.held, (held) => {
    const ranks = tables.map((table, block) => {
      const kinds = demands.blockKinds[block] ?? [];
      return rankOf(table.steps, kinds.length === 0 ? 0 : heldUntil(held, kinds));
    });
    const key = ranks.join();
    let number = known.get(key);
    if (number === undefined) {
      known.set(key, (number = known.size));
      ranks.forEach((rank, block) => {
        const table = tables[block];
        rows.push(rank === 0 || table === undefined ? NONE : rowOffset(table, rank, bases[block] ?? 0));
      });
    }
    return number;
  });
  return { ofHeld, rows: Int32Array.from(rows), count: Math.max(1, known.size) };
}

/** Origins matter only where they differ. */
function originNumbers(normal: NormalizedMarket): { of: Int32Array; count: number } {
  const numbers = new Map<string, number>();
  const of = new Int32Array(normal.lots.length);
  normal.lots.forEach((lot, i) => {
    let number = numbers.get(lot.origin);
    if (number === undefined) numbers.set(lot.origin, (number = numbers.size));
    of[i] = number;
  });
  const covered = [...numbers.keys()].every((origin) =>
    normal.terms.every((_, row) => normal.pins.originCovered(row, origin)),
  );
  return covered ? { of: new Int32Array(normal.lots.length), count: 1 } : { of, count: numbers.size + 1 };
}
