import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { flowsOf, type CommodityFlows } from '../domain/flows.js';
import type { Sight } from '../domain/visibility.js';
import { SnapshotReader } from '../persistence/snapshot-reader.js';
import { RegionNames, type RegionName } from '#platform/regions/region-names.js';

export interface FlowsAnswer {
  /** `epoch.sequence` of the live stream that this reflects. */
  readonly id: string;
  readonly commodities: readonly CommodityFlows[];
  /** Names of the origins, of the partners, and of the places inside the partners' regions. */
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

  async run(sight: Sight): Promise<FlowsAnswer> {
    const snapshot = await this.pictures.read(sight);
    const commodities = flowsOf(snapshot, this.clock.now());
    const origins = commodities.map(({ origin }) => origin);
    const partners = commodities.flatMap(({ partners }) => partners.map(({ partner }) => partner));
    return {
      id: `${snapshot.head.epoch}.${String(snapshot.head.sequence)}`,
      commodities,
      regions: { ...this.regions.within([...new Set(partners)]), ...this.regions.of(origins) },
    };
  }
}
