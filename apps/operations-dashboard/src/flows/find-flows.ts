import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { flowsOf, type CommodityFlows } from '../domain/flows.js';
import type { Visibility } from '../domain/visibility.js';
import { SnapshotReader } from '../persistence/snapshot-reader.js';
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
    private readonly pictures: SnapshotReader,
    private readonly clock: BusinessClock,
    private readonly regions: RegionNames,
  ) {}

  async run(sight: Visibility | undefined): Promise<FlowsAnswer> {
    const snapshot = await this.pictures.read(sight);
    const commodities = flowsOf(snapshot, this.clock.now());
    const codes = commodities.flatMap(({ origin, partners }) => [origin, ...partners.map(({ partner }) => partner)]);
    return {
      id: `${snapshot.head.epoch}.${String(snapshot.head.sequence)}`,
      commodities,
      regions: this.regions.of(codes),
    };
  }
}
