import { DomainError } from '#kernel/domain-error.js';
import { deterministicUuid } from '#kernel/uuid.js';
import { bindMarket } from './binding.js';
import { Book } from './book.js';
import { Changes, type Decision } from './changes.js';
import { dropDue, scheduleNextDay } from './dues.js';
import type { Input } from './inputs.js';
import {
  arriveLeg,
  confirmAllocation,
  declineAllocation,
  dispatch,
  receive,
  recordPayment,
  releaseHold,
} from './fulfilment.js';
import { refuseFulfilment } from './fulfilment-refusals.js';
import { cancelOrder, closeLine, placeOrder } from './orders.js';
import { changePolicy, scheduleCutOff } from './policy.js';
import { linesOf, promiseBacklog } from './promising.js';
import { serveAgain } from './serve-again.js';
import { scheduleReleases } from './shares.js';
import type { DueKind, MarketState, StateReason } from './state.js';
import { adjustLot, holdLot, releaseLot, withdraw } from './stock-changes.js';
import { declareSurplus, expireLot, refuseSurplus } from './supply.js';
import { changeStage, changeTerms, endAgreement, releaseIfSuspended } from './terms.js';

/**
 * One origin regency with all its commodities: it decides alone. The state is a fold over the journal; every decision
 * here is a function of the state and one input, with time as part of the input.
 */
export class Market {
  private readonly book: Book;

  constructor(readonly state: MarketState) {
    this.book = new Book(state);
  }

  /**
   * Applies the next input of the journal.
   *
   * @param changes collects what has to be saved; shared by the inputs of one batch
   * @param at business time of the input
   * @throws DomainError for a refusal, before anything has changed; the journal number is then not used up
   */
  apply(input: Input, at: Date, changes: Changes): void {
    refuseEarly(this.state, input);
    this.state.journal += 1;
    const decision: Decision = { state: this.state, changes, at, number: this.state.journal };
    if (this.state.journal === 1) {
      scheduleNextDay(decision);
      scheduleCutOff(decision);
    }
    this.decide(decision, input);
  }

  /** Lets go of orders that can never change again, once what became of them is saved: the tables keep them. */
  forgetClosed({ orders }: Changes): void {
    for (const id of orders) {
      if (!isClosed(this.state, id)) continue;
      for (const lineId of this.state.orders.get(id)?.lineIds ?? []) this.state.lines.delete(lineId);
      this.state.orders.delete(id);
    }
  }

  private decide(decision: Decision, input: Input): void {
    switch (input.kind) {
      case 'order-placed':
        placeOrder(decision, this.book, input.payload);
        return;
      case 'order-cancelled':
        cancelOrder(decision, input.payload.orderId);
        break;
      case 'surplus-declared':
        // A lot that is not whole yet cannot be promised from.
        if (!declareSurplus(decision, input.payload)) return;
        break;
      case 'withdrawal-requested':
        withdraw(decision, input.payload);
        break;
      case 'lot-adjusted':
        adjustLot(decision, input.payload);
        break;
      case 'lot-held':
        holdLot(decision, input.payload);
        break;
      case 'lot-released':
        releaseLot(decision, input.payload);
        break;
      case 'agreement-stage-changed':
        changeStage(decision, input.payload);
        break;
      case 'agreement-terms-changed':
        changeTerms(decision, input.payload);
        break;
      case 'policy-changed':
        changePolicy(decision, input.payload);
        break;
      case 'allocation-confirmed':
        confirmAllocation(decision, input.payload.allocationId);
        return;
      case 'allocation-refused':
        declineAllocation(decision, input.payload.allocationId, 'refused');
        break;
      case 'hold-released':
        releaseHold(decision, input.payload.lotId);
        break;
      case 'shipment-dispatched':
        dispatch(decision, input.payload);
        return;
      case 'leg-arrived':
        arriveLeg(decision, input.payload.shipmentId, input.payload.leg);
        return;
      case 'shipment-received':
        receive(decision, input.payload);
        break;
      case 'payment-recorded':
        recordPayment(decision, input.payload);
        return;
      case 'time':
        this.timePasses(decision, input.payload.kind, input.payload.subject);
        break;
      case 'run-requested':
        bindMarket(decision, this.book, input.payload.runId);
        return;
      default:
        input satisfies never;
    }
    serveAgain(decision, this.book, lossOf(input));
    promiseBacklog(decision, this.book);
  }

  private timePasses(decision: Decision, kind: DueKind, subject: string): void {
    dropDue(decision.state, decision.changes, kind, subject);
    switch (kind) {
      case 'day-begins':
        scheduleNextDay(decision);
        scheduleReleases(decision);
        return;
      case 'cut-off':
        scheduleCutOff(decision);
        bindMarket(decision, this.book, runIdOf(decision));
        return;
      case 'share-released':
        // The hour is read from the row; what is due now is to look again.
        return;
      case 'agreement-starts':
        // Its dates are read from the agreement; what is due now is to look again.
        return;
      case 'agreement-ends':
        endAgreement(decision, subject);
        return;
      case 'lot-expires':
        expireLot(decision, subject);
        return;
      case 'need-by-passed':
        closeLine(decision, subject, 'expired');
        return;
      case 'confirm-by':
        declineAllocation(decision, subject, 'lapsed');
        return;
      case 'bind-by':
        bindMarket(decision, this.book, runIdOf(decision));
        releaseIfSuspended(decision, subject);
        return;
      default:
        kind satisfies never;
    }
  }
}

/** A run that nobody asked for is named after the input that led to it. */
function runIdOf({ state, number }: Decision): string {
  return deterministicUuid('run', state.origin, String(number));
}

/** What a promise is told that loses its stock by this input. */
function lossOf(input: Input): StateReason['code'] {
  if (input.kind === 'lot-held') return input.payload.cause === 'QUALITY' ? 'LOT_HELD' : 'PRODUCER_SUSPENDED';
  if (input.kind !== 'lot-adjusted') return 'NO_SURPLUS';
  if (input.payload.cause === 'RECALLED') return 'LOT_HELD';
  return input.payload.cause === 'SPOILED' ? 'NO_SURPLUS' : 'CERTIFICATE_MISSING';
}

/** Refusals come before the first change, so that a refused input leaves no trace. */
function refuseEarly(state: MarketState, input: Input): void {
  refuseFulfilment(state, input);
  if (input.kind === 'order-placed' && state.orders.has(input.payload.orderId)) {
    throw new DomainError('ALREADY_EXISTS', `Order ${input.payload.orderId} was placed before.`);
  }
  if (input.kind === 'surplus-declared') refuseSurplus(state.lots.get(input.payload.lotId), input.payload);
}

/** Nothing of it is open, nothing is bound or under way, and all that is owed is paid. */
function isClosed(state: MarketState, orderId: string): boolean {
  const order = state.orders.get(orderId);
  if (!order || order.paid < order.owed) return false;
  return linesOf(state.lines, order).every(
    (line) => (line.status !== 'open' || line.accepted === line.wanted) && line.allocated === line.accepted,
  );
}
