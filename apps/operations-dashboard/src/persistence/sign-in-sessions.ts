import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { Vault } from '#platform/database/vault.js';

/** Seconds that a browser stays signed in without being used. */
export const SESSION_SECONDS = 12 * 3_600;

/** What the dashboard keeps of somebody who is signed in; at rest it is sealed. */
export interface Kept {
  readonly accessToken: string;
  /** Absent: the issuer gave none, and the session ends with the access token. */
  readonly refreshToken?: string;
  readonly idToken?: string;
  /** As the issuer knows the user. */
  readonly name: string;
}

/** A session that this transaction holds: no other tab or replica changes it meanwhile. */
export interface Held {
  readonly kept: Kept;
  /** Seconds since its tokens were refreshed, by the database's clock. */
  readonly age: number;
  replace(kept: Kept): Promise<void>;
  remove(): Promise<void>;
}

interface Row {
  readonly sealed: Buffer;
  readonly age: number;
}

const AGE = 'extract(epoch FROM clock_timestamp() - refreshed_at)::float8 AS age';
const ENDS = `clock_timestamp() + $3 * interval '1 second'`;

/** Sessions of the pages, found by the random id that only the browser knows. */
@Injectable()
export class SignInSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly vault: Vault,
  ) {}

  /** @returns the id for the browser */
  async open(kept: Kept): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    await this.dataSource.query('DELETE FROM sign_in_session WHERE ends_at < now()');
    await this.dataSource.query(
      `INSERT INTO sign_in_session (id_hash, sealed, refreshed_at, ends_at) VALUES ($1, $2, clock_timestamp(), ${ENDS})`,
      [hashOf(id), this.seal(kept), SESSION_SECONDS],
    );
    return id;
  }

  async find(id: string): Promise<Kept | undefined> {
    const [row] = await this.dataSource.query<Row[]>(
      `SELECT sealed, ${AGE} FROM sign_in_session WHERE id_hash = $1 AND ends_at > now()`,
      [hashOf(id)],
    );
    return row && this.unseal(row.sealed);
  }

  /** Takes turns with everybody else who holds the same session. */
  hold<T>(id: string, work: (session: Held | undefined) => Promise<T>): Promise<T> {
    return this.transactions.run(async (tx) => work(await this.lock(tx, id)));
  }

  /** @returns what was kept */
  async close(id: string): Promise<Kept | undefined> {
    return this.hold(id, async (session) => {
      await session?.remove();
      return session?.kept;
    });
  }

  private async lock(tx: Tx, id: string): Promise<Held | undefined> {
    const hash = hashOf(id);
    const [row] = await tx.query<Row>(
      `SELECT sealed, ${AGE} FROM sign_in_session WHERE id_hash = $1 AND ends_at > now() FOR UPDATE`,
      [hash],
    );
    if (!row) return undefined;
    return {
      kept: this.unseal(row.sealed),
      age: row.age,
      replace: async (kept) => {
        await tx.query(
          `UPDATE sign_in_session SET sealed = $2, refreshed_at = clock_timestamp(), ends_at = ${ENDS} WHERE id_hash = $1`,
          [hash, this.seal(kept), SESSION_SECONDS],
        );
      },
      remove: async () => {
        await tx.query('DELETE FROM sign_in_session WHERE id_hash = $1', [hash]);
      },
    };
  }

  private seal(kept: Kept): Buffer {
    return this.vault.seal(JSON.stringify(kept));
  }

  private unseal(sealed: Buffer): Kept {
    return JSON.parse(this.vault.open(sealed).toString()) as Kept;
  }
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
