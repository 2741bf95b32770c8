import { Controller, Get, Query } from '@nestjs/common';
import { Allow } from '#platform/access/allow.js';
import { FindRegions, type RegionsFound } from './find-regions.js';
import { RegionsQuery } from './agreements.dto.js';

@Controller('api/agreements/regions')
export class RegionsController {
  constructor(private readonly findRegions: FindRegions) {}

  /** Regions with a government of their own: by part of a name, at most 60, and the names of codes. */
  @Get()
  @Allow('agreements:read')
  find(@Query() query: RegionsQuery): RegionsFound {
    return this.findRegions.run(query);
  }
}
