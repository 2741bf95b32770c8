import type { Ask, NormalizedMarket } from './normalized-market.js';
import { byText, Numbering } from '../format/order.js';
import { wholeSacks } from './sacks.js';

/**
 * Demand nodes of the flow network. Lines that ask the same under the same terms row are one node. A line with a
 * promise is two nodes: what is promised (it spends no quota any more, `cell` −1) and what would be new.
 *
 * Nodes sit in slots: sorted by product, then by the kinds wanted, each such block on a word (32 slots) of its
 * own, so that sets of nodes are bit sets and a lot that lacks a certificate skips whole blocks. Inside a block the
 * pickiest come first: lots then serve by tight fit and fewer paths must be re-arranged.
 */
export interface Demands {
  /** Slots, padding included (a padded slot has capacity 0 and never an arc). */
  count: number;
  cap: Float64Array;
  /** Quota cell (index of the terms row) or −1. */
  cell: Int32Array;
  term: Int32Array;
  promised: Uint8Array;
  life: Int32Array;
  ready: Int32Array;
  price: Float64Array;
  needBy: Int32Array;
  product: Int32Array;
  block: Int32Array;
  /** Lines of a node in id order. */
  members: number[][];
  /** Slots of lines that have nodes of their own: for their least quantity, and for what they would take beside it. */
  floorSlot: ReadonlyMap<number, number>;
  ownSlot: ReadonlyMap<number, number>;
  /** Per block: first word, word after the last, kinds wanted. */
  blockFrom: Int32Array;
  blockTo: Int32Array;
  blockKinds: string[][];
  /** Per product: first block, block after the last. */
  productFrom: Int32Array;
  productTo: Int32Array;
}

interface Node {
  ask: Ask;
  product: number;
  kinds: number;
  term: number;
  /** Its units have spent their quota already. */
  promised: boolean;
  cap: number;
  members: number[];
  own: 'floor' | 'open' | null;
}

/** How much of each line may be placed beside its promise. */
export type OpenQuantity = (line: number) => number;

/** What a line wants beside its promise, in whole sacks. */
export function openQuantity(normal: NormalizedMarket): OpenQuantity {
  return (j) => {
    const line = normal.lines[j];
    return line === undefined
      ? 0
      : wholeSacks(line.quantity - line.promised, normal.sacks[normal.lineProduct[j] ?? 0] ?? 1);
  };
}

const NONE: ReadonlyMap<number, number> = new Map();

/** @param own lines that get nodes of their own, though they were to take nothing now, with their least quantity (0: no node for it) */
export function collectDemands(normal: NormalizedMarket, open: OpenQuantity, own = NONE): Demands {
  const kindSets = new Numbering();
  const nodes = new Map<string, Node>();
  normal.lines.forEach((line, j) => {
    const ask = normal.asks[j];
    const term = normal.pin[j] ?? -1;
    if (ask === null || ask === undefined) return;
    const kinds = kindSets.of(ask.kinds.join('\u0001'));
    const product = normal.lineProduct[j] ?? 0;
    const put = (promised: boolean, quantity: number): void => {
      if (quantity <= 0) return;
      const key = `${String(product)}|${String(kinds)}|${String(ask.needBy)}|${String(ask.life)}|${String(ask.ready)}|${String(ask.price)}|${String(term)}|${promised ? 'p' : ''}`;
      const node = nodes.get(key);
      if (node === undefined) {
        nodes.set(key, { ask, product, kinds, term, promised, cap: quantity, members: [j], own: null });
      } else {
        node.cap += quantity;
        node.members.push(j);
      }
    };
    put(true, line.promised);
    if (!normal.pins.takes(term, line)) return;
    const least = own.get(j);
    if (least === undefined) {
      put(false, open(j));
      return;
    }
    const alone = { ask, product, kinds, term, members: [j] };
    if (least > 0) nodes.set(`${String(j)}|floor`, { ...alone, promised: true, cap: least, own: 'floor' });
    nodes.set(`${String(j)}|open`, { ...alone, promised: false, cap: open(j), own: 'open' });
  });
  return layOut([...nodes.values()], normal, kindSets);
}

