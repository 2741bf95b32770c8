import type { Allocation } from './allocation.js';
import type { LotRequestOutcome } from './lot-request.js';
import type { Correction } from './correction.js';
import type { MergeOutcome } from './merged.js';
import type { Payment, Reversal } from './order.js';
import type { RunOutcome } from './run-outcome.js';
import type { Settlement } from './settlement.js';
import type { Load } from './load.js';
import type { EtaChange, Shipment } from './shipment.js';
import type { Timer } from './timer-table.js';

/**
 * What a batch of inputs changed, by id, so that the writer saves exactly that. The values are read from the state when
 * the batch is closed: a record that changed twice is saved once, with one version and one event. The ledger's own files
 * write it, as they change a record; nobody else does.
 */
export class ChangeSet {
  readonly lots = new Set<string>();
  /** Lots of which contributions changed too. */
  readonly contributions = new Set<string>();
  /** Lots that have fewer contributors than before. */
  readonly shortened = new Set<string>();
  readonly agreements = new Set<string>();
  readonly terms = new Set<string>();
  /** Editions that another took the place of, by `editionKey`. */
  readonly earlierTerms = new Set<string>();
  readonly cells = new Set<string>();
  readonly newOrders = new Set<string>();
  readonly orders = new Set<string>();
  readonly lines = new Set<string>();
  /** Lines whose promise became smaller. */
  readonly reduced = new Set<string>();
  /** New or changed; kept by id because one that is over leaves the state. */
  readonly allocations = new Map<string, Allocation>();
  /** New, under way or just received; by id because a received one leaves the state. */
  readonly shipments = new Map<string, Shipment>();
  readonly loads: Load[] = [];
  /** Shipments that came to the end of a leg. */
  readonly arrivals = new Set<string>();
  readonly etaChanges: EtaChange[] = [];
  readonly settlements: Settlement[] = [];
  readonly payments: Payment[] = [];
  readonly reversals: Reversal[] = [];
  /** Lots that were recalled, whether anything of them is here or not. */
  readonly recalls = new Set<string>();
  readonly corrections: Correction[] = [];
  /** Orders that were let go of and are here again. */
  readonly recalled = new Set<string>();
  readonly lotRequests: LotRequestOutcome[] = [];
  readonly merges: MergeOutcome[] = [];
  readonly runs: RunOutcome[] = [];
  readonly timersSet = new Map<string, Timer>();
  readonly timersDone = new Set<string>();
  readonly fairnessBalances = new Set<string>();
  policy = false;
}
