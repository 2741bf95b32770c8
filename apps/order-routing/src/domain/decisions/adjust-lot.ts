import { dayNumber } from '#matching/format/calendar.js';
import { heldUntil, holdings } from '#matching/format/certificate-validity.js';
import { Law } from '../engine/law.js';
import { lotGroups } from '../engine/engine-lots.js';
import { recallLot, type Allocation } from '../ledger/allocation.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { isOnHand, type HeldCertificate, type Lot } from '../ledger/lot.js';
import { setCertificates, setPartCertificates, writeOffFrom } from '../ledger/lot-goods.js';
import { recordLotRequest } from '../ledger/lot-request.js';
import { unbindAllocation } from '../ledger/promise.js';
import { boundFrom } from './bound-goods.js';
import type { Consequence, Decision } from './decision.js';

/** A lot is less than was declared: `quantity` of it is spoiled or recalled, or it holds fewer certificates. */
export interface LotAdjusted {
  readonly requestId: string;
  readonly lotId: string;
  readonly cause: 'SPOILED' | 'RECALLED' | 'CERTIFICATE_REVOKED';
  readonly quantity: number;
  /** What is lost with the cause `CERTIFICATE_REVOKED` alone: goods that are spoiled take nothing from the rest. */
  readonly certificates: readonly HeldCertificate[];
  /** Contributors who lost it, with what their goods hold now: the others keep theirs. */
  readonly parts?: readonly { readonly producerId: string; readonly certificates: readonly HeldCertificate[] }[];
}

/** What the promises are told that lose by it. */
const LOSS = {
  SPOILED: { repromise: 'NO_SURPLUS' },
  RECALLED: { repromise: 'LOT_HELD' },
  CERTIFICATE_REVOKED: { repromise: 'CERTIFICATE_MISSING' },
} as const satisfies Record<LotAdjusted['cause'], Consequence>;

/** Goods are spoiled or recalled, or lost a certificate: promises may have to follow. */
export const adjustLot = {
  apply(context, { requestId, lotId, cause, quantity: asked, certificates, parts }) {
    const found = context.state.lots.get(lotId);
    const lot = found && isOnHand(found) ? found : undefined;
    if (cause === 'CERTIFICATE_REVOKED') {
      if (lot) takeCertificates(context, lot, { certificates, ...(parts ? { parts } : {}) });
    } else {
      const granted = lot ? writeOff(context, lot, asked, cause === 'SPOILED' ? 'spoiled' : 'recalled') : 0;
      if (cause === 'RECALLED') recallLot(context, lotId);
      recordLotRequest(context, { requestId, lotId, asked, granted });
    }
    return LOSS[cause];
  },
} satisfies Decision<LotAdjusted>;

/** What is bound and stood on them is released; what did not fit before (the law has changed since) goes its way. */
function takeCertificates(
  context: DecisionContext,
  lot: Lot,
  { certificates, parts }: Pick<LotAdjusted, 'certificates' | 'parts'>,
): void {
  const fitting = boundFrom(context.state, lot).filter((allocation) => fits(context, allocation, lot));
  if (parts) for (const part of parts) setPartCertificates(context, lot, part);
  else setCertificates(context, lot, certificates);
  for (const allocation of fitting) {
    if (!fits(context, allocation, lot)) unbindAllocation(context, allocation, 'released');
  }
}

/** What lies there goes first, then what is bound, the latest promise first; what has left cannot be fetched back. */
function writeOff(context: DecisionContext, lot: Lot, asked: number, cause: 'spoiled' | 'recalled'): number {
  for (const allocation of boundFrom(context.state, lot)) {
    if (lot.free + lot.held >= asked) break;
    unbindAllocation(context, allocation, 'released');
  }
  let granted = 0;
  for (const shelf of ['held', 'barred', 'free'] as const) {
    granted += writeOffFrom(context, lot, { shelf, quantity: asked - granted }, cause);
  }
  return granted;
}

/** Whether the lot still holds what the line, its terms and the law ask for, on the day on which it is needed. */
function fits({ state, at }: DecisionContext, allocation: Allocation, lot: Lot): boolean {
  const law = new Law(state, at);
  const line = state.line(allocation.lineId);
  const asked = [...line.certificates, ...state.termUnder(allocation).certificates, ...law.askedBy(line)];
  const givers = new Set(allocation.shares.map(({ producerId }) => producerId));
  return lotGroups(state, lot, law)
    .filter(({ parts: group }) => group.some(({ producerId }) => givers.has(producerId)))
    .every(({ certificates }) => heldUntil(holdings(certificates), asked) >= dayNumber(line.needBy));
}
