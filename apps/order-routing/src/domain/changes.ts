import type { Paid } from './inputs.js';
import type { Settlement } from './settlement.js';
import type { Allocation, Due, MarketState, Shipment } from './state.js';
import type { RunOutcome } from './run-outcome.js';

/**
 * What a batch of inputs changed, by id, so that the writer saves exactly that. The values are read from the state when
 * the batch is done: a thing that changed twice is saved once, with one version and one event.
 */
export class Changes {
  readonly lots = new Set<string>();
  /** Lots of which contributions changed too. */
  readonly contributions = new Set<string>();
  readonly agreements = new Set<string>();
  readonly terms = new Set<string>();
  readonly cells = new Set<string>();
  readonly newOrders = new Set<string>();
  readonly orders = new Set<string>();
  readonly lines = new Set<string>();
  /** Lines whose promise became smaller. */
  readonly reduced = new Set<string>();
  /** New or released; kept by id because a released one leaves the state. */
  readonly allocations = new Map<string, Allocation>();
  /** New, under way or just received; by id because a received one leaves the state. */
  readonly shipments = new Map<string, Shipment>();
  readonly arrivedLegs: { readonly shipmentId: string; readonly leg: number }[] = [];
  readonly settlements: Settlement[] = [];
  readonly payments: Paid[] = [];
  /** What became of requests to withdraw or to write off. */
  readonly lotRequests: DecidedRequest[] = [];
  readonly runs: RunOutcome[] = [];
  readonly duesSet = new Map<string, Due>();
  readonly duesDone = new Set<string>();
  readonly turns = new Set<string>();
  policy = false;
}

/** A request about a lot: of `asked` base units, `granted` were withdrawn or written off. */
export interface DecidedRequest {
  readonly requestId: string;
  readonly lotId: string;
  readonly asked: number;
  readonly granted: number;
}

/** The state being changed, with the record of what changed and the instant at which it happens. */
export interface Decision {
  readonly state: MarketState;
  readonly changes: Changes;
  /** Business time of the input, UTC. */
  readonly at: Date;
  readonly number: number;
}
