import type { BaseUnit } from '#kernel/units.js';
import type { Proof } from '#matching/format/result.js';
import type { MarketState } from '../ledger/market-state.js';
import { told, type ToldReason } from '../ledger/reason.js';
import type { Commodity, Outcome } from './outcome.js';

/** Most lines, and most lots, that are told one by one: those that change most. */
const MOST = 200;

/** A market as it is, and as it would be; quantities in base units, rupiah. */
export interface WhatIfView {
  readonly origin: string;
  /** Instant, by the business clock, at which both are bound. */
  readonly at: string;
  readonly commodities: readonly ComparedCommodity[];
  /** Producers who would sell more, and less; counted once for each commodity. */
  readonly households: { readonly gaining: number; readonly losing: number };
  /** Lines that change, those that change most first. */
  readonly lines: { readonly total: number; readonly items: readonly ComparedLine[] };
  readonly lots: { readonly total: number; readonly items: readonly ComparedLot[] };
  readonly proof: { readonly today: ShownProof; readonly then: ShownProof };
}

export interface ComparedCommodity {
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly today: SoldGoods;
  readonly then: SoldGoods;
}

export interface SoldGoods {
  readonly surplus: number;
  readonly sold: number;
  readonly unsold: number;
  /** Rupiah for the goods that are bound and not yet received, and for those that would be bound now. */
  readonly goods: number;
  /** Producers with a part of these. */
  readonly households: number;
}

/** One line: what has a buyer’s goods today, and then. An order that is supposed has no line today. */
export interface ComparedLine {
  readonly line: string;
  readonly order: string;
  readonly partner: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly quantity: number;
  /** What it is promised now; a line that would have less loses part of its promise. */
  readonly promised: number;
  readonly today: number;
  readonly then: number;
  /** Why no more, then. */
  readonly unfilled: readonly ToldReason[];
}

export interface ComparedLot {
  readonly lot: string;
  readonly seller: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  readonly today: number;
  readonly then: number;
}

/** What is shown of a result: the most that any matching can place, and how far from it this one is. */
export interface ShownProof {
  readonly verified: boolean;
  readonly upperBound: number;
  readonly gap: number;
  readonly unproved: readonly string[];
}

interface Both {
  readonly today: Outcome;
  readonly then: Outcome;
  /** Promises before anything was supposed, by line. */
  readonly standing: ReadonlyMap<string, number>;
}

/** @param state as it is supposed */
export function compared(state: MarketState, at: Date, { today, then, standing }: Both): WhatIfView {
  const lines = changed(today.lines, then.lines).map(([id, before, after]): ComparedLine => {
    const { orderId, partner, commodity, unit, wanted, unfilled } = state.line(id);
    return {
      line: id,
      order: orderId,
      partner,
      commodity,
      unit,
      quantity: wanted,
      promised: standing.get(id) ?? 0,
      today: before,
      then: after,
      unfilled: unfilled.map(told),
    };
  });
  const lots = changed(today.lots, then.lots).map(([id, before, after]): ComparedLot => {
    const { sellerId, commodity, unit } = state.lot(id);
    return { lot: id, seller: sellerId, commodity, unit, today: before, then: after };
  });
  const producers = changed(today.producers, then.producers);
  return {
    origin: state.origin,
    at: at.toISOString(),
    commodities: commoditiesOf(today, then),
    households: {
      gaining: producers.filter(([, before, after]) => after > before).length,
      losing: producers.filter(([, before, after]) => after < before).length,
    },
    lines: { total: lines.length, items: lines.slice(0, MOST) },
    lots: { total: lots.length, items: lots.slice(0, MOST) },
    proof: { today: shown(today.proof), then: shown(then.proof) },
  };
}

/** What differs, with what it was and what it would be; the largest difference first, then by id. */
function changed(today: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>): [string, number, number][] {
  const ids = new Set([...today.keys(), ...then.keys()]);
  return [...ids]
    .map((id): [string, number, number] => [id, today.get(id) ?? 0, then.get(id) ?? 0])
    .filter(([, before, after]) => before !== after)
    .sort((a, b) => Math.abs(b[2] - b[1]) - Math.abs(a[2] - a[1]) || (a[0] < b[0] ? -1 : 1));
}

function commoditiesOf(today: Outcome, then: Outcome): ComparedCommodity[] {
  const all = [...new Set([...today.commodities.keys(), ...then.commodities.keys()])].sort();
  return all.flatMap((commodity) => {
    const [before, after] = [today.commodities.get(commodity), then.commodities.get(commodity)];
    const unit = after?.unit ?? before?.unit;
    return unit === undefined ? [] : { commodity, unit, today: soldGoods(before), then: soldGoods(after) };
  });
}

function soldGoods(goods: Commodity | undefined): SoldGoods {
  const { surplus = 0, sold = 0, goods: rupiah = 0, households = 0 } = goods ?? {};
  return { surplus, sold, unsold: surplus - sold, goods: rupiah, households };
}

function shown(proof: Proof | null): ShownProof {
  const { verified = false, upperBound = 0, gap = 0, unproved = [] } = proof ?? {};
  return { verified, upperBound, gap, unproved };
}
