import { Controller, Get, HttpCode, Param, Post, Query, type Type } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { Allow } from '../access/allow.js';
import { Describe } from '../http/describe.js';
import { MayBeAbsent, PageQuery, type Page } from '../http/shapes.js';
import { IdPipe } from '../http/validate.js';
import type { Settled } from '../consuming/settle-dead-letter.js';
import { FindDeadLetters, type DeadLetterView } from './find-dead-letters.js';
import { SettleDeadLetters } from './settle-dead-letters.js';

class DeadLettersQuery extends PageQuery {
  @MayBeAbsent() @IsIn(['dead', 'draining', 'replayed', 'discarded']) state?: DeadLetterView['state'];
}

/** @param path of the service that it stands in, e.g. `api/registry/dead-letters` */
export function deadLettersController(path: string): Type {
  @Controller(path)
  @Allow('dead-letters:handle')
  class DeadLettersController {
    constructor(
      private readonly find: FindDeadLetters,
      private readonly settle: SettleDeadLetters,
    ) {}

    /** Events that this service could not process, the oldest first. */
    @Get()
    list(@Query() query: DeadLettersQuery): Promise<Page<DeadLetterView>> {
      return this.find.list(query);
    }

    /** One event that could not be processed: where it lies, and why. */
    @Get(':id')
    one(@Param('id', IdPipe) id: string): Promise<DeadLetterView> {
      return this.find.one(id);
    }

    /** Handles it again, its cause being gone, and then what waits behind it, in order. */
    @Post(':id/replay')
    @HttpCode(200)
    @Describe({ key: false, refuses: ['DEAD_LETTER_NOT_OPEN', 'STILL_FAILS'] })
    replay(@Param('id', IdPipe) id: string): Promise<Settled> {
      return this.settle.replay(id);
    }

    /** Gives it up for good, and handles what waits behind it, in order. */
    @Post(':id/discard')
    @HttpCode(200)
    @Describe({ key: false, refuses: ['DEAD_LETTER_NOT_OPEN'] })
    discard(@Param('id', IdPipe) id: string): Promise<Settled> {
      return this.settle.discard(id);
    }
  }
  return DeadLettersController;
}
