import { Injectable } from '@nestjs/common';
import { RegionNames, type FoundRegion, type RegionName } from '#platform/regions/region-names.js';

/** A province has at most 38 regencies and cities: all of one are given. */
const MOST_FOUND = 60;

export interface RegionsFound {
  /** Those that the text finds, best first. */
  readonly items: readonly FoundRegion[];
  /** Names of the codes that were asked for. */
  readonly names: Readonly<Record<string, RegionName>>;
}

/** Regions by name, for whoever opens an agreement with one or reads of one that no order names yet. */
@Injectable()
export class FindRegions {
  private readonly names = new RegionNames();

  run({ q, codes = '' }: { readonly q?: string; readonly codes?: string }): RegionsFound {
    return {
      items: q === undefined ? [] : this.names.find(q, MOST_FOUND),
      names: this.names.of(codes.split(',')),
    };
  }
}
