import { Injectable } from '@nestjs/common';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { Caller } from '#platform/access/allow.js';
import { Transactions } from '#platform/database/transactions.js';
import { Vault } from '#platform/database/vault.js';
import { RoutingConfig } from '../config.js';
import { EVENT_GROUPS, type EventGroup } from './event-groups.js';
import { Listeners } from './listeners.js';
import { newSecret } from './secrets.js';
import { addressOf, RefusedTarget, targetOf } from './target.js';
import type { WebhookDto } from './webhooks.dto.js';
import { insertInto } from '#platform/database/sql.js';

const MOST_WEBHOOKS = 10;
/** A caller waits no longer for its host name. */
const RESOLUTION_MS = 5_000;

export interface RegisteredWebhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly EventGroup[];
  /** What signs, this once; null in the answer to a repeated call. */
  readonly secret: string | null;
}

/** Takes in an address of a partner's system that wants to hear what becomes of its orders. */
@Injectable()
export class RegisterWebhook {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly config: RoutingConfig,
    private readonly listeners: Listeners,
  ) {}

  /** @throws DomainError WEBHOOK_URL_REFUSED, TOO_MANY_WEBHOOKS */
  async run({ region, subject }: Caller, { url, events = [...EVENT_GROUPS] }: WebhookDto): Promise<RegisteredWebhook> {
    await this.check(url);
    let shown: string | null = null;
    const registered = await this.transactions.runOnce(async (tx) => {
      // Two calls at a time would each see one too few: the second waits here for the first.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtext('webhook'), hashtext($1))`, [region]);
      const mine = await tx.query(`SELECT 1 FROM webhook_endpoint WHERE region = $1 AND state <> 'deleted'`, [region]);
      if (mine.length >= MOST_WEBHOOKS) {
        throw new DomainError('TOO_MANY_WEBHOOKS', { n: MOST_WEBHOOKS });
      }
      const id = uuidv7();
      const secret = newSecret();
      const row = { id, region, url, events, secret: this.vault.seal(secret), registered_by: subject };
      await tx.query(...insertInto('webhook_endpoint', row));
      shown = secret;
      return { id, url, events };
    });
    await this.listeners.run();
    return { ...registered, secret: shown };
  }

  private async check(url: string): Promise<void> {
    const local = this.config.SERAP_WEBHOOKS_LOCAL === 'yes';
    try {
      await addressOf(targetOf(url, local), local, AbortSignal.timeout(RESOLUTION_MS));
    } catch (error) {
      if (!(error instanceof RefusedTarget)) throw error;
      throw new DomainError('WEBHOOK_URL_REFUSED', { why: error.said }, [faultAt('/url', error.said)]);
    }
  }
}
