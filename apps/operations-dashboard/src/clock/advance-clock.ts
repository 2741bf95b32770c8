import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { Transactions, type Tx } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { ServiceConfig } from '#platform/context/config.js';
import { offsetFor, type Advance } from '../domain/clock-advance.js';

export interface ClockAnswer {
  readonly now: string;
  /** Business time minus wall time, milliseconds. */
  readonly offsetMs: number;
  readonly simulated: boolean;
}

interface Setting {
  readonly version: number;
  readonly offset: number;
}

/**
 * Moves the simulated business clock of an embedded run. Every service follows by the event, this one too: taking the
 * new time at once would let an advance still on its way set it back for a moment.
 */
@Injectable()
export class AdvanceClock {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
    private readonly config: ServiceConfig,
  ) {}

  now(): ClockAnswer {
    return {
      now: this.clock.now().toISOString(),
      offsetMs: this.clock.offset,
      simulated: this.config.SERAP_SIMULATED_CLOCK === 'yes',
    };
  }

  /** @throws DomainError NOT_FOUND where the clock is the real one; INVALID, CLOCK_BACKWARDS */
  async run(advance: Advance): Promise<ClockAnswer> {
    if (this.config.SERAP_SIMULATED_CLOCK !== 'yes') throw notFound();
    return this.transactions.runOnce(async (tx) => {
      const current = await lockSetting(tx);
      const offsetMs = offsetFor(advance, current?.offset, Date.now());
      const [next] = await tx.query<{ version: string | number }>(
        `INSERT INTO clock_setting AS c (version, offset_ms) VALUES (1, $1)
         ON CONFLICT (id) DO UPDATE SET version = c.version + 1, offset_ms = excluded.offset_ms RETURNING version`,
        [offsetMs],
      );
      if (!next) throw new Error('The clock has just been set.');
      tx.publish({
        type: 'serap.clock.advanced.v1',
        subject: 'clock',
        sequence: Number(next.version),
        key: 'clock',
        data: { offsetMs },
      });
      return { now: new Date(Date.now() + offsetMs).toISOString(), offsetMs, simulated: true };
    });
  }
}

/** Two advances at once take turns: each goes on from where the other has put the clock. */
async function lockSetting(tx: Tx): Promise<Setting | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [0x5e7ac]);
  const [row] = await tx.query<{ version: string | number; offset_ms: string | number }>(
    'SELECT version, offset_ms FROM clock_setting FOR UPDATE',
  );
  return row ? { version: Number(row.version), offset: Number(row.offset_ms) } : undefined;
}
