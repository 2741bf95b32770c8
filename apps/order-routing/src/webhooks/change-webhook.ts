import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { Vault } from '#platform/database/vault.js';
import { notFound } from '#platform/http/validate.js';
import { Listeners } from './listeners.js';
import { newSecret } from './secrets.js';

export interface RotatedSecret {
  readonly id: string;
  /** Until then the former secret signs beside the new one. */
  readonly oldUntil: string;
  /** The new secret, this once; null in the answer to a repeated call. */
  readonly secret: string | null;
}

export interface SentPing {
  /** Of the delivery, which its log shows. */
  readonly id: string;
}

/** Type of a delivery that tells of no event. */
const PING = 'serap.webhook.ping.v1';

/** Changes an endpoint of the caller's region. Each method throws DomainError NOT_FOUND. */
@Injectable()
export class ChangeWebhook {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly listeners: Listeners,
    private readonly clock: BusinessClock,
  ) {}

  /** For 24 hours both the new secret and the one until now sign. */
  async rotate({ region }: Caller, id: string): Promise<RotatedSecret> {
    let shown: string | null = null;
    const rotated = await this.transactions.runOnce(async (tx) => {
      const secret = newSecret();
      const [row] = await tx.query<{ until: Date }>(
        `UPDATE webhook_endpoint SET old_secret = secret, old_secret_until = now() + interval '24 hours', secret = $3
         WHERE id = $1 AND region = $2 AND state <> 'deleted' RETURNING old_secret_until AS until`,
        [id, region, this.vault.seal(secret)],
      );
      if (!row) throw notFound();
      shown = secret;
      return { id, oldUntil: row.until.toISOString() };
    });
    return { ...rotated, secret: shown };
  }

  /** Disabled: what waits is kept and what happens is not told. Enabled again: what waited is sent. */
  async turn({ region, subject }: Caller, id: string, state: 'enabled' | 'disabled'): Promise<void> {
    await this.transactions.run(async (tx) => {
      const rows = await tx.query(
        `UPDATE webhook_endpoint
         SET state = $3, disabled_because = CASE WHEN $3 = 'enabled' THEN NULL WHEN state = $3 THEN disabled_because ELSE $4 END
         WHERE id = $1 AND region = $2 AND state <> 'deleted' RETURNING id`,
        [id, region, state, `${subject} disabled it.`],
      );
      if (rows.length === 0) throw notFound();
    });
    await this.listeners.run();
  }

  /** What waits is not sent, and its secret is gone. Deleting it again changes nothing. */
  async remove({ region }: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const rows = await tx.query(
        `UPDATE webhook_endpoint SET state = 'deleted', secret = NULL, old_secret = NULL, old_secret_until = NULL
         WHERE id = $1 AND region = $2 RETURNING id`,
        [id, region],
      );
      if (rows.length === 0) throw notFound();
    });
    await this.listeners.run();
  }

  /**
   * Sends a delivery of no event, so that its receiver can be tried.
   *
   * @throws DomainError ILLEGAL_TRANSITION while the endpoint is disabled
   */
  ping({ region }: Caller, id: string): Promise<SentPing> {
    return this.transactions.runOnce(async (tx) => {
      await this.refuseDisabled(tx, region, id);
      const ping = { id: uuidv7() };
      const timestamp = this.clock.now().toISOString();
      await tx.query(
        `INSERT INTO webhook_delivery (id, endpoint_id, order_id, type, body) VALUES ($1, $2, '', $3, $4)`,
        [ping.id, id, PING, JSON.stringify({ type: PING, timestamp, data: { webhookId: id } })],
      );
      return ping;
    });
  }

  /**
   * Sends a delivery once more, from its first attempt on and under its own webhook-id.
   *
   * @throws DomainError ILLEGAL_TRANSITION while the endpoint is disabled
   */
  resend({ region }: Caller, id: string, delivery: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.refuseDisabled(tx, region, id);
      const sent = await tx.query(
        `UPDATE webhook_delivery SET attempts = 0, next_try_at = now(), delivered_at = NULL
         WHERE id = $1 AND endpoint_id = $2 RETURNING id`,
        [delivery, id],
      );
      if (sent.length === 0) throw notFound();
    });
  }

  /** @throws DomainError NOT_FOUND, ILLEGAL_TRANSITION */
  private async refuseDisabled(tx: Tx, region: string, id: string): Promise<void> {
    const [endpoint] = await tx.query<{ state: string }>(
      `SELECT state FROM webhook_endpoint WHERE id = $1 AND region = $2 AND state <> 'deleted' FOR SHARE`,
      [id, region],
    );
    if (!endpoint) throw notFound();
    if (endpoint.state === 'disabled') throw new DomainError('ILLEGAL_TRANSITION.webhook-disabled');
  }
}
