import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIDENCE, impactOf, type Impact, type ImpactRow } from '../domain/impact.js';
import { RegionNames, type RegionName } from '../persistence/region-names.js';

export const GROUPINGS = ['partner', 'district', 'village'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface ImpactReport {
  readonly by: Grouping;
  /** How far each figure can be relied on. */
  readonly confidence: typeof CONFIDENCE;
  readonly commodities: readonly Impact[];
  readonly regions: Readonly<Record<string, RegionName>>;
}

/** `unknown`: a producer whose registration has not been heard of yet. */
const GROUP: Readonly<Record<Grouping, string>> = {
  partner: 'sale.partner',
  district: `coalesce(left(producer.village, 8), 'unknown')`,
  village: `coalesce(producer.village, 'unknown')`,
};

const sql = (by: Grouping): string => `
  WITH sale AS (
    SELECT a.origin, a.commodity, a.unit, a.partner, s.producer_id,
           s.quantity::numeric * a.quantity / sum(s.quantity) OVER (PARTITION BY a.allocation_id) AS quantity,
           a.status IN ('accepted', 'short') AS accepted
    FROM allocation a JOIN allocation_share s USING (allocation_id)
    WHERE a.status NOT IN ('refused', 'lapsed', 'released', 'refused-at-arrival')
  ), one AS (
    SELECT sale.origin, sale.commodity, sale.unit, ${GROUP[by]} AS "group", producer_id,
      coalesce(sum(quantity) FILTER (WHERE accepted), 0) AS sold,
      coalesce(sum(quantity) FILTER (WHERE NOT accepted), 0) AS under_way
    FROM sale LEFT JOIN producer USING (producer_id) GROUP BY 1, 2, 3, 4, 5
  )
  SELECT one.origin, one.commodity, one.unit, "group", sum(sold)::float8 AS sold,
         sum(under_way)::float8 AS "underWay", count(*) FILTER (WHERE sold > 0) AS producers,
         coalesce(sum(workers_total) FILTER (WHERE sold > 0), 0)::bigint AS workers,
         coalesce(sum(workers_women) FILTER (WHERE sold > 0), 0)::bigint AS women,
         coalesce(sum(workers_youth) FILTER (WHERE sold > 0), 0)::bigint AS youth
  FROM one LEFT JOIN producer USING (producer_id)
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, sold DESC, "underWay" DESC, 4`;

/** What the sales do, and for whom: households, workers, women, youth. */
@Injectable()
export class FindImpact {
  constructor(
    private readonly dataSource: DataSource,
    private readonly regions: RegionNames,
  ) {}

  async run(by: Grouping): Promise<ImpactReport> {
    const commodities = impactOf(await this.dataSource.query<ImpactRow[]>(sql(by)));
    const codes = commodities.flatMap(({ origin, groups }) => [origin, ...groups.map(({ group }) => group)]);
    return { by, confidence: CONFIDENCE, commodities, regions: this.regions.of(codes) };
  }
}
