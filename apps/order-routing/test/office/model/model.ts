import { endOf } from './calendar.js';
import * as binding from './binding.js';
import * as delivery from './delivery.js';
import { ORIGIN } from './gates.js';
import * as leaving from './leaving.js';
import { Office } from './office.js';
import { bind, endedParts, frozenParts, lower, partsOf, Served } from './promising.js';
import { promisedOf, boundOf, openOf, type Line, type Order, type Row } from './records.js';
import { inPresentNames, merge } from './merging.js';
import * as stock from './stock.js';
import type { Act, Due, Placed, StageChanged } from './acts.js';
import type { Seen } from './seen.js';

export interface Fault {
  readonly code: string;
  readonly why: string;
}

/** What moves no stock, no terms and no time: what is open is not tried again after it. */
const STILL: ReadonlySet<string> = new Set([
  ...['shipment-dispatched', 'load-dispatched', 'leg-arrived', 'eta-changed', 'allocation-confirmed'],
  ...['payment-recorded', 'payment-reversed'],
]);

const LIVE = ['offered', 'confirmed', 'dispatched'];

/**
 * A second office, written from docs/rules.md alone, slow and plain. It takes as given which goods the product binds to
 * which promise, says of each whether that was allowed, and works out everything else by itself.
 */
export class Model {
  readonly office = new Office();
  seen!: Seen;
  /** What the product refused the act with. */
  refusal: string | null = null;
  /** Whether something may be promised after the run of an act, and be bound by the next one. */
  isPromisedAfter = false;
  /** What spoke against an act that was refused, where its code does not say. */
  against: readonly string[] = [];
  /** Whether it led to nothing: what is open is not tried again after it. */
  movesNothing = false;
  /** What an act met, that its kind does not say. */
  met: readonly string[] = [];
  private faults: string[] = [];

  /** Of several things that speak against an act the product names one: which, it may choose. */
  refuse(faults: readonly Fault[]): string {
    this.against = [...new Set(faults.map(({ why }) => why))];
    return faults.find(({ code }) => code === this.refusal)?.code ?? faults[0]!.code;
  }

  fault(words: string): void {
    this.faults.push(words);
  }

  /** @returns what of the product's answer is against the rules; what it says of itself afterwards is compared elsewhere */
  act(act: Act, at: Date, seen: Seen, refusal: string | null): string[] {
    this.faults = [];
    [this.against, this.met] = [[], []];
    this.movesNothing = STILL.has(act.kind);
    this.isPromisedAfter = false;
    this.seen = seen;
    this.refusal = refusal;
    const bound = new Map([...this.office.lines.values()].map((line) => [line.id, boundOf(line)]));
    const expected = this.decide(inPresentNames(this.office, act), at);
    if (expected !== refusal) this.fault(`refused with ${String(refusal)}, by the rules with ${String(expected)}`);
    if (expected === null) {
      this.look(act, at, bound);
      if (isRun(act)) binding.takeRun(this, at);
      this.checkOverdue(act, at);
    }
    return this.faults;
  }

  private decide(act: Act, at: Date): string | null {
    switch (act.kind) {
      case 'surplus-declared':
        return stock.declare(this, act.payload);
      case 'lot-adjusted':
        return stock.adjust(this, act.payload, at);
      case 'lot-certified':
        return stock.certify(this, act.payload);
      case 'lot-held':
        return stock.hold(this, act.payload);
      case 'lot-released':
        return stock.release(this, act.payload);
      case 'hold-released':
        return stock.sellAgain(this, act.payload);
      case 'withdrawal-requested':
        return stock.withdraw(this, act.payload, at);
      case 'allocation-confirmed':
        return binding.confirm(this, act.payload.allocationId);
      case 'allocation-refused':
        return binding.refuse(this, act.payload.allocationId);
      case 'shipment-dispatched':
        return leaving.dispatch(this, act.payload);
      case 'load-dispatched':
        return leaving.sendLoad(this, act.payload, at);
      case 'leg-arrived':
        return leaving.arrive(this, act.payload);
      case 'eta-changed':
        return leaving.reschedule(this, act.payload);
      case 'shipment-received':
        return delivery.receive(this, act.payload, at);
      case 'receipt-corrected':
        return delivery.correct(this, act.payload, at);
      case 'payment-recorded':
        return delivery.pay(this, act.payload);
      case 'payment-reversed':
        return delivery.reverse(this, act.payload);
      case 'order-placed':
        return this.place(act.payload);
      case 'order-cancelled':
        return this.cancel(act.payload.orderId);
      case 'agreement-terms-changed':
        return this.amend(act.payload);
      case 'agreement-stage-changed':
        return this.stage(act.payload);
      case 'producers-merged':
        return merge(this, act.payload);
      case 'time':
        return this.time(act.payload, at);
      case 'policy-changed':
        // What a policy says nothing about stays as it is.
        this.office.paperRules = act.payload.paperRules ?? this.office.paperRules;
        return null;
      case 'run-requested':
        return null;
    }
  }

