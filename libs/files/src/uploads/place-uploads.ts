import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { runAs, runAsSystem } from '#platform/context/call-context.js';
import { Shutdown } from '#platform/context/shutdown.js';
import {
  kindNamed,
  UPLOAD_KINDS,
  type PlacingJob,
  type RowOutcome,
  type UploadKind,
  type WaitingRow,
} from './upload-kind.js';

const LOOK_MS = 1_000;
/** Wall time of the database; each chunk renews it, and a chunk takes far less. */
const LEASE = `interval '15 seconds'`;
/** Files whose reader is gone: no request lasts that long. */
const ABANDONED = `interval '1 hour'`;

interface Job extends PlacingJob {
  readonly kind: string;
  readonly wanted: 'good' | 'all';
}

/**
 * Places the rows of uploads in the background, whichever replica takes one, under a lease that each chunk renews. That a
 * row is placed once, also when it comes again after a crash, is for its kind to see to.
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
    @Inject(UPLOAD_KINDS) private readonly kinds: readonly UploadKind[],
    private readonly shutdown: Shutdown,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.wake();
    }, LOOK_MS);
    this.shutdown.on('leases', () => this.close());
  }

  /** There may be something to place. */
  wake(): void {
    if (this.closing) return;
    this.working ??= runAsSystem(() => this.work())
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
         RETURNING id, kind, region, wanted, placed_by AS subject`,
        [this.replica],
      );
      return job;
    });
  }

  /** @returns whether there may be more */
  private async placeChunk(job: Job): Promise<boolean> {
    const kind = kindNamed(this.kinds, job.kind);
    const rows = await this.dataSource.query<WaitingRow[]>(
      `SELECT number, key, meaning, body FROM upload_row
       WHERE upload_id = $1 AND outcome IS NULL AND state <> 'red' AND (state = 'green' OR $2) ORDER BY number LIMIT $3`,
      [job.id, job.wanted === 'all', kind.chunkRows],
    );
    if (rows.length === 0) return this.finish(job);
    const who = { principal: job.subject, correlationId: job.id };
    return runAs(who, () => kind.place(job, rows, (tx, outcomes) => this.keep(tx, job, outcomes)));
  }

  /** @returns false when the upload was lost to another replica */
  private async keep(
    tx: Tx,
    { id }: Job,
    decided: readonly { number: number; outcome: RowOutcome }[],
  ): Promise<boolean> {
    const held = await tx.query(
      `UPDATE upload SET lease_until = now() + ${LEASE} WHERE id = $1 AND lease_owner = $2 RETURNING id`,
      [id, this.replica],
    );
    if (held.length === 0) return false;
    if (decided.length === 0) return true;
    const numbers = decided.map(({ number }) => number).sort((a, b) => a - b);
    // The range once more: a planner that knows nothing of a new upload would else compare each row with each outcome.
    const written = await tx.query<{ status: string }>(
      `UPDATE upload_row SET outcome = r.outcome FROM json_to_recordset($2::json) AS r (number integer, outcome json)
       WHERE upload_id = $1 AND upload_row.number = r.number AND upload_row.number BETWEEN $3 AND $4
         AND upload_row.outcome IS NULL
       RETURNING upload_row.outcome->>'status' AS status`,
      [id, JSON.stringify(decided), numbers[0], numbers.at(-1)],
    );
    const count = (wanted: RowOutcome['status']): number => written.filter(({ status }) => status === wanted).length;
    await tx.query(
      'UPDATE upload SET placed = placed + $2, refused = refused + $3, standing = standing + $4 WHERE id = $1',
      [id, count('placed'), count('refused'), count('standing')],
    );
    return true;
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
