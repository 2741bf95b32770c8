import type { DataSource } from 'typeorm';
import type { Tx } from '#platform/database/transactions.js';
import { LeaseLost } from './requests.js';

/** How long a lease lasts without renewal. Wall time of the database: replicas' clocks do not matter. */
const LEASE = `interval '6 seconds'`;

/** The right to decide for one market, until it is lost: a later epoch belongs to somebody else. */
export interface Lease {
  readonly market: string;
  readonly epoch: number;
  version: number;
}

/** Takes the market when nobody holds it. @returns undefined while another replica does */
export async function acquireLease(db: DataSource, market: string, owner: string): Promise<Lease | undefined> {
  const [rows] = await db.query<[{ epoch: number; version: number }[], number]>(
    `UPDATE market SET epoch = epoch + 1, lease_owner = $2, lease_until = now() + ${LEASE}
     WHERE id = $1 AND (lease_owner IS NULL OR lease_until < now()) RETURNING epoch, version`,
    [market, owner],
  );
  const row = rows[0];
  return row && { market, ...row };
}

/** @returns false when the lease is lost */
export async function renewLease(db: DataSource, { market, epoch }: Lease): Promise<boolean> {
  const [, count] = await db.query<[unknown[], number]>(
    `UPDATE market SET lease_until = now() + ${LEASE} WHERE id = $1 AND epoch = $2 AND lease_owner IS NOT NULL`,
    [market, epoch],
  );
  return count === 1;
}

/** Lets another replica take over at once. */
export async function releaseLease(db: DataSource, { market, epoch }: Lease): Promise<void> {
  await db.query('UPDATE market SET lease_owner = NULL, lease_until = NULL WHERE id = $1 AND epoch = $2', [
    market,
    epoch,
  ]);
}

/**
 * First statement of every deciding transaction.
 *
 * @throws LeaseLost when somebody else has decided since, or owns the market now; the memory of it is then worth nothing
 */
export async function guard(tx: Tx, lease: Lease): Promise<void> {
  const held = await tx.query<{ version: number }>(GUARD, [lease.market, lease.epoch, lease.version]);
  if (held.length === 0) throw new LeaseLost(`Market ${lease.market} is no longer ours.`);
  lease.version += 1;
}

const GUARD = `UPDATE market SET version = version + 1, lease_until = now() + ${LEASE}
  WHERE id = $1 AND epoch = $2 AND version = $3 AND lease_owner IS NOT NULL RETURNING version`;
