import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { gunzip, gzip } from 'node:zlib';
import type { Tx } from '#platform/database/transactions.js';
import { DECISION_RULES } from '../domain/decision-rules.js';
import { MarketState } from '../domain/ledger/market-state.js';
import type { Timer } from '../domain/ledger/timer-table.js';
import type { Queryable } from './load-market.js';

const packed = promisify(gzip);
const unpacked = promisify(gunzip);

/** A market put down whole; versions of published events are in it as they were. */
type Snapshot = Omit<MarketState, 'timers'> & { readonly timers: readonly Timer[] };

/**
 * Puts a market down as it is, in place of what was put down before: its journal is folded from here on.
 *
 * @param state after all that its journal has
 */
export async function putDown(tx: Tx, state: MarketState): Promise<void> {
  const snapshot = Object.assign({}, state, { timers: [...state.timers] });
  await tx.query(
    `INSERT INTO market_snapshot (market, journal, rules, state) VALUES ($1, $2, $3, $4)
     ON CONFLICT (market) DO UPDATE
     SET journal = excluded.journal, rules = excluded.rules, state = excluded.state, taken_at = now()`,
    [state.origin, state.journal, DECISION_RULES, await packed(serialize(snapshot))],
  );
  await tx.query('UPDATE market SET rules = $2, rules_journal = journal WHERE id = $1', [state.origin, DECISION_RULES]);
}

/** Whether the last word on a market was ours: another release, by other rules, has decided nothing since. */
export async function isDecidedByThese(db: Queryable, origin: string): Promise<boolean> {
  const rows = await db.query(
    'SELECT 1 FROM market WHERE id = $1 AND (journal = 0 OR (rules = $2 AND rules_journal = journal))',
    [origin, DECISION_RULES],
  );
  return rows.length > 0;
}

/** Where the fold of a market's journal starts: at what was put down, or at an empty market. */
export async function startOfFold(db: Queryable, origin: string): Promise<MarketState> {
  const [row] = await db.query<{ state: Buffer }>('SELECT state FROM market_snapshot WHERE market = $1', [origin]);
  if (!row) return new MarketState(origin);
  const { timers, ...rest } = deserialize(await unpacked(row.state)) as Snapshot;
  const state = Object.assign(new MarketState(origin), rest);
  for (const timer of timers) state.timers.set(timer);
  return state;
}
