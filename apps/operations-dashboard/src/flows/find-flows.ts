import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { flowsOf, type CommodityFlows } from '../domain/flows.js';
import type { Sight } from '../domain/sight.js';
import { PictureReader } from '../persistence/picture-reader.js';
import { RegionNames, type RegionName } from '../persistence/region-names.js';

export interface FlowsAnswer {
  /** `epoch.sequence` of the live stream that this reflects. */
  readonly id: string;
  readonly commodities: readonly CommodityFlows[];
  readonly regions: Readonly<Record<string, RegionName>>;
}

/** Which lots flow to which partners, what is left, and what holds the flow back. */
@Injectable()
export class FindFlows {
  constructor(
    private readonly pictures: PictureReader,
    private readonly clock: BusinessClock,
    private readonly regions: RegionNames,
  ) {}

  async run(sight: Sight | undefined): Promise<FlowsAnswer> {
    const picture = await this.pictures.read(sight);
    const commodities = flowsOf(picture, this.clock.now());
    const codes = commodities.flatMap(({ origin, partners }) => [origin, ...partners.map(({ partner }) => partner)]);
    return {
      id: `${picture.head.epoch}.${String(picture.head.sequence)}`,
      commodities,
      regions: this.regions.of(codes),
    };
  }
}
