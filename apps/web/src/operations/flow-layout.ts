import type { CommodityFlows, Source } from '../api/types.js';
import { totalOf } from '../parts/reason-parts.js';

export type Kind = 'sold' | 'unsold' | 'waiting';

/** One side of a band: a lot, a partner, or a reason why stock is left. Quantities in base units. */
export interface Node {
  readonly id: string;
  readonly kind: 'lot' | Kind;
  readonly quantity: number;
  readonly y: number;
  readonly height: number;
}

export interface PlacedBand {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: Kind;
  readonly quantity: number;
  readonly status: string;
  /** Undefined where several lots are told of together. */
  readonly orders?: number | undefined;
  readonly contributors?: number | undefined;
  readonly fromY: number;
  readonly toY: number;
  readonly height: number;
}

export interface FlowLayout {
  readonly lots: readonly Node[];
  readonly targets: readonly Node[];
  readonly bands: readonly PlacedBand[];
  readonly height: number;
}

export interface Measures {
  /** Height that the whole surplus takes. */
  readonly body: number;
  /** Room above a node, for a label that stands above it. */
  readonly above: (node: { readonly id: string; readonly kind: Node['kind'] }) => number;
  readonly gap: number;
  /** A node takes no less room than a label beside it. */
  readonly least: (node: { readonly id: string; readonly kind: Node['kind'] }) => number;
}

type Flow = Omit<PlacedBand, 'fromY' | 'toY' | 'height' | 'id'>;

/** Where goods come from: lots, then what is not told lot by lot. */
export function sourcesOf({ lots, goods }: CommodityFlows): readonly Source[] {
  return [...lots, ...goods];
}

/** What flows where: bound to partners, waiting, or unsold by reason. */
export function flowsOf(commodity: CommodityFlows): Flow[] {
  return sourcesOf(commodity).flatMap((lot) => [
    ...lot.bands.map((band) => ({ ...band, from: lot.id, to: band.partner, kind: 'sold' as const })),
    ...lot.unsold.map(({ code, quantity }) => ({
      from: lot.id,
      to: code,
      kind: code === 'AWAITING_BIND' ? ('waiting' as const) : ('unsold' as const),
      quantity,
      status: '',
    })),
  ]);
}

/** Places lots on the left and where they go on the right, so that bands cross as little as the order of lots allows. */
export function layOut(commodity: CommodityFlows, measures: Measures): FlowLayout {
  const sources = sourcesOf(commodity);
  const flows = flowsOf(commodity);
  const total = totalOf(flows);
  const scale = total > 0 ? measures.body / total : 0;
  const rank = new Map(sources.map(({ id }, index) => [id, index]));
  const targets = [...new Set(flows.map(({ to }) => to))]
    .map((id) => {
      const into = flows.filter((flow) => flow.to === id);
      const quantity = totalOf(into);
      const centre = into.reduce((sum, flow) => sum + (rank.get(flow.from) ?? 0) * flow.quantity, 0) / (quantity || 1);
      return { id, kind: into[0]?.kind ?? ('unsold' as const), quantity, centre };
    })
    .sort((a, b) => order(a.kind) - order(b.kind) || a.centre - b.centre || b.quantity - a.quantity);
  const lots = sources.map(({ id, quantity }) => ({ id, kind: 'lot' as const, quantity }));
  const left = stack(lots, scale, measures);
  const right = stack(targets, scale, measures);
  const height = Math.max(left.height, right.height);
  return { lots: left.nodes, targets: right.nodes, bands: place(flows, left.nodes, right.nodes, scale), height };
}

function order(kind: Kind): number {
  return kind === 'sold' ? 0 : kind === 'waiting' ? 1 : 2;
}

function stack<Item extends { readonly id: string; readonly kind: Node['kind']; readonly quantity: number }>(
  items: readonly Item[],
  scale: number,
  { above, gap, least }: Measures,
): { nodes: Node[]; height: number } {
  let y = 0;
  const nodes = items.map(({ id, kind, quantity }) => {
    const height = Math.max(quantity * scale, 2);
    const node = { id, kind, quantity, y: y + above({ id, kind }), height };
    y = node.y + Math.max(height, least(node)) + gap;
    return node;
  });
  return { nodes, height: Math.max(0, y - gap) };
}

function place(flows: readonly Flow[], lots: readonly Node[], targets: readonly Node[], scale: number): PlacedBand[] {
  const leftTop = new Map(lots.map(({ id, y }) => [id, y]));
  const rightTop = new Map(targets.map(({ id, y }) => [id, y]));
  const at = (list: readonly Node[], id: string) => list.findIndex((node) => node.id === id);
  const sorted = [...flows].sort(
    (a, b) => at(lots, a.from) - at(lots, b.from) || at(targets, a.to) - at(targets, b.to),
  );
  return sorted.map((flow) => {
    const height = Math.max(flow.quantity * scale, 1);
    const fromY = leftTop.get(flow.from) ?? 0;
    const toY = rightTop.get(flow.to) ?? 0;
    leftTop.set(flow.from, fromY + height);
    rightTop.set(flow.to, toY + height);
    return { ...flow, id: `${flow.from} ${flow.to} ${flow.status}`, fromY, toY, height };
  });
}
