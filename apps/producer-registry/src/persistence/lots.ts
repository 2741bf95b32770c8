import type { EventData, EventType } from '#contracts/events.js';
import type { DataScope } from '#platform/access/data-scope.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import type { RowOf } from '#platform/database/table.js';
import type { Tx } from '#platform/database/transactions.js';
import { LOT } from './tables.js';

/** A lot; what can still change of it is its version, and whether it is on hold. */
export type LotRow = RowOf<typeof LOT>;

/** A lot within the caller's data scope, locked: its changes follow each other. */
export async function lockLot(tx: Tx, { origin, aggregator }: DataScope, id: string): Promise<LotRow | undefined> {
  const [row] = await tx.query<LotRow>(
    `SELECT ${LOT.columns} FROM lot
     WHERE id = $1 AND ($2::text IS NULL OR origin = $2) AND ($3::uuid IS NULL OR seller_id = $3) FOR UPDATE`,
    [id, origin, aggregator],
  );
  return row;
}

/**
 * Lots that a producer sells or contributes to and of which something may not have left yet, locked in one order. What
 * routing has told last is enough: goods never come back into store.
 */
export function lockLotsWith(tx: Tx, producerId: string): Promise<LotRow[]> {
  return tx.query<LotRow>(
    `SELECT ${LOT.as('l').columns} FROM lot l LEFT JOIN lot_balance b ON b.lot_id = l.id
     WHERE l.id IN (SELECT id FROM lot WHERE seller_id = $1
                    UNION SELECT lot_id FROM lot_contribution WHERE producer_id = $1)
       AND (b.lot_id IS NULL OR b.free + b.held + b.offered + b.confirmed > 0)
     ORDER BY l.id FOR UPDATE OF l`,
    [producerId],
  );
}

/** Locked in one order. */
export function lockLots(tx: Tx, ids: readonly string[]): Promise<LotRow[]> {
  return tx.query<LotRow>(`SELECT ${LOT.columns} FROM lot WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`, [
    [...new Set(ids)],
  ]);
}

type LotEvent = Extract<
  EventType,
  `serap.surplus.${'withdrawal-requested' | 'adjusted' | 'certified' | 'held' | 'released'}.v1`
>;

/** Counts the lot's version up and gives the event that tells of the change. */
export async function changeLot<Type extends LotEvent>(
  tx: Tx,
  lot: LotRow,
  type: Type,
  data: Omit<EventData<Type>, 'lotId' | 'origin'>,
): Promise<NewEvent> {
  lot.version += 1;
  await tx.query('UPDATE lot SET version = $2 WHERE id = $1', [lot.id, lot.version]);
  const whole = { lotId: lot.id, origin: lot.origin, ...data } as EventData<Type>;
  return newEvent({ type, subject: `lot:${lot.id}`, sequence: lot.version, key: lot.origin, data: whole });
}
