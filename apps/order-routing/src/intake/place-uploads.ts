import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { Transactions } from '#platform/database/transactions.js';
import { validate } from '#platform/http/validate.js';
import { actAsSystem } from '#platform/runtime/acting.js';
import { Shutdown } from '#platform/runtime/shutdown.js';
import { PlaceOrderDto } from '../orders/order.dto.js';
import { PlaceOrder } from '../orders/place-order.js';
import { inOrder } from './in-order.js';
import { outcomeOf, refusedBy, type Outcome } from './outcome.js';

const LOOK_MS = 1_000;
/** Wall time of the database; each chunk renews it, and a chunk takes far less. */
const LEASE = `interval '15 seconds'`;
/** Rows whose outcomes are written together. */
const CHUNK_ROWS = 1_000;
const IN_FLIGHT = 512;
/** Files whose reader is gone: no request lasts that long. */
const ABANDONED = `interval '1 hour'`;

interface Job {
  readonly id: string;
  readonly region: string;
  readonly wanted: 'good' | 'all';
  readonly placed_by: string;
}

interface WaitingRow {
  readonly number: number;
  readonly key: string;
  readonly body: object;
}

/**
 * Places the rows of uploads in the background, whichever replica takes one. Each row has a key of its own, so a row that
 * was placed just before a crash, or by two replicas at a time, is placed once.
 */
@Injectable()
export class PlaceUploads implements OnApplicationBootstrap {
  private readonly logger = new Logger(PlaceUploads.name);
  private readonly replica = uuidv7();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private closing = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly placeOrder: PlaceOrder,
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.wake();
    }, LOOK_MS);
    this.shutdown.on('jobs', () => this.close());
  }

  /** There may be something to place. */
  wake(): void {
    if (this.closing) return;
    this.working ??= actAsSystem(() => this.work())
      .catch((error: unknown) => {
        // Without the database nothing can be placed; the next look tries again.
        this.logger.warn(error);
      })
      .finally(() => {
        this.working = undefined;
      });
  }

  /** Ends after the chunk under way; another replica goes on at once. */
  private async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    await this.working;
  }

  private async work(): Promise<void> {
    await this.dataSource.query(`DELETE FROM upload WHERE state = 'reading' AND created_at < now() - ${ABANDONED}`);
    for (let job = await this.take(); job && this.mayGoOn(); job = await this.take()) {
      try {
        while ((await this.placeChunk(job)) && this.mayGoOn());
      } finally {
        await this.dataSource.query(
          'UPDATE upload SET lease_owner = NULL, lease_until = NULL WHERE id = $1 AND lease_owner = $2',
          [job.id, this.replica],
        );
      }
    }
  }

  private mayGoOn(): boolean {
    return !this.closing;
  }

  private async take(): Promise<Job | undefined> {
    return this.transactions.run(async (tx) => {
      const [job] = await tx.query<Job>(
        `UPDATE upload SET lease_owner = $1, lease_until = now() + ${LEASE}
         WHERE id = (SELECT id FROM upload WHERE state = 'placing' AND (lease_until IS NULL OR lease_until < now())
                     ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING id, region, wanted, placed_by`,
        [this.replica],
      );
      return job;
    });
  }

  /** @returns whether there may be more */
  private async placeChunk(job: Job): Promise<boolean> {
    const rows = await this.dataSource.query<WaitingRow[]>(
      `SELECT number, key, body FROM upload_row
       WHERE upload_id = $1 AND outcome IS NULL AND state <> 'red' AND (state = 'green' OR $2) ORDER BY number LIMIT $3`,
      [job.id, job.wanted === 'all', CHUNK_ROWS],
    );
    if (rows.length === 0) return this.finish(job);
    const outcomes: { number: number; outcome: Outcome }[] = [];
    for await (const ready of inOrder(rows, IN_FLIGHT, (row) => this.place(job, row))) outcomes.push(...ready);
    const decided = outcomes.filter(({ outcome }) => outcome.status !== 'pending');
    // The market's owner is away: what was left to it gets its outcome when the same rows are placed again.
    if (decided.length === 0) await sleep(500);
    return this.keep(job, decided);
  }

  private async place({ region, placed_by: subject }: Job, { number, key, body }: WaitingRow) {
    const caller: Caller = { region, subject, roles: ['partner-intake'], scope: 'own' };
    try {
      const order = await validate(PlaceOrderDto, body);
      const call = { scope: `file ${region}`, key, actor: { principal: subject, correlationId: key } };
      return { number, outcome: await outcomeOf(this.placeOrder.run(caller, order, call)) };
    } catch (error) {
      if (error instanceof DomainError) return { number, outcome: refusedBy(error) };
      throw error;
    }
  }

  /** @returns false when the upload was lost to another replica */
  private keep({ id }: Job, decided: readonly { number: number; outcome: Outcome }[]): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      const held = await tx.query(
        `UPDATE upload SET lease_until = now() + ${LEASE} WHERE id = $1 AND lease_owner = $2 RETURNING id`,
        [id, this.replica],
      );
      if (held.length === 0) return false;
      // The numbers once more: a planner that knows nothing of a new upload would else walk through all of it.
      const written = await tx.query<{ status: string }>(
        `UPDATE upload_row SET outcome = r.outcome FROM json_to_recordset($2::json) AS r (number integer, outcome json)
         WHERE upload_id = $1 AND upload_row.number = r.number AND upload_row.number = ANY($3) AND upload_row.outcome IS NULL
         RETURNING upload_row.outcome->>'status' AS status`,
        [id, JSON.stringify(decided), decided.map(({ number }) => number)],
      );
      const placed = written.filter(({ status }) => status === 'placed').length;
      await tx.query('UPDATE upload SET placed = placed + $2, refused = refused + $3 WHERE id = $1', [
        id,
        placed,
        written.length - placed,
      ]);
      return true;
    });
  }

  /** Nothing waits any more, unless more was asked for in the meantime. */
  private async finish({ id, wanted }: Job): Promise<false> {
    await this.dataSource.query(
      `UPDATE upload SET state = 'placed', lease_owner = NULL, lease_until = NULL
       WHERE id = $1 AND lease_owner = $2 AND wanted = $3`,
      [id, this.replica, wanted],
    );
    return false;
  }
}
