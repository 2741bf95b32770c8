import type { AllocationState } from '#contracts/allocations.js';
import { CHUNK_SIZE, chunksOf } from '#kernel/chunk-size.js';
import type { Correction } from '../domain/ledger/correction.js';
import type { ChangeSet } from '../domain/ledger/change-set.js';
import type { Allocation } from '../domain/ledger/allocation.js';
import type { Line } from '../domain/ledger/line.js';
import type { MarketState } from '../domain/ledger/market-state.js';
import { latestShipDate } from '../domain/ledger/timers.js';
import { draft, type Draft } from './draft.js';

const ALLOCATION_EVENT = {
  offered: 'serap.allocation.offered.v1',
  confirmed: 'serap.allocation.confirmed.v1',
  refused: 'serap.allocation.refused.v1',
  lapsed: 'serap.allocation.lapsed.v1',
  released: 'serap.allocation.released.v1',
  dispatched: 'serap.allocation.status-changed.v1',
  accepted: 'serap.allocation.status-changed.v1',
  short: 'serap.allocation.status-changed.v1',
  'refused-at-arrival': 'serap.allocation.status-changed.v1',
} as const;
const RECEIVED: ReadonlySet<Allocation['status']> = new Set(['accepted', 'short', 'refused-at-arrival']);

/** New: its contributors in chunks. Released: its state alone. */
export function allocationEvents(
  state: MarketState,
  allocation: Allocation,
  { corrections, recalls }: Pick<ChangeSet, 'corrections' | 'recalls'>,
): Draft[] {
  const isNew = allocation.version === 0;
  const line = state.line(allocation.lineId);
  const type = ALLOCATION_EVENT[allocation.status];
  const chunks = isNew ? chunksOf(allocation.shares.length) : 1;
  return Array.from({ length: chunks }, (_, index) =>
    draft(allocation, {
      type,
      subject: `allocation:${allocation.id}`,
      key: state.origin,
      data: {
        allocationId: allocation.id,
        runId: allocation.runId,
        lineId: allocation.lineId,
        orderId: allocation.orderId,
        lotId: allocation.lotId,
        termId: allocation.termId,
        edition: allocation.edition,
        origin: state.origin,
        partner: allocation.partner,
        commodity: line.commodity,
        unit: line.unit,
        quantity: allocation.quantity,
        unitPrice: allocation.unitPrice,
        freight: allocation.freight,
        status: allocation.status,
        ...(allocation.splitFrom === null ? {} : { splitFrom: allocation.splitFrom }),
        ...deadlines(state, allocation, line),
        ...(RECEIVED.has(allocation.status)
          ? { accepted: allocation.accepted, damaged: allocation.damaged, missing: allocation.missing }
          : {}),
        ...figuresBefore(allocation, corrections),
        ...(recalls.has(allocation.lotId) && allocation.status === 'dispatched' ? { recalled: true } : {}),
        chunk: index + 1,
        chunks,
        contributors: allocation.shares.length,
        contributions: isNew
          ? allocation.shares.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE).map((share) => ({ ...share }))
          : [],
      },
    }),
  );
}

/** What its receipt said until this batch corrected it. */
function figuresBefore(
  { id, quantity }: Allocation,
  corrections: readonly Correction[],
): Pick<AllocationState, 'acceptedBefore' | 'damagedBefore' | 'missingBefore'> {
  const before = corrections.flatMap(({ items }) => items).find(({ allocationId }) => allocationId === id)?.before;
  if (!before) return {};
  const { accepted, damaged } = before;
  return { acceptedBefore: accepted, damagedBefore: damaged, missingBefore: quantity - accepted - damaged };
}

/** Until when an offer can be answered, and until when what has not left has to leave. */
function deadlines(
  state: MarketState,
  allocation: Allocation,
  line: Line,
): Pick<AllocationState, 'answerBy' | 'leaveOn'> {
  if (allocation.status !== 'offered' && allocation.status !== 'confirmed') return {};
  const answerBy = state.timers.get('confirm-by', allocation.id);
  return {
    ...(answerBy ? { answerBy: answerBy.toISOString() } : {}),
    leaveOn: latestShipDate(state, line, allocation),
  };
}
