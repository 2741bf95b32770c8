import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { Vault } from '#platform/database/vault.js';
import type { DueWork } from '#platform/boot/poll.js';
import { DashboardConfig } from '../config.js';
import { retryAfterMs } from '../domain/notices.js';
import type { Task } from '../domain/tasks.js';
import { LagReader } from '../persistence/lag-reader.js';
import { TaskReader } from '../persistence/task-reader.js';
import { digestOf } from './digest.js';
import { Mailer, type Handover } from './mailer.js';
import { claimNotification, lockDue, type Recipient } from './take-recipient.js';

/** Tasks of one recipient that are looked at, the most urgent. */
const MOST_TASKS = 5_000;
/** Further behind the log than this, what looks new or done may be neither. */
const MOST_LAG = 100;
const LOOK_AGAIN_MS = 60_000;
const MINUTE_MS = 60_000;

interface Claimed {
  readonly recipient: Recipient;
  readonly mailId: string;
  readonly news: readonly Task[];
}

/**
 * Sends each recipient what is new among its tasks, in one mail, at most once in an interval. A claim is written before
 * the mail is handed in and settled after it; a crash in between hands the same mail in again, under the same id.
 */
@Injectable()
export class SendNotices implements DueWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly tasks: TaskReader,
    private readonly lag: LagReader,
    private readonly vault: Vault,
    private readonly mailer: Mailer,
    private readonly config: DashboardConfig,
  ) {}

  async run(stopping: AbortSignal): Promise<void> {
    if (!this.mailer.isOn) return;
    while (!stopping.aborted) {
      const behind = await this.lag.total();
      if (behind === null || behind > MOST_LAG) return;
      const claimed = await this.claim();
      if (claimed === 'nobody') return;
      if (claimed === 'nothing') continue;
      // The mail server is away: the others are as well off waiting.
      if ((await this.send(claimed)) === 'later') return;
    }
  }

  private claim(): Promise<Claimed | 'nothing' | 'nobody'> {
    return this.transactions.run(async (tx) => {
      const recipient = await lockDue(tx);
      if (!recipient) return 'nobody';
      const tasks = await this.tasks.list(recipient, MOST_TASKS, {}, tx.manager);
      const claimed = await claimNotification(tx, recipient, tasks);
      if (claimed) return { recipient, ...claimed };
      await settle(tx, recipient.id, LOOK_AGAIN_MS);
      return 'nothing';
    });
  }

  private async send({ recipient, mailId, news }: Claimed): Promise<Handover> {
    const to = this.vault.open(recipient.address).toString();
    const handover = await this.mailer.send({ id: mailId, to, ...digestOf(news, this.config.SERAP_PAGES_URL) });
    await this.transactions.run(async (tx) => {
      // Whose lease has run out meanwhile finds another count of attempts.
      const attempts = recipient.attempts + 1;
      const mine = await tx.query(
        'SELECT 1 FROM notice_recipient WHERE id = $1 AND mail_id = $2 AND attempts = $3 FOR UPDATE',
        [recipient.id, mailId, attempts],
      );
      if (mine.length === 0) return;
      if (handover === 'later') await waitFor(tx, recipient.id, retryAfterMs(attempts));
      else await settle(tx, recipient.id, this.config.SERAP_NOTICE_MINUTES * MINUTE_MS, handover);
      // Nothing has reached it: should it be tried again, all of it is news.
      if (handover === 'refused') await tx.query('DELETE FROM notice_task WHERE recipient_id = $1', [recipient.id]);
    });
    return handover;
  }
}

function waitFor(tx: Tx, id: string, waitMs: number): Promise<unknown[]> {
  return tx.query(`UPDATE notice_recipient SET next_try_at = now() + $2 * interval '1 ms' WHERE id = $1`, [id, waitMs]);
}

/** No mail is under way any more. */
function settle(tx: Tx, id: string, waitMs: number, outcome?: 'sent' | 'refused'): Promise<unknown[]> {
  return tx.query(
    `UPDATE notice_recipient SET mail_id = NULL, attempts = 0, next_try_at = now() + $2 * interval '1 ms',
       sent_at = CASE WHEN $3 = 'sent' THEN now() ELSE sent_at END,
       refused_at = CASE WHEN $3 = 'refused' THEN now() END
     WHERE id = $1`,
    [id, waitMs, outcome ?? null],
  );
}
