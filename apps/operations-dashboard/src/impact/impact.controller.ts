import { Controller, Get, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { Allow } from '#platform/access/allow.js';
import { FindImpact, GROUPINGS, type Grouping, type ImpactReport } from './find-impact.js';

class ImpactQuery {
  @IsIn(GROUPINGS) by: Grouping = 'partner';
}

@Controller('api/operations')
export class ImpactController {
  constructor(private readonly findImpact: FindImpact) {}

  /** What was sold, and whose work it was: households, women, youth, by partner, district or village. */
  @Get('impact')
  @Allow('operations:read')
  impact(@Query() { by }: ImpactQuery): Promise<ImpactReport> {
    return this.findImpact.run(by);
  }
}
