import type { components } from '#clients/operations-dashboard.js';

/** Answers of /api/operations, as its document describes them. Quantities are base units: grams, pairs or pieces. */
type Schemas = components['schemas'];

export type Unit = Schemas['Unit'];
export type RegionName = Schemas['RegionName'];
export type Regions = Readonly<Record<string, RegionName>>;
export type Named = Schemas['Named'];
export type Reason = Schemas['ResolvedReason'];
export type CommoditySummary = Schemas['CommoditySummary'];
export type Clock = Schemas['ClockAnswer'];
export type Summary = Schemas['SummaryAnswer'];
export type PartnerFlow = Schemas['PartnerFlow'];
export type TermFlow = PartnerFlow['terms'][number];
export type CommodityFlows = Schemas['CommodityFlows'];
type Goods = Schemas['GoodsFlow'];
/** A lot, or lots that are not told apart. */
export type Source = Omit<Goods, 'bands'> & {
  readonly label?: string;
  readonly bands: readonly (Goods['bands'][number] & Partial<CommodityFlows['lots'][number]['bands'][number]>)[];
};
export type Explanation = Schemas['Explanation'];
export type Order = Schemas['OrderRow'];
export type OrderLine = Schemas['OrderLine'];
export type TimelineEntry = Schemas['OrderTimeline']['timeline'][number];
export type Health = Schemas['HealthAnswer'];
/** What waits or stands still in a service: all four answer alike. */
export type Waiting = Schemas['WaitingAnswer'];
export type Task = Schemas['Task'];
export type TaskCount = Schemas['TaskCount'];

/** What the live stream says between changes. */
export interface Beat {
  readonly id: string;
  readonly clock: Clock;
  readonly eventLag: number | null;
}

/** Who is signed in, as /auth/me and /auth/refresh tell it. */
export interface User {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Empty for who looks after the installation and has no region. */
  readonly region: string;
  /** Seconds until the token ends. */
  readonly expiresIn: number;
}
