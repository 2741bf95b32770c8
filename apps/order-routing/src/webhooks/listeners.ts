import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock } from '#kernel/business-clock.js';
import { covers } from '#kernel/region-code.js';
import { uuidv7 } from '#kernel/uuid.js';
import type { NewEvent } from '#platform/database/outbox.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { orderNewsOf, type EventGroup, type OrderNews } from './event-groups.js';

interface Listener {
  readonly id: string;
  readonly region: string;
  readonly events: readonly EventGroup[];
}

/**
 * Who is to hear of what: writes the deliveries of a decision in its own transaction, so that there is one for each event
 * and endpoint, or none. Without endpoints it costs a decision nothing.
 */
@Injectable()
export class Listeners implements OnModuleInit {
  private listeners: readonly Listener[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.run();
    this.transactions.accompany((tx, events) => this.write(tx, events));
  }

  /** Whether there may be anything to send. */
  get any(): boolean {
    return this.listeners.length > 0;
  }

  /** Looks who listens by now. */
  async run(): Promise<void> {
    this.listeners = await this.dataSource.query<Listener[]>(
      `SELECT id, region, events FROM webhook_endpoint WHERE state = 'enabled'`,
    );
  }

  private async write(tx: Tx, events: readonly NewEvent[]): Promise<void> {
    if (!this.any) return;
    const told = events.flatMap((event) => orderNewsOf(event) ?? []);
    const partnerOf = await partners(tx, told);
    const timestamp = this.clock.now().toISOString();
    const rows = told.flatMap(({ type, group, orderId, partner, ids }) => {
      const region = partner ?? partnerOf.get(orderId);
      return this.listeners
        .filter((listener) => region !== undefined && covers(listener.region, region))
        .filter((listener) => listener.events.includes(group))
        .map(({ id }) => ({
          id: uuidv7(),
          endpoint: id,
          order: orderId,
          type,
          body: JSON.stringify({ type, timestamp, data: ids }),
        }));
    });
    if (rows.length === 0) return;
    await tx.query(
      `INSERT INTO webhook_delivery (id, endpoint_id, order_id, type, body)
       SELECT id, endpoint, "order", type, body
       FROM json_to_recordset($1) AS row (id uuid, endpoint uuid, "order" text, type text, body text)`,
      [JSON.stringify(rows)],
    );
  }
}

/** Partners of orders whose events do not name them. */
async function partners(tx: Tx, told: readonly OrderNews[]): Promise<ReadonlyMap<string, string>> {
  const nameless = told.filter(({ partner }) => partner === null).map(({ orderId }) => orderId);
  if (nameless.length === 0) return new Map();
  const rows = await tx.query<{ id: string; partner: string }>('SELECT id, partner FROM orders WHERE id = ANY($1)', [
    nameless,
  ]);
  return new Map(rows.map(({ id, partner }) => [id, partner]));
}
