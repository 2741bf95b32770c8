import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel/domain-error.js';
import { failureCode, sortFailure } from '../consuming/failure.js';
import type { Settled } from '../consuming/settle-dead-letter.js';
import { EventLogServer } from '../consuming/event-log-server.js';
import { FindDeadLetters } from './find-dead-letters.js';

/** What an operator does about an event that could not be processed. */
@Injectable()
export class SettleDeadLetters {
  constructor(
    private readonly find: FindDeadLetters,
    private readonly events: EventLogServer,
  ) {}

  /** @throws DomainError NOT_FOUND, DEAD_LETTER_NOT_OPEN; STILL_FAILS with the code that it meets again: nothing has changed */
  async replay(id: string): Promise<Settled> {
    await this.find.one(id);
    try {
      return await this.events.replay(id);
    } catch (error) {
      const settled = error instanceof DomainError && error.code === 'DEAD_LETTER_NOT_OPEN';
      if (settled || sortFailure(error) !== 'poison') throw error;
      throw new DomainError('STILL_FAILS', { code: failureCode(error) });
    }
  }

  /** @throws DomainError NOT_FOUND, DEAD_LETTER_NOT_OPEN */
  async discard(id: string): Promise<Settled> {
    await this.find.one(id);
    return this.events.discard(id);
  }
}
