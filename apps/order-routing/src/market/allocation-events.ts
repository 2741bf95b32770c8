import type { AllocationState } from '#contracts/allocations.js';
import { CHUNK_SIZE } from '#contracts/shapes.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import { leaveOn } from '../domain/dues.js';
import { type Allocation, type Line, type MarketState } from '../domain/state.js';

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
export function allocationEvents(state: MarketState, allocation: Allocation): NewEvent[] {
  const isNew = allocation.version === 0;
  const line = state.lines.get(allocation.lineId);
  if (!line) throw new Error(`Allocation ${allocation.id} is for line ${allocation.lineId}, which is not here.`);
  const type = ALLOCATION_EVENT[allocation.status];
  const chunks = isNew ? Math.max(1, Math.ceil(allocation.shares.length / CHUNK_SIZE)) : 1;
  return Array.from({ length: chunks }, (_, index) =>
    newEvent({
      type,
      subject: `allocation:${allocation.id}`,
      key: state.origin,
      sequence: (allocation.version += 1),
      data: {
        allocationId: allocation.id,
        runId: allocation.runId,
        lineId: allocation.lineId,
        orderId: allocation.orderId,
        lotId: allocation.lotId,
        termId: allocation.termId,
        origin: state.origin,
        partner: allocation.partner,
        commodity: line.commodity,
        unit: line.unit,
        quantity: allocation.quantity,
        unitPrice: allocation.unitPrice,
        freight: allocation.freight,
        status: allocation.status,
        ...deadlines(state, allocation, line),
        ...(RECEIVED.has(allocation.status)
          ? { accepted: allocation.accepted, damaged: allocation.damaged, missing: allocation.missing }
          : {}),
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

/** Until when an offer can be answered, and until when what has not left has to leave. */
function deadlines(
  state: MarketState,
  { id, status, termId }: Allocation,
  line: Line,
): Pick<AllocationState, 'answerBy' | 'leaveOn'> {
  if (status !== 'offered' && status !== 'confirmed') return {};
  const answerBy = state.dues.get('confirm-by', id);
  const leaves = leaveOn(state, line, termId);
  return {
    ...(answerBy ? { answerBy: answerBy.toISOString() } : {}),
    ...(leaves === undefined ? {} : { leaveOn: leaves }),
  };
}
