import { Client, type OrderView } from '../system/client.js';
import { answerOf } from '../system/http-failure.js';
import type { System } from '../system/system.js';

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
  const { api } = new Client(system, 'operations', '33.02');
  const { items: orders } = await answerOf(api.GET('/api/orders', { params: { query: { limit: 500 } } }));
  const run = await answerOf(api.GET('/api/orders/runs/{id}', { params: { path: { id: runId } } }));
  const summary = await answerOf(api.GET('/api/operations/summary'));
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
function unsoldByReason(rows: OrderView['lines'][number]['unfilled']): Outcome['unsold'] {
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
