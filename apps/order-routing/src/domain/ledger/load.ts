import type { BaseUnit } from '#kernel/units.js';
import type { DecisionContext } from './decision-context.js';

export const VEHICLE_KINDS = ['truck', 'container', 'part-load'] as const;

/** What goods leave in; a part load shares the vehicle of somebody else. */
export interface Vehicle {
  readonly kind: (typeof VEHICLE_KINDS)[number];
  /** Of its registration, or of the container, as it stands there; null: not known yet. */
  readonly number: string | null;
}

/** A paper that goes with a load: its number, or why it is not there. */
export interface Paper {
  /** Its name in the office's table. */
  readonly kind: string;
  readonly number: string | null;
  readonly missing: string | null;
}

/**
 * Goods of several orders and sellers that leave together for one place. It never changes: each order has its part of it as
 * a shipment, which arrives and is received.
 */
export interface Load {
  readonly id: string;
  /** Region that all of it is delivered to. */
  readonly destination: string;
  readonly vehicle: Vehicle | null;
  /** Most that goes in, in the base unit beside it; null together: nobody has said. */
  readonly capacity: number | null;
  readonly capacityUnit: BaseUnit | null;
  readonly carrier: string | null;
  readonly papers: readonly Paper[];
  readonly dispatchedAt: Date;
}

export function addLoad({ changes }: DecisionContext, load: Load): void {
  changes.loads.push(load);
}
