import { DomainError } from '#kernel/domain-error.js';
import { Market } from '../../src/domain/market.js';
import type { Input } from '../../src/domain/decisions/index.js';
import { ChangeSet } from '../../src/domain/ledger/change-set.js';
import { MarketState } from '../../src/domain/ledger/market-state.js';
import { KeptOf } from '../kept-of.js';
import { Deeds } from './deeds.js';
import { differences } from './differences.js';
import { Dice, type Deed } from './history.js';
import { isKnown } from './model/acts.js';
import { Model } from './model/model.js';
import { readMarket } from './read-market.js';

/** 09:00 WIB of the sample's day. */
const MORNING = new Date('2019-03-04T02:00:00Z');
const DAY_MS = 86_400_000;

/** A history, done in the product and in the model at once. */
class Walk {
  readonly market = new Market(new MarketState('33.02'));
  private readonly model = new Model();
  private readonly kept = new KeptOf();
  private readonly deeds = new Deeds(this.model.office, this.kept);
  private at = MORNING;
  /** How often each kind of input was taken, and refused. */
  readonly tally = new Map<string, number>();

  /** @returns what is different, after the first act that makes a difference */
  do(deed: Deed): string[] {
    const { timers } = this.market.state;
    const days = deed.name === 'clock' ? new Dice(deed.seed).below(4) : 0;
    const until = new Date(this.at.getTime() + deed.minutes * 60_000 + days * DAY_MS);
    for (let due = timers.next(until); due; due = timers.next(until)) {
      this.at = this.market.instantFor(due.at);
      const found = this.apply({ kind: 'time', payload: { kind: due.kind, subject: due.subject } });
      if (found.length > 0) return found;
    }
    this.at = until;
    for (const input of this.deeds.inputsOf(deed, this.at)) {
      const found = this.apply(input);
      if (found.length > 0) return found;
    }
    return [];
  }

  private count(what: string): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1);
  }

  private apply(input: Input): string[] {
    const changes = new ChangeSet();
    const name = `${input.kind} ${JSON.stringify(input.payload, (key, value: unknown) => (key === 'kept' ? '…' : value))}`;
    let refusal: string | null = null;
    try {
      this.market.apply(input, this.at, changes);
    } catch (error) {
      if (!(error instanceof DomainError)) {
        return [`${this.at.toISOString()} ${name}: ${String((error as Error).stack)}`];
      }
      refusal = error.code;
    }
    const seen = readMarket(this.market.state, changes);
    const act = JSON.parse(JSON.stringify(input)) as { readonly kind: string };
    if (!isKnown(act)) return [`the model has no rules for ${act.kind}`];
    const found = [...this.model.act(act, this.at, seen, refusal), ...differences(this.model.office, seen)];
    const key = refusal === null ? input.kind : `${input.kind} ${refusal}`;
    const against = this.model.against.length === 1 ? [`${input.kind}: ${this.model.against[0]!}`] : [];
    for (const what of [key, ...against, ...this.model.met, ...consequencesOf(input, changes)]) this.count(what);
    this.kept.keep(touched(this.market.state, changes), changes);
    this.market.forgetClosed(changes);
    return found.length === 0 ? [] : [`${this.at.toISOString()} ${name}`, ...found];
  }
}

/** What came of it that its kind does not say. */
function consequencesOf(input: Input, changes: ChangeSet): string[] {
  const told = [];
  for (const { fault, again } of changes.merges) told.push(`a merge ${fault ?? (again ? 'again' : 'done')}`);
  for (const { granted, available } of changes.lotRequests) {
    told.push(
      available === undefined ? `a request for ${granted > 0 ? 'something' : 'what is gone'}` : 'all or nothing',
    );
  }
  for (const { splitFrom, status } of changes.allocations.values()) {
    if (splitFrom !== null) told.push(`a part ${input.kind} ${status}`);
  }
  return told;
}

/** What an act has changed; the rest was kept before. */
function touched(
  { orders, lines, lots }: MarketState,
  changes: ChangeSet,
): Pick<MarketState, 'orders' | 'lines' | 'lots'> {
  const isTouched = (lineIds: readonly string[]): boolean => lineIds.some((id) => changes.lines.has(id));
  return {
    orders: new Map([...orders].filter(([id, order]) => changes.orders.has(id) || isTouched(order.lineIds))),
    lines,
    lots: new Map([...lots].filter(([id]) => changes.lots.has(id))),
  };
}

export interface Failure {
  readonly deeds: readonly Deed[];
  readonly found: readonly string[];
}

/** @param tally counts what was done @returns the first difference, with the deeds up to it; undefined: there is none */
export function walk(deeds: readonly Deed[], tally?: Map<string, number>): Failure | undefined {
  const walked = new Walk();
  try {
    for (const [index, deed] of deeds.entries()) {
      const found = walked.do(deed);
      if (found.length > 0) return { deeds: deeds.slice(0, index + 1), found };
    }
  } finally {
    for (const [key, times] of walked.tally) tally?.set(key, (tally.get(key) ?? 0) + times);
  }
  return undefined;
}

/** Leaves out whatever is not needed for a failure, one deed after the other. */
export function shrink(failure: Failure): Failure {
  let best = failure;
  for (let index = best.deeds.length - 2; index >= 0; index -= 1) {
    const fewer = walk(best.deeds.filter((_, at) => at !== index));
    if (fewer) best = fewer;
    index = Math.min(index, best.deeds.length - 1);
  }
  return best;
}
