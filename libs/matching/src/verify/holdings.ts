import type { HeldCertificate } from '../format/market.js';
import { dayCount } from './dates.js';

const FOREVER = 2_147_483_647;

/** One more certificate leads from a node to the next; lots that end at one node hold the same. */
interface Node {
  holding: number;
  plain: Map<string, Node>;
  dated: Map<string, Map<string, Node>>;
}

/** Numbers what lots hold. */
export class Holdings {
  /** Per number: certificate kind → last day on which it holds. */
  readonly held: Map<string, number>[] = [];
  private readonly root: Node = { holding: -1, plain: new Map(), dated: new Map() };

  of(certificates: readonly HeldCertificate[]): number {
    let node = this.root;
    for (const one of certificates) node = after(node, one);
    if (node.holding < 0) node.holding = this.held.push(readHolding(certificates)) - 1;
    return node.holding;
  }
}

function after(node: Node, one: HeldCertificate): Node {
  if (typeof one === 'string') return child(node.plain, one);
  let dates = node.dated.get(one.kind);
  if (dates === undefined) node.dated.set(one.kind, (dates = new Map<string, Node>()));
  return child(dates, one.until);
}

function child(children: Map<string, Node>, key: string): Node {
  let node = children.get(key);
  if (node === undefined) children.set(key, (node = { holding: -1, plain: new Map(), dated: new Map() }));
  return node;
}

function readHolding(certificates: readonly HeldCertificate[]): Map<string, number> {
  const until = new Map<string, number>();
  for (const one of certificates) {
    const [kind, last] = typeof one === 'string' ? [one, FOREVER] : [one.kind, dayCount(one.until)];
    until.set(kind, Math.max(last, until.get(kind) ?? 0));
  }
  return until;
}

/** Last day on which all kinds hold; −1 when one is missing. */
export function holdUntil(held: ReadonlyMap<string, number>, kinds: readonly string[]): number {
  let until = FOREVER;
  for (const kind of kinds) until = Math.min(until, held.get(kind) ?? -1);
  return until;
}