  /** Whatever happened: promises that cannot stand are lowered, and what can be promised is. */
  private look(act: Act, at: Date, bound: ReadonlyMap<string, number>): void {
    const { office } = this;
    const due = act.kind === 'time' ? act.payload : undefined;
    // What falls due at one instant is applied one by one: an agreement ends by its own timer.
    const before = new Date(at.getTime() - 1);
    const hasPassed = (agreementId: string): Date =>
      !due || (due.kind === 'agreement-ends' && due.subject === agreementId) ? at : before;
    for (const line of office.lines.values()) {
      for (const part of endedParts(office, line, hasPassed)) {
        for (const one of office.allocations.values()) {
          if (one.lineId !== line.id || !['offered', 'confirmed'].includes(one.status)) continue;
          if (one.termId === part.termId && one.edition === part.edition) binding.unbind(this, one, 'released');
        }
        const left = partsOf(line).find(({ termId, edition }) => termId === part.termId && edition === part.edition);
        lower(office, line, part, left?.unbound ?? 0);
      }
    }
    for (const line of office.lines.values()) {
      const isItsTimer = due?.kind === 'bind-by' && due.subject === line.id;
      // What came back just now is looked at by a timer of its own, before anything else.
      if (!isItsTimer && boundOf(line) < (bound.get(line.id) ?? 0)) continue;
      for (const part of frozenParts(office, line, at, isItsTimer)) {
        lower(office, line, part, part.unbound);
        this.isPromisedAfter = true;
      }
    }
    for (const commodity of new Set([...office.lines.values()].map((line) => line.commodity))) {
      const served = new Served(office, commodity, at);
      served.keep();
      const kept = new Map([...office.lines.values()].map((line) => [line.id, promisedOf(line)]));
      if (!this.movesNothing) served.promise();
      if (!office.hasShares(commodity, at)) continue;
      this.followShares(commodity, kept);
      this.isPromisedAfter = true;
    }
  }

  /**
   * While part of the day's surplus waits for a partner, others are promised less than there is: how much less, the product
   * says. It takes nothing back, and promises nobody more than could be served.
   */
  private followShares(commodity: string, kept: ReadonlyMap<string, number>): void {
    for (const line of this.office.lines.values()) {
      const seen = this.seen.lines.get(line.id);
      if (line.commodity !== commodity || !seen) continue;
      const promised = Number(seen.figures['promised']);
      if (promised < (kept.get(line.id) ?? 0)) this.fault(`a share takes a promise of ${line.id} back`);
      this.adoptTakes(line);
    }
  }

  private place({ orderId, partner, lines }: Placed): string | null {
    const { office } = this;
    if (office.orders.has(orderId)) return 'ALREADY_EXISTS';
    const lineIds = lines.map(({ lineId }) => lineId);
    office.orders.set(orderId, { id: orderId, partner, lineIds, owed: 0, paid: 0 });
    for (const { lineId, quantity, ...line } of lines) {
      const own = { ...line, id: lineId, orderId, partner, wanted: quantity, use: line.use ?? 'resale' };
      const nothing = { takes: [], dispatched: 0, accepted: 0, waived: 0, status: 'open' as const };
      office.lines.set(lineId, { ...own, ...nothing, refusedBy: new Set() });
    }
    return null;
  }

  private cancel(orderId: string): string | null {
    const { office } = this;
    const order = office.orders.get(orderId);
    if (!order || office.isOver(order)) return 'ILLEGAL_TRANSITION';
    if (['cancelled', 'expired'].includes(office.statusOf(order))) return 'ILLEGAL_TRANSITION';
    const lines = office.linesOf(order);
    const isLeft = (line: Line): boolean => line.status !== 'open' || line.dispatched === line.wanted - line.waived;
    const hasBound = lines.some((line) => boundOf(line) > line.dispatched);
    if (lines.every(isLeft) && !hasBound) return 'ILLEGAL_TRANSITION';
    if (lines.some(({ dispatched }) => dispatched > 0)) this.met = ['an order closed as it is'];
    // A line that came to its need-by with goods bound is closed by this alone.
    for (const line of lines) if (line.status === 'open' || boundOf(line) > 0) line.status = 'cancelled';
    for (const one of office.allocations.values()) {
      if (one.orderId === orderId && ['offered', 'confirmed'].includes(one.status)) {
        binding.unbind(this, one, 'released');
      }
    }
    for (const line of lines) this.giveBack(line);
    return null;
  }

  /** Nothing more comes of a line than what is bound to it. */
  private giveBack(line: Line): void {
    for (const part of partsOf(line)) lower(this.office, line, part, part.unbound);
  }

  private amend(row: Row): string | null {
    const editions = this.office.rows.get(row.id) ?? [];
    this.office.rows.set(row.id, [...editions.filter(({ edition }) => edition !== row.edition), row]);
    return null;
  }

