import { uuidv7 } from '#kernel/uuid.js';
import type { Tx } from '#platform/database/transactions.js';
import { tasksToNotify, type NotifiedTask } from '../domain/notices.js';
import type { Asking, Task } from '../domain/tasks.js';

/** Longer than any attempt lasts (smtp-mailer.ts). */
const LEASE_MS = 120_000;
/** A task that is away for less than this is the same when it is back: a rebuild makes tasks come and go. */
const FORGET_MS = 3_600_000;

export interface Recipient extends Asking {
  readonly id: string;
  /** Sealed. */
  readonly address: Buffer;
  /** The mail that was composed and not taken yet; null: none is under way. */
  readonly mailId: string | null;
  /** Attempts at it that have failed. */
  readonly attempts: number;
}

/** The recipient whose turn came longest ago, locked for this transaction; those of other replicas are passed over. */
export async function lockDue(tx: Tx): Promise<Recipient | undefined> {
  const [row] = await tx.query<Omit<Recipient, 'aggregator'> & { aggregator: string | null }>(
    `SELECT id, address, roles, region, aggregator, mail_id AS "mailId", attempts FROM notice_recipient
     WHERE refused_at IS NULL AND next_try_at <= now() ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  if (!row) return undefined;
  const { aggregator, ...rest } = row;
  return { ...rest, ...(aggregator === null ? {} : { aggregator }) };
}

/**
 * What the mail under way, or a new one, is to tell, and that it tells it: written before it is sent, so that whatever
 * happens nobody else tells it too. What has been done meanwhile is not told any more.
 *
 * @returns undefined where there is nothing to tell
 */
export async function claimNotification(
  tx: Tx,
  recipient: Recipient,
  tasks: readonly Task[],
): Promise<{ mailId: string; news: readonly Task[] } | undefined> {
  await forgetDone(tx, recipient.id, tasks);
  const told = await tx.query<NotifiedTask & { mailId: string | null }>(
    'SELECT task_id AS "taskId", overdue, mail_id AS "mailId" FROM notice_task WHERE recipient_id = $1',
    [recipient.id],
  );
  // What the mail under way was to tell has not been told, so it is news still.
  const arrived = told.filter(({ mailId }) => mailId === null || mailId !== recipient.mailId);
  const news = tasksToNotify(tasks, arrived);
  if (news.length === 0) return undefined;
  const mailId = recipient.mailId ?? uuidv7();
  await tx.query(
    `INSERT INTO notice_task (recipient_id, task_id, overdue, mail_id)
     SELECT $1, given.id, given.overdue, $2 FROM unnest($3::text[], $4::boolean[]) AS given (id, overdue)
     ON CONFLICT (recipient_id, task_id) DO UPDATE SET overdue = excluded.overdue, mail_id = excluded.mail_id`,
    [recipient.id, mailId, news.map(({ id }) => id), news.map(({ overdue }) => overdue)],
  );
  await tx.query(
    `UPDATE notice_recipient SET mail_id = $2, attempts = attempts + 1, next_try_at = now() + $3 * interval '1 ms'
     WHERE id = $1`,
    [recipient.id, mailId, LEASE_MS],
  );
  return { mailId, news };
}

async function forgetDone(tx: Tx, recipientId: string, tasks: readonly Task[]): Promise<void> {
  const ids = tasks.map(({ id }) => id);
  await tx.query(
    `UPDATE notice_task SET gone_at = CASE WHEN task_id <> ALL ($2) THEN coalesce(gone_at, now()) END
     WHERE recipient_id = $1 AND (gone_at IS NULL) = (task_id <> ALL ($2))`,
    [recipientId, ids],
  );
  await tx.query(`DELETE FROM notice_task WHERE recipient_id = $1 AND gone_at < now() - $2 * interval '1 ms'`, [
    recipientId,
    FORGET_MS,
  ]);
}
