import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { Describe } from '#platform/http/describe.js';
import { AdvanceClock, type ClockAnswer } from './advance-clock.js';
import { AdvanceClockDto } from './clock.dto.js';

@Controller('api/operations/clock')
export class ClockController {
  constructor(private readonly advanceClock: AdvanceClock) {}

  /** The business time, and how far it is from the wall clock. */
  @Get()
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  now(): ClockAnswer {
    return this.advanceClock.now();
  }

  /** Moves the business clock of an embedded run forward. */
  @Post()
  @HttpCode(200)
  @Allow('clock:advance')
  @Describe({ refuses: ['NOT_FOUND'] })
  advance(@Body() body: AdvanceClockDto): Promise<ClockAnswer> {
    return this.advanceClock.run(body);
  }
}
