import type { EventData, EventType } from '#contracts/events.js';
import type { Reach } from '#platform/access/reach.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Held } from '../domain/pool.js';

/** A lot as far as it can still change. */
export interface LotRow {
  readonly id: string;
  readonly origin: string;
  readonly sellerId: string;
  readonly commodity: string;
  readonly producedOn: string;
  readonly quantity: number;
  readonly certificates: readonly Held[];
  readonly onHold: boolean;
  version: number;
}

const COLUMNS = `l.id, l.origin, l.seller_id AS "sellerId", l.commodity, l.produced_on::text AS "producedOn", l.quantity,
  l.certificates, l.on_hold AS "onHold", l.version`;

/** A lot within the caller's reach, locked: its changes follow each other. */
export async function lockLot(tx: Tx, { origin, aggregator }: Reach, id: string): Promise<LotRow | undefined> {
  const [row] = await tx.query<LotRow>(
    `SELECT ${COLUMNS} FROM lot l
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
    `SELECT ${COLUMNS} FROM lot l LEFT JOIN lot_balance b ON b.lot_id = l.id
     WHERE l.id IN (SELECT id FROM lot WHERE seller_id = $1
                    UNION SELECT lot_id FROM lot_contribution WHERE producer_id = $1)
       AND (b.lot_id IS NULL OR b.free + b.held + b.offered + b.confirmed > 0)
     ORDER BY l.id FOR UPDATE OF l`,
    [producerId],
  );
}

type LotEvent = Extract<EventType, `serap.surplus.${'withdrawal-requested' | 'adjusted' | 'held' | 'released'}.v1`>;

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
