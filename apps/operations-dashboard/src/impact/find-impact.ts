import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MERGED } from '../persistence/merged.js';
import { CONFIDENCE, impactOf, type Impact, type ImpactRow } from '../domain/impact.js';
import { RegionNames, type RegionName } from '#platform/regions/region-names.js';

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
    SELECT a.origin, a.commodity, a.unit, a.partner, coalesce(m.merged_into, s.producer_id) AS producer_id,
           s.quantity::numeric * a.quantity / sum(s.quantity) OVER (PARTITION BY a.allocation_id) AS quantity,
           a.status IN ('accepted', 'short') AS accepted
    FROM allocation a JOIN allocation_share s USING (allocation_id) LEFT JOIN ${MERGED} m ON m.producer_id = s.producer_id
    WHERE a.status NOT IN ('refused', 'lapsed', 'released', 'refused-at-arrival')
      AND ($1::text IS NULL OR a.origin = $1 OR a.partner = $1 OR a.partner LIKE $1 || '.%' OR $1 LIKE a.partner || '.%')
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

  /** @param region whose sales and purchases; null: all */
  async run(by: Grouping, region: string | null): Promise<ImpactReport> {
    const commodities = impactOf(await this.dataSource.query<ImpactRow[]>(sql(by), [region]));
    const codes = commodities.flatMap(({ origin, groups }) => [origin, ...groups.map(({ group }) => group)]);
    return { by, confidence: CONFIDENCE, commodities, regions: this.regions.of(codes) };
  }
}
