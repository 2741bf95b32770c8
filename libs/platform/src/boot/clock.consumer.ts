import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { DataSource } from 'typeorm';
import type { EventData } from '#contracts/events.js';
import type { EventEnvelope } from '#contracts/envelope.js';
import { BusinessClock } from '#kernel/business-clock.js';
import type { HandlerContext } from '../consuming/event-log-server.js';
import { HandleEvent } from '../consuming/handle-event.js';

const ADVANCED = 'serap.clock.advanced.v1';

/** Keeps the business clock of an embedded run where the last advance put it. */
@Controller()
export class ClockConsumer {
  constructor(private readonly clock: BusinessClock) {}

  @HandleEvent(ADVANCED)
  async advanced(
    @Payload() event: EventEnvelope<typeof ADVANCED, EventData<typeof ADVANCED>>,
    @Ctx() { tx }: HandlerContext,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO business_clock (offset_ms) VALUES ($1)
       ON CONFLICT (singleton) DO UPDATE SET offset_ms = excluded.offset_ms`,
      [event.data.offsetMs],
    );
    tx.afterCommit(() => {
      this.clock.adjust(event.data.offsetMs);
    });
  }
}

/** The offset that this service last kept, milliseconds; 0 when the clock was never moved. */
export async function restoreClock(dataSource: DataSource): Promise<number> {
  const rows: { offset_ms: number | string }[] = await dataSource.query('SELECT offset_ms FROM business_clock');
  return Number(rows[0]?.offset_ms ?? 0);
}
