/** Answers of /api/operations, as the page reads them. Quantities are base units: grams, pairs or pieces. */

export type Unit = 'GRAM' | 'PAIR' | 'PIECE';

export interface RegionName {
  readonly kind: 'province' | 'regency' | 'city';
  readonly name: string;
}
export type Regions = Readonly<Record<string, RegionName>>;

export interface Named {
  readonly id: string;
  readonly type: 'term' | 'agreement' | 'lot' | 'line' | 'region' | 'demand' | 'surplus' | 'certificate';
  readonly partner?: string;
  readonly agreementId?: string;
  readonly label?: string;
}

export interface Ahead {
  readonly quantity: number;
  readonly lots: readonly Named[];
  readonly partners: readonly string[];
  readonly demandToo: boolean;
}

export interface Reason {
  readonly kind: 'gate' | 'cut' | 'state';
  readonly code: string;
  readonly quantity: number;
  readonly gain: number;
  readonly relaxBy?: number;
  readonly binding: readonly Named[];
  readonly then: readonly string[];
  readonly lots?: readonly Named[];
  readonly partner?: string;
  readonly ahead?: Ahead;
}

export interface Households {
  readonly equivalent: number;
  readonly outputPerWeek: number;
  readonly sold: number;
}

export interface CommoditySummary {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly surplus: number;
  readonly wanted: number;
  readonly promised: number;
  readonly bound: number;
  readonly unsold: readonly Reason[];
  readonly unfilled: readonly Reason[];
  readonly contributors: number;
  readonly contributorsPaid: number;
  readonly households: Households | null;
}

export interface Clock {
  readonly now: string;
  readonly offsetMs: number;
  readonly simulated: boolean;
}

export interface Run {
  readonly id: string;
  readonly at: string;
  readonly outcome: string;
  readonly verified: boolean;
  readonly gap: number;
}

export interface Summary {
  readonly id: string;
  readonly commodities: readonly CommoditySummary[];
  readonly orders: Readonly<Record<string, number>>;
  readonly run: Run | null;
  readonly dataAt: string | null;
  readonly clock: Clock;
  readonly eventLag: number | null;
  readonly regions: Regions;
}

export interface Beat {
  readonly id: string;
  readonly clock: Clock;
  readonly eventLag: number | null;
}

export interface Band {
  readonly partner: string;
  readonly status: string;
  readonly quantity: number;
  readonly orders: number;
  readonly contributors: number;
}

export interface LotFlow {
  readonly id: string;
  readonly label: string;
  readonly quantity: number;
  readonly bound: number;
  readonly certificates: readonly string[];
  readonly contributors: number;
  readonly bands: readonly Band[];
  readonly unsold: readonly { readonly code: string; readonly quantity: number }[];
}

export interface TermFlow {
  readonly id: string;
  readonly destination: string;
  readonly quota: number;
  readonly period: string;
  readonly consumed: number;
  readonly left: number;
  readonly freight: number;
  readonly transitDays: number;
  readonly certificates: readonly string[];
  readonly stage: string | null;
  readonly inForce: boolean;
}

export interface PartnerFlow {
  readonly partner: string;
  readonly wanted: number;
  readonly promised: number;
  readonly bound: number;
  readonly unfilled: readonly Reason[];
  readonly terms: readonly TermFlow[];
  readonly bottlenecks: readonly ('quota' | 'demand')[];
}

export interface CommodityFlows {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly lots: readonly LotFlow[];
  readonly partners: readonly PartnerFlow[];
}

export interface IdleCertificate {
  readonly certificate: string;
  readonly lots: readonly Named[];
  readonly stoppedBy: readonly string[];
  readonly askedBy: readonly string[];
}

export interface Explanation {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly unsold: readonly Reason[];
  readonly unfilled: readonly Reason[];
  readonly idleCertificates: readonly IdleCertificate[];
}

export interface OrderLine {
  readonly lineId: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly wanted: number;
  readonly promised: number;
  readonly bound: number;
  readonly unfilled: readonly Reason[];
}

export interface Order {
  readonly id: string;
  readonly partner: string;
  readonly status: string;
  readonly changedAt: string;
  readonly lines: readonly OrderLine[];
}

export interface TimelineEntry {
  readonly id: string;
  readonly type: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Health {
  readonly eventLag: number | null;
  readonly topics: readonly {
    readonly topic: string;
    readonly events: number;
    readonly lastEventAt: string;
  }[];
  readonly deadLetters: {
    readonly total: number;
    readonly newest: readonly {
      readonly id: string;
      readonly group: string;
      readonly topic: string;
      readonly code: string;
    }[];
  };
}

export interface Task {
  readonly id: string;
  readonly kind: string;
  /** First instant that is too late. */
  readonly deadline: string | null;
  readonly calendar: string;
  readonly overdue: boolean;
  readonly subject: { readonly type: string; readonly id: string };
  readonly partner: string | null;
  readonly commodity: string | null;
  readonly quantity: number | null;
  readonly unit: Unit | null;
  readonly amount: number | null;
  readonly count: number;
  readonly detail: string | null;
}

export interface TaskCount {
  readonly kind: string;
  readonly tasks: number;
  readonly overdue: number;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly region: string;
}
