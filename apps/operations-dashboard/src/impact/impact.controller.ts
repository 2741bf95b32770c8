import { Controller, Get, Query } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { Allow, CurrentCaller, type Caller } from '#platform/access/allow.js';
import { sightOf } from '#platform/access/data-scope.js';
import { FindImpact, GROUPINGS, type Grouping, type ImpactReport } from './find-impact.js';

class ImpactQuery {
  @IsIn(GROUPINGS) by: Grouping = 'partner';
}

@Controller('api/operations')
export class ImpactController {
  constructor(private readonly findImpact: FindImpact) {}

  /**
   * What was sold, and whose work it was: households, women, youth, by partner, district or village. Of the caller's own
   * region what it sold and what it bought.
   */
  @Get('impact')
  @Allow('operations:read')
  impact(@CurrentCaller() caller: Caller, @Query() { by }: ImpactQuery): Promise<ImpactReport> {
    return this.findImpact.run(by, sightOf(caller).region);
  }
}
