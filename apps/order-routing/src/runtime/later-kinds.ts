import type { InputKind } from '../domain/decisions/index.js';
import type { Queryable } from '../persistence/load-market.js';
import { isDecidedByThese } from '../persistence/market-snapshots.js';

/** Kinds of inputs that came with this release. */
const LATER_KINDS: ReadonlySet<InputKind> = new Set(['receipt-corrected', 'payment-reversed', 'producers-merged']);

/**
 * The release before this one stops at a kind of input that it does not know: while it has the last word on a market,
 * nothing of the kind may be left to it.
 */
export async function mayBeLeft(db: Queryable, market: string, kind: InputKind): Promise<boolean> {
  return !LATER_KINDS.has(kind) || (await isDecidedByThese(db, market));
}