  private stage({ agreementId, stage, effectiveFrom, effectiveTo }: StageChanged): string | null {
    const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
    const own = { id: agreementId, stage, from: instant(effectiveFrom), to: instant(effectiveTo) };
    this.office.agreements.set(agreementId, own);
    return null;
  }

  private time({ kind, subject }: Due, at: Date): string | null {
    const { office } = this;
    if (kind === 'need-by-passed') {
      const line = office.lines.get(subject)!;
      if (endOf(line.needBy, line.deliverTo) > at) this.fault(`${subject} is closed before its need-by is over`);
      this.expire(line);
    }
    if (kind === 'confirm-by') {
      const one = office.allocations.get(subject)!;
      if (one.boundAt.getTime() + 24 * 3_600_000 > at.getTime()) this.fault(`${subject} lapses too soon`);
      if (one.status === 'offered') binding.unbind(this, one, 'lapsed');
    }
    if (kind === 'lot-expires') {
      const lot = office.lots.get(subject)!;
      if (endOf(lot.bestBefore!, ORIGIN) > at) this.fault(`${subject} is written off before its last day is over`);
      for (const part of lot.parts) {
        lot.writtenOff += part.free + part.held + part.barred;
        lot.expired += part.free + part.held + part.barred;
        [part.free, part.held, part.barred] = [0, 0, 0];
      }
    }
    return null;
  }

  private expire(line: Line): void {
    if (line.status !== 'open') return;
    line.status = 'expired';
    this.giveBack(line);
  }

  /** Nothing waits for an instant that is over. */
  private checkOverdue(act: Act, at: Date): void {
    const isOver = (day: string, region: string): boolean => endOf(day, region) < at;
    for (const line of this.office.lines.values()) {
      if (line.status === 'open' && openOf(line) > 0 && isOver(line.needBy, line.deliverTo)) {
        this.fault(`${line.id} is open after its need-by`);
      }
    }
    for (const { id, status, boundAt } of this.office.allocations.values()) {
      if (status === 'offered' && boundAt.getTime() + 24 * 3_600_000 < at.getTime()) {
        this.fault(`${id} is still offered`);
      }
    }
    // What comes back after its last day is written off by the next timer.
    if (act.kind !== 'time' || act.payload.kind !== 'day-begins') return;
    for (const lot of this.office.lots.values()) {
      const onShelves = lot.parts.some((part) => part.free + part.held + part.barred > 0);
      if (onShelves && lot.bestBefore !== null && isOver(lot.bestBefore, ORIGIN)) {
        this.fault(`${lot.id} lies in store after its last day`);
      }
    }
  }

  /** How much was withdrawn or written off, as the request was told; of all or nothing also what could have been had. */
  expectGranted(requestId: string, granted: number, available?: number): void {
    const told = this.seen.requests.find((request) => request.requestId === requestId);
    if (told && told.granted !== granted) {
      this.fault(`${requestId} is granted ${String(told.granted)}, by the rules ${String(granted)}`);
    }
    if (told && told.available !== available) {
      this.fault(`${requestId} could have had ${String(told.available)}, by the rules ${String(available)}`);
    }
  }

  /** After more was accepted than was thought: which promises and goods give way is the product's to choose. */
  adoptPromises(order: Order): void {
    for (const one of this.office.allocations.values()) {
      const seen = this.seen.allocations.get(one.id);
      if (one.orderId !== order.id || seen?.status !== 'released' || one.status === 'released') continue;
      binding.unbind(this, one, 'released');
    }
    for (const line of this.office.linesOf(order)) {
      this.adoptTakes(line, true);
      const bound = [...this.office.allocations.values()].filter(({ lineId }) => lineId === line.id);
      const held = bound.map((one) => (LIVE.includes(one.status) ? one.quantity : one.accepted));
      const all = held.reduce((sum, quantity) => sum + quantity, 0);
      if (boundOf(line) !== all) this.fault(`${line.id} has ${String(all)} bound, not ${String(boundOf(line))}`);
    }
  }

  adoptTakes(line: Line, withBound = false): void {
    const seen = this.seen.lines.get(line.id);
    if (!seen) return;
    for (const { termId, period, quantity } of line.takes) this.office.spend(termId, period, -quantity);
    const bound = line.takes;
    line.takes = seen.takes.map((take) => ({ ...take, allocated: withBound ? take.allocated : 0 }));
    if (!withBound) for (const take of bound) bind(line, take, take.allocated);
    for (const { termId, period, quantity } of line.takes) this.office.spend(termId, period, quantity);
    line.waived = Number(seen.figures['waived']);
    if (promisedOf(line) > line.wanted) this.fault(`${line.id} is promised more than it wants`);
  }
}

function isRun(act: Act): boolean {
  return act.kind === 'run-requested' || (act.kind === 'time' && ['cut-off', 'bind-by'].includes(act.payload.kind));
}
