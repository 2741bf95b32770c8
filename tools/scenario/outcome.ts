import { Client } from '../system/client.js';
import type { System } from '../system/system.js';

interface ReasonRow {
  readonly code: string;
  readonly quantity: number;
  readonly gain: number;
  readonly binding: readonly string[];
}

interface LineRow {
  readonly quantity: number;
  readonly promised: number;
  readonly allocated: number;
  readonly unfilled: readonly ReasonRow[];
}

export interface OrderRow {
  readonly id: string;
  readonly partner: string;
  readonly lines: readonly LineRow[];
}

interface RunRow {
  readonly outcome: string;
  readonly lots: readonly {
    readonly surplus: number;
    readonly allocated: number;
    readonly unsold: readonly ReasonRow[];
  }[];
}

/** What a scenario came to, quantities in base units. */
export interface Outcome {
  readonly surplus: number;
  readonly promised: number;
  readonly allocated: number;
  readonly byPartner: Readonly<Record<string, number>>;
  readonly unsold: readonly { readonly reason: string; readonly quantity: number; readonly gain: number }[];
  readonly unfilled: readonly { readonly partner: string; readonly reason: string; readonly quantity: number }[];
  readonly contributorsPaid: number;
}

/** Reads the outcome through the public interface: the orders, the run, and the live page's summary. */
export async function readOutcome(system: System, partners: readonly string[], runId: string): Promise<Outcome> {
  const operations = new Client(system, 'operations', '33.02');
  const orders = (await operations.get<{ items: OrderRow[] }>('/api/orders?limit=500')).items;
  const run = await operations.get<RunRow>(`/api/orders/runs/${runId}`);
  const summary = await operations.get<{ commodities: { contributorsPaid: number }[] }>('/api/operations/summary');
  if (run.outcome !== 'published') throw new Error(`Run ${runId} was not published.`);
  const lines = orders.flatMap((order) => order.lines.map((line) => ({ ...line, partner: order.partner })));
  const sum = <T>(rows: readonly T[], of: (row: T) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  return {
    surplus: sum(run.lots, (lot) => lot.surplus),
    promised: sum(lines, (line) => line.promised),
    allocated: sum(lines, (line) => line.allocated),
    byPartner: Object.fromEntries(
      partners.map((partner) => [
        partner,
        sum(
          lines.filter((line) => line.partner === partner),
          (line) => line.promised,
        ),
      ]),
    ),
    unsold: unsoldByReason(run.lots.flatMap((lot) => lot.unsold)),
    unfilled: lines.flatMap((line) =>
      line.unfilled.map(({ code, quantity }) => ({ partner: line.partner, reason: code, quantity })),
    ),
    contributorsPaid: sum(summary.commodities, (commodity) => commodity.contributorsPaid),
  };
}

/** One row a reason. Lots with the same bottleneck share its gain, so that is counted once. */
function unsoldByReason(rows: readonly ReasonRow[]): Outcome['unsold'] {
  const reasons = new Map<string, { quantity: number; gains: Map<string, number> }>();
  for (const { code, quantity, gain, binding } of rows) {
    const entry = reasons.get(code) ?? { quantity: 0, gains: new Map<string, number>() };
    const bottleneck = [...binding].sort().join(' ');
    entry.quantity += quantity;
    entry.gains.set(bottleneck, Math.max(gain, entry.gains.get(bottleneck) ?? 0));
    reasons.set(code, entry);
  }
  return [...reasons]
    .map(([reason, { quantity, gains }]) => ({
      reason,
      quantity,
      gain: [...gains.values()].reduce((a, b) => a + b, 0),
    }))
    .sort((a, b) => b.quantity - a.quantity || (a.reason < b.reason ? -1 : 1));
}
