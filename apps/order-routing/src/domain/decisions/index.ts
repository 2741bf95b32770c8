import { adjustLot } from './adjust-lot.js';
import { arriveLeg } from './arrive-leg.js';
import { cancelOrder } from './cancel-order.js';
import { certifyLot } from './certify-lot.js';
import { changeEta } from './change-eta.js';
import { changePolicy } from './change-policy.js';
import { changeStage } from './change-stage.js';
import { changeTerms } from './change-terms.js';
import { confirmAllocation } from './confirm-allocation.js';
import { correctReceipt } from './correct-receipt.js';
import type { Decision } from './decision.js';
import { declareSurplus } from './declare-surplus.js';
import { dispatch } from './dispatch.js';
import { dispatchLoad } from './dispatch-load.js';
import { holdLot } from './hold-lot.js';
import { mergeProducers } from './merge-producers.js';
import { passTime } from './pass-time.js';
import { placeOrder } from './place-order.js';
import { receive } from './receive.js';
import { recordPayment } from './record-payment.js';
import { refuseAllocation } from './refuse-allocation.js';
import { releaseHeld } from './release-held.js';
import { releaseLot } from './release-lot.js';
import { requestRun } from './request-run.js';
import { reversePayment } from './reverse-payment.js';
import { withdraw } from './withdraw.js';

/** Everything that can change a market, by the name under which its journal has it. */
const DECISIONS = {
  'order-placed': placeOrder,
  'order-cancelled': cancelOrder,
  'surplus-declared': declareSurplus,
  'withdrawal-requested': withdraw,
  'lot-adjusted': adjustLot,
  'lot-certified': certifyLot,
  'lot-held': holdLot,
  'lot-released': releaseLot,
  'producers-merged': mergeProducers,
  'agreement-stage-changed': changeStage,
  'agreement-terms-changed': changeTerms,
  'policy-changed': changePolicy,
  'allocation-confirmed': confirmAllocation,
  'allocation-refused': refuseAllocation,
  'hold-released': releaseHeld,
  'shipment-dispatched': dispatch,
  'load-dispatched': dispatchLoad,
  'leg-arrived': arriveLeg,
  'eta-changed': changeEta,
  'shipment-received': receive,
  'receipt-corrected': correctReceipt,
  'payment-recorded': recordPayment,
  'payment-reversed': reversePayment,
  'run-requested': requestRun,
  time: passTime,
};
type Decisions = typeof DECISIONS;

export type InputKind = keyof Decisions;
export type PayloadOf<Kind extends InputKind> = Parameters<Decisions[Kind]['apply']>[1];

/** An input of a market: of one kind, or of any. */
export type Input<Kind extends InputKind = InputKind> = {
  readonly [Each in Kind]: { readonly kind: Each; readonly payload: PayloadOf<Each> };
}[Kind];

/** What the caller of such an input is told. */
export type AnswerOf<Kind extends InputKind> = Decisions[Kind] extends {
  answer: (...of: never[]) => infer Answer;
}
  ? Answer
  : null;

export function isInputKind(name: string): name is InputKind {
  return Object.hasOwn(DECISIONS, name);
}

/** What an input of this kind means. */
export function decisionFor<Kind extends InputKind>(kind: Kind): Decision<PayloadOf<Kind>> {
  const table: { readonly [Each in InputKind]: Decision<PayloadOf<Each>> } = DECISIONS;
  return table[kind];
}
