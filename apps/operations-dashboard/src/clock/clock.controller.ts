import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { AdvanceClock, type ClockAnswer } from './advance-clock.js';
import { AdvanceClockDto } from './clock.dto.js';

@Controller('api/operations/clock')
export class ClockController {
  constructor(private readonly advanceClock: AdvanceClock) {}

  @Get()
  @Allow('operations:read')
  @Header('Cache-Control', 'no-cache')
  now(): ClockAnswer {
    return this.advanceClock.now();
  }

  @Post()
  @HttpCode(200)
  @Allow('clock:advance')
  advance(@Body() body: AdvanceClockDto): Promise<ClockAnswer> {
    return this.advanceClock.run(body);
  }
}
