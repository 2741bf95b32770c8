import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel/uuid.js';
import { Transactions } from '#platform/database/transactions.js';
import { Vault } from '#platform/database/vault.js';
import type { DueWork } from '#platform/boot/poll.js';
import { RoutingConfig } from '../config.js';
import { attempt } from './attempt.js';
import { Listeners } from './listeners.js';
import { record } from './record-attempt.js';
import { signedHeaders } from './secrets.js';
import { giveBack, takeEndpoint, WINDOW_MS, type Delivery, type Taken } from './take-endpoint.js';

/** Orders whose deliveries go to one endpoint at a time. */
const LANES = 8;

/**
 * Sends what is due, one replica to an endpoint at a time. Deliveries of one order are sent in the order in which it was
 * decided; one that fails is tried again later and holds up nothing, for bodies carry ids and no state.
 */
@Injectable()
export class SendWebhooks implements DueWork {
  constructor(
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly config: RoutingConfig,
    private readonly listeners: Listeners,
  ) {}

  async run(stopping: AbortSignal): Promise<void> {
    while (this.listeners.any && !stopping.aborted) {
      const taken = await takeEndpoint(this.transactions, uuidv7());
      if (!taken) return;
      await this.serve(taken, stopping).finally(() => giveBack(this.transactions, taken));
    }
  }

  private async serve(taken: Taken, stopping: AbortSignal): Promise<void> {
    const secrets = taken.secrets.map((sealed) => this.vault.open(sealed).toString());
    const lanes = lanesOf(taken.deliveries);
    const lastStart = Date.now() + WINDOW_MS;
    const work = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
        for (const delivery of lane) {
          if (stopping.aborted || Date.now() > lastStart) return;
          await this.send(taken, delivery, secrets, stopping);
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, work));
  }

  private async send(taken: Taken, { id, body, attempts }: Delivery, secrets: string[], stopping: AbortSignal) {
    const headers = signedHeaders(secrets, id, new Date(), body);
    const local = this.config.SERAP_WEBHOOKS_LOCAL === 'yes';
    const outcome = await attempt(taken.url, { headers, body }, local, stopping);
    await record(this.transactions, taken.id, { id, attempts }, outcome);
  }
}

/** Deliveries by their orders, each lane in its order. */
function lanesOf(deliveries: readonly Delivery[]): Delivery[][] {
  const lanes = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const lane = lanes.get(delivery.orderId);
    if (lane) lane.push(delivery);
    else lanes.set(delivery.orderId, [delivery]);
  }
  return [...lanes.values()];
}
