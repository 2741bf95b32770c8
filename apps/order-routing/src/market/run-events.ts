import type { LotBalance } from '#contracts/allocations.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import { ENGINE_VERSION } from '../domain/binding.js';
import type { DecidedRequest } from '../domain/changes.js';
import { isSuspended } from '../domain/lot.js';
import type { RunOutcome } from '../domain/run-outcome.js';
import type { Lot, MarketState } from '../domain/state.js';
import { reasonData } from './reason-data.js';

/** A lot's balance now. */
export function lotBalance(state: MarketState, lot: Lot): NewEvent {
  return newEvent({
    type: 'serap.allocation.lot-balance.v1',
    subject: `balance:${lot.id}`,
    key: state.origin,
    sequence: (lot.version += 1),
    data: {
      lotId: lot.id,
      origin: state.origin,
      commodity: lot.commodity,
      unit: lot.unit,
      declared: lot.declared,
      free: lot.free,
      held: lot.held,
      offered: lot.offered,
      confirmed: lot.confirmed,
      inTransit: lot.inTransit,
      delivered: lot.delivered,
      withdrawn: lot.withdrawn,
      writtenOff: lot.writtenOff,
      ...causesOf(lot),
    },
  });
}

/** By cause, what is kept out or gone; a cause that there is none of is left out. */
function causesOf(lot: Lot): Partial<Pick<LotBalance, 'suspended' | 'expired' | 'spoiled' | 'recalled'>> {
  const { expired, spoiled, recalled } = lot;
  const suspended = lot.contributions
    .filter(({ producerId }) => isSuspended(lot, producerId))
    .reduce((sum, part) => sum + part.barred, 0);
  return Object.fromEntries(
    Object.entries({ suspended, expired, spoiled, recalled }).filter(([, quantity]) => quantity > 0),
  );
}

/** What became of a request about a lot. */
export function lotRequestDecided(state: MarketState, decided: DecidedRequest): NewEvent {
  return newEvent({
    type: 'serap.allocation.lot-request-decided.v1',
    subject: `lot-request:${decided.requestId}`,
    key: state.origin,
    sequence: 1,
    data: { ...decided, origin: state.origin },
  });
}

/** A run, and what it left of each lot. */
export function runEvents(state: MarketState, run: RunOutcome): NewEvent[] {
  const unsold = run.lots.map((outcome) => {
    const lot = state.lots.get(outcome.lotId);
    if (!lot) throw new Error(`Run ${run.id} judged lot ${outcome.lotId}, which is not here.`);
    return newEvent({
      type: 'serap.allocation.lot-unsold.v1',
      subject: `unsold:${lot.id}`,
      key: state.origin,
      // A batch may hold several runs: each is one version of what it found.
      sequence: outcome.ordinal,
      data: {
        lotId: lot.id,
        runId: run.id,
        origin: state.origin,
        commodity: lot.commodity,
        unit: lot.unit,
        surplus: outcome.surplus,
        allocated: outcome.allocated,
        unsold: outcome.unsold.map(reasonData),
      },
    });
  });
  const completed = newEvent({
    type: 'serap.allocation.run-completed.v1',
    subject: `run:${run.id}`,
    key: state.origin,
    sequence: 1,
    data: {
      runId: run.id,
      origin: state.origin,
      journalNumber: run.journal,
      outcome: run.outcome,
      engineVersion: ENGINE_VERSION,
      lots: run.lots.length,
      lines: run.lines,
      allocations: run.allocations,
      verified: run.proof?.verified ?? false,
      gap: run.proof?.gap ?? 0,
    },
  });
  return [...unsold, completed];
}
