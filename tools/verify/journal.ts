import { ChangeSet } from '../../apps/order-routing/src/domain/ledger/change-set.js';
import type { Input } from '../../apps/order-routing/src/domain/decisions/index.js';
import { Market } from '../../apps/order-routing/src/domain/market.js';
import type { MarketState } from '../../apps/order-routing/src/domain/ledger/market-state.js';
import { timerKey } from '../../apps/order-routing/src/domain/ledger/timer-table.js';
import { loadMarket, type Queryable } from '../../apps/order-routing/src/persistence/load-market.js';
import { isDecidedByThese, startOfFold } from '../../apps/order-routing/src/persistence/market-snapshots.js';
import type { Audit } from './invariant.js';

const PARTS = [
  'lots',
  'agreements',
  'terms',
  'earlierTerms',
  'cells',
  'orders',
  'lines',
  'allocations',
  'refusals',
  'shipments',
  'timers',
] as const;
type Parts = (typeof PARTS)[number];

/** Folding the journal again, with no database and no clock, gives what the tables say; its instants never fall. */
export const auditJournal: Audit = async ({ query }) => {
  const faults: string[] = [];
  const db: Queryable = { query: (sql, parameters) => query('order-routing', sql, parameters) };
  for (const { id } of await query<{ id: string }>('order-routing', 'SELECT id FROM market')) {
    const loaded = await loadMarket(db, id);
    if (!(await isDecidedByThese(db, id))) {
      faults.push(`market ${id}: another release had the last word; verify with that one, or start this one first`);
      continue;
    }
    const folded = new Market(await startOfFold(db, id));
    const journal = await query<{ number: number; kind: string; payload: unknown; at: Date }>(
      'order-routing',
      'SELECT number, kind, payload, at FROM input WHERE market = $1 AND number > $2 ORDER BY number',
      [id, folded.state.journal],
    );
    for (const { number, kind, payload, at } of journal) {
      if (at < folded.state.time) {
        faults.push(`market ${id}: number ${String(number)} of its journal was decided before the one ahead of it`);
        break;
      }
      const changes = new ChangeSet();
      folded.apply({ kind, payload } as Input, at, changes);
      folded.forgetClosed(changes);
    }
    faults.push(...dueInThePast(loaded));
    faults.push(...PARTS.flatMap((part) => differences(id, part, loaded, folded.state)));
  }
  return faults;
};

/** Nothing is due before the market's own time: it would be decided in a day that is over. */
function dueInThePast({ origin, time, timers }: MarketState): string[] {
  return [...timers]
    .filter(({ at }) => at < time)
    .map((timer) => `market ${origin}: ${timerKey(timer)} is due before the market's own time`);
}

function differences(market: string, part: Parts, loaded: MarketState, folded: MarketState): string[] {
  const kept = rowsOf(folded, part);
  return [...rowsOf(loaded, part)]
    .filter(([key, value]) => plain(value) !== plain(kept.get(key)))
    .map(([key]) => `market ${market}: ${part} ${key} is not what the journal folds to`);
}

function rowsOf(state: MarketState, part: Parts): ReadonlyMap<string, object> {
  return part === 'timers' ? new Map([...state.timers].map((timer) => [timerKey(timer), timer])) : state[part];
}

/** Versions count what was published, which is the writer's business; the order of columns is the table's. */
function plain(value: object | undefined): string {
  const entries = Object.entries(value ?? {}).filter(([name]) => name !== 'version');
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))), sortKeys);
}

function sortKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
