import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#kernel/business-clock.js';
import { ServiceConfig } from '#platform/context/config.js';
import { explain, type Explanation } from '../domain/explanations.js';
import type { Picture } from '../domain/picture.js';
import type { Sight } from '../domain/sight.js';
import { summarise, type Summary } from '../domain/summary.js';
import { LagReader } from '../persistence/lag-reader.js';
import { PictureReader } from '../persistence/picture-reader.js';
import { RegionNames, type RegionName } from '../persistence/region-names.js';

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
    private readonly pictures: PictureReader,
    private readonly lag: LagReader,
    private readonly clock: BusinessClock,
    private readonly config: ServiceConfig,
    private readonly regions: RegionNames,
  ) {}

  async run(sight: Sight | undefined): Promise<SummaryAnswer> {
    const [picture, eventLag] = await Promise.all([this.pictures.read(sight), this.lag.total()]);
    return {
      ...summarise(picture),
      clock: {
        now: this.clock.now().toISOString(),
        offsetMs: this.clock.offset,
        simulated: this.config.SERAP_SIMULATED_CLOCK === 'yes',
      },
      eventLag,
      regions: this.regions.of(regionsOf(picture)),
    };
  }

  async reasons(sight: Sight | undefined): Promise<ReasonsAnswer> {
    const picture = await this.pictures.read(sight);
    return {
      id: `${picture.head.epoch}.${String(picture.head.sequence)}`,
      commodities: explain(picture),
      regions: this.regions.of(regionsOf(picture)),
    };
  }
}

function regionsOf({ lots, promises, terms }: Picture): Set<string> {
  return new Set(
    [...lots, ...promises, ...terms].flatMap((row) => ('partner' in row ? [row.origin, row.partner] : [row.origin])),
  );
}
