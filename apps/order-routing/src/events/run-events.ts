import type { LotBalance } from '#contracts/allocations.js';
import { isProducerSuspended, type Lot } from '../domain/ledger/lot.js';
import type { LotRequestOutcome } from '../domain/ledger/lot-request.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import { ENGINE_VERSION, type RunOutcome } from '../domain/ledger/run-outcome.js';
import { draft, type Draft } from './draft.js';
import { reasonData } from './reason-data.js';

/** A lot's balance now. */
export function lotBalance(state: MarketState, lot: Lot): Draft {
  return draft(lot, {
    type: 'serap.allocation.lot-balance.v1',
    subject: `balance:${lot.id}`,
    key: state.origin,
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
function causesOf(lot: Lot): Partial<Pick<LotBalance, 'suspended' | 'refused' | 'expired' | 'spoiled' | 'recalled'>> {
  const { expired, spoiled, recalled } = lot;
  const suspended = lot.contributions
    .filter(({ producerId }) => isProducerSuspended(lot, producerId))
    .reduce((sum, part) => sum + part.barred, 0);
  const refused = lot.contributions.reduce((sum, part) => sum + part.held, 0);
  return Object.fromEntries(
    Object.entries({ suspended, refused, expired, spoiled, recalled }).filter(([, quantity]) => quantity > 0),
  );
}

/** What became of a request about a lot. */
export function lotRequestDecided(state: MarketState, decided: LotRequestOutcome): Draft {
  return draft(1, {
    type: 'serap.allocation.lot-request-decided.v1',
    subject: `lot-request:${decided.requestId}`,
    key: state.origin,
    data: { ...decided, origin: state.origin },
  });
}

/** A run, and what it left of each lot. */
export function runEvents(state: MarketState, run: RunOutcome): Draft[] {
  const unsold = run.lots.map((outcome) => {
    const lot = state.lot(outcome.lotId);
    // A batch may hold several runs: each is one version of what it found.
    return draft(outcome.ordinal, {
      type: 'serap.allocation.lot-unsold.v1',
      subject: `unsold:${lot.id}`,
      key: state.origin,
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
  const completed = draft(1, {
    type: 'serap.allocation.run-completed.v1',
    subject: `run:${run.id}`,
    key: state.origin,
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
