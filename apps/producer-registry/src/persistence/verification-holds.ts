import type { Tx } from '#platform/database/transactions.js';
import type { SelfDeclared } from '../domain/self-declared.js';
import { changeLot, lockLots, type LotRow } from './lots.js';

/** Parts of lots in one transaction, which may take five seconds. */
const CHUNK = 200;
/** By then every statement has ended that was begun under the policy before: a transaction may take five seconds. */
const SETTLED_AFTER = '10 seconds';

/** An office that has said nothing sells them, as every release before has. */
export async function selfDeclaredOf(tx: Pick<Tx, 'query'>, origin: string): Promise<SelfDeclared> {
  const [policy] = await tx.query<{ selfDeclared: SelfDeclared }>(
    'SELECT self_declared AS "selfDeclared" FROM office_policy WHERE origin = $1',
    [origin],
  );
  return policy?.selfDeclared ?? 'sold';
}

/** Remembers whose part of a lot waits; routing is told by whoever declares or holds it. */
export async function holdUntilVerified(tx: Tx, lotId: string, producers: readonly string[]): Promise<void> {
  if (producers.length === 0) return;
  await tx.query(
    `INSERT INTO verification_hold (lot_id, producer_id) SELECT $1, * FROM unnest($2::uuid[]) ON CONFLICT DO NOTHING`,
    [lotId, producers],
  );
}

/** What waited for these producers is for sale: they were verified. */
export async function releaseVerified(tx: Tx, producers: readonly string[]): Promise<void> {
  const parts = await tx.query<Part>(
    `DELETE FROM verification_hold WHERE producer_id = ANY($1::uuid[])
     RETURNING lot_id AS "lotId", producer_id AS "producerId"`,
    [producers],
  );
  await tell(tx, parts, 'serap.surplus.released.v1');
}

/** Part of a lot that waits. */
interface Part {
  readonly lotId: string;
  readonly producerId: string;
}

/**
 * Brings goods in store in line with a policy that has changed, some of them at a time.
 *
 * @returns whether there may be more
 */
export async function followPolicy(tx: Tx): Promise<boolean> {
  const [policy] = await tx.query<{ origin: string; selfDeclared: SelfDeclared; settled: boolean }>(
    `SELECT origin, self_declared AS "selfDeclared", changed_at < clock_timestamp() - interval '${SETTLED_AFTER}' AS settled
     FROM office_policy WHERE NOT followed ORDER BY origin LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  if (!policy) return false;
  const { origin, selfDeclared, settled } = policy;
  const holds = selfDeclared === 'held';
  const parts = await tx.query<Part>(holds ? NOT_HELD : STILL_HELD, [origin, CHUNK]);
  await tell(tx, parts, holds ? 'serap.surplus.held.v1' : 'serap.surplus.released.v1');
  if (parts.length > 0) return true;
  if (settled) await tx.query('UPDATE office_policy SET followed = true WHERE origin = $1', [origin]);
  return false;
}

/** Of goods in store: parts of draft contributors, and whole lots of draft sellers. */
const NOT_HELD = `
INSERT INTO verification_hold (lot_id, producer_id)
SELECT made.lot_id, made.producer_id
FROM (SELECT lot_id, producer_id FROM lot_contribution UNION SELECT id, seller_id FROM lot) made
  JOIN lot l ON l.id = made.lot_id AND l.origin = $1
  JOIN producer p ON p.id = made.producer_id AND p.status = 'draft'
  LEFT JOIN lot_balance b ON b.lot_id = l.id
WHERE (b.lot_id IS NULL OR b.free + b.held + b.offered + b.confirmed > 0)
  AND NOT EXISTS (SELECT FROM verification_hold h WHERE h.lot_id = made.lot_id AND h.producer_id = made.producer_id)
ORDER BY 1, 2 LIMIT $2
RETURNING lot_id AS "lotId", producer_id AS "producerId"`;

const STILL_HELD = `
DELETE FROM verification_hold WHERE (lot_id, producer_id) IN (
  SELECT h.lot_id, h.producer_id FROM verification_hold h JOIN lot l ON l.id = h.lot_id AND l.origin = $1
  ORDER BY 1, 2 LIMIT $2)
RETURNING lot_id AS "lotId", producer_id AS "producerId"`;

async function tell(
  tx: Tx,
  parts: readonly Part[],
  change: 'serap.surplus.held.v1' | 'serap.surplus.released.v1',
): Promise<void> {
  const lots = await lockLots(
    tx,
    parts.map(({ lotId }) => lotId),
  );
  const known = new Map<string, LotRow>(lots.map((lot) => [lot.id, lot]));
  const inOrder = [...parts].sort((a, b) => (a.lotId + a.producerId < b.lotId + b.producerId ? -1 : 1));
  for (const { lotId, producerId } of inOrder) {
    const lot = known.get(lotId);
    if (lot) tx.publish(await changeLot(tx, lot, change, { cause: 'PRODUCER_SUSPENDED', producerId }));
  }
}
