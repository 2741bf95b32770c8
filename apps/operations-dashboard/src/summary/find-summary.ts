import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { ServiceConfig } from '#platform/context/config.js';
import { explain, type Explanation } from '../domain/explanations.js';
import type { MarketSnapshot } from '../domain/market-snapshot.js';
import type { Sight } from '../domain/visibility.js';
import { summarise, type Summary } from '../domain/summary.js';
import { LagReader } from '../persistence/lag-reader.js';
import { SnapshotReader } from '../persistence/snapshot-reader.js';
import { RegionNames, type RegionName } from '#platform/regions/region-names.js';

export interface SummaryAnswer extends Summary {
  readonly clock: { readonly now: string; readonly offsetMs: number; readonly simulated: boolean };
  /** Events that lie in the log and are not applied yet; null while the log does not answer. */
  readonly eventLag: number | null;
  readonly regions: Record<string, RegionName>;
}

export interface ReasonsAnswer {
  /** `epoch.sequence` of the live stream that this reflects. */
  readonly id: string;
  readonly commodities: readonly Explanation[];
  readonly regions: Readonly<Record<string, RegionName>>;
}

/** The answer of the day, and what would make it a better one. */
@Injectable()
export class FindSummary {
  constructor(
    private readonly pictures: SnapshotReader,
    private readonly lag: LagReader,
    private readonly clock: BusinessClock,
    private readonly config: ServiceConfig,
    private readonly regions: RegionNames,
  ) {}

  async run(sight: Sight): Promise<SummaryAnswer> {
    const [snapshot, eventLag] = await Promise.all([this.pictures.read(sight), this.lag.total()]);
    return {
      ...summarise(snapshot),
      clock: {
        now: this.clock.now().toISOString(),
        offsetMs: this.clock.offset,
        simulated: this.config.SERAP_SIMULATED_CLOCK === 'yes',
      },
      eventLag,
      regions: this.regions.of(regionsOf(snapshot)),
    };
  }

  async reasons(sight: Sight): Promise<ReasonsAnswer> {
    const snapshot = await this.pictures.read(sight);
    return {
      id: `${snapshot.head.epoch}.${String(snapshot.head.sequence)}`,
      commodities: explain(snapshot),
      regions: this.regions.of(regionsOf(snapshot)),
    };
  }
}

function regionsOf({ lots, promises, terms }: MarketSnapshot): Set<string> {
  return new Set(
    [...lots, ...promises, ...terms].flatMap((row) => ('partner' in row ? [row.origin, row.partner] : [row.origin])),
  );
}