/** A search among lines with nodes of their own may not depend on names. */
function byContent({ ask: a, cap }: Node, { ask: b, cap: other }: Node): number {
  return a.needBy - b.needBy || a.ready - b.ready || (a.price < b.price ? -1 : a.price > b.price ? 1 : other - cap);
}

/** By product, then by the kinds wanted, the pickiest first. */
function sortByProduct(nodes: Node[], normal: NormalizedMarket, kindSets: Numbering): void {
  const freight = (node: Node): number => normal.terms[node.term]?.freight ?? 0;
  const width = (node: Node): number => node.ask.kinds.length;
  const own = nodes.some((node) => node.own !== null);
  nodes.sort(
    (a, b) =>
      byText(normal.products.texts[a.product] ?? '', normal.products.texts[b.product] ?? '') ||
      width(b) - width(a) ||
      byText(kindSets.texts[a.kinds] ?? '', kindSets.texts[b.kinds] ?? '') ||
      b.ask.life - a.ask.life ||
      freight(a) - freight(b) ||
      (own ? byContent(a, b) : 0) ||
      (a.members[0] ?? 0) - (b.members[0] ?? 0) ||
      Number(b.promised) - Number(a.promised),
  );
}

function layOut(nodes: Node[], normal: NormalizedMarket, kindSets: Numbering): Demands {
  sortByProduct(nodes, normal, kindSets);
  const slots: number[] = [];
  const [floorSlot, ownSlot] = [new Map<number, number>(), new Map<number, number>()];
  const [blockFrom, blockTo, blockKinds]: [number[], number[], string[][]] = [[], [], []];
  const products = normal.products.texts.length;
  const [productFrom, productTo] = [new Int32Array(products), new Int32Array(products)];
  let next = 0;
  nodes.forEach((node, index) => {
    const before = nodes[index - 1];
    if (before?.product !== node.product || before.kinds !== node.kinds) {
      next = (next + 31) & ~31;
      if (blockFrom.length > 0) blockTo.push(next >> 5);
      if (before?.product !== node.product) productFrom[node.product] = blockFrom.length;
      blockFrom.push(next >> 5);
      blockKinds.push(kindSets.texts[node.kinds] === '' ? [] : node.ask.kinds);
      productTo[node.product] = blockFrom.length;
    }
    if (node.own !== null) (node.own === 'floor' ? floorSlot : ownSlot).set(node.members[0] ?? 0, next);
    slots.push(next);
    next += 1;
  });
  const count = (next + 31) & ~31;
  if (blockFrom.length > 0) blockTo.push(count >> 5);
  const demands: Demands = {
    count,
    cap: new Float64Array(count),
    cell: new Int32Array(count).fill(-1),
    term: new Int32Array(count).fill(-1),
    promised: new Uint8Array(count),
    life: new Int32Array(count),
    ready: new Int32Array(count),
    price: new Float64Array(count).fill(-1),
    needBy: new Int32Array(count),
    product: new Int32Array(count).fill(-1),
    block: new Int32Array(count),
    members: Array.from({ length: count }, () => []),
    floorSlot,
    ownSlot,
    blockFrom: Int32Array.from(blockFrom),
    blockTo: Int32Array.from(blockTo),
    blockKinds,
    productFrom,
    productTo,
  };
  let block = -1;
  nodes.forEach((node, index) => {
    const slot = slots[index] ?? 0;
    while (block + 1 < blockFrom.length && (blockFrom[block + 1] ?? 0) * 32 <= slot) block += 1;
    demands.cap[slot] = node.cap;
    demands.cell[slot] = node.promised ? -1 : node.term;
    demands.term[slot] = node.term;
    demands.promised[slot] = node.promised ? 1 : 0;
    demands.life[slot] = node.ask.life;
    demands.ready[slot] = node.ask.ready;
    demands.price[slot] = node.ask.price;
    demands.needBy[slot] = node.ask.needBy;
    demands.product[slot] = node.product;
    demands.block[slot] = block;
    demands.members[slot] = node.members;
  });
  return demands;
}
