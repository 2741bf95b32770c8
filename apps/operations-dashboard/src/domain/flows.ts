import { marketsOf, type Market } from './markets.js';
import { Names } from './names.js';
import type { Binding, MarketSnapshot, Reason, Term, Unit } from './market-snapshot.js';
import { quotaUse, type QuotaUse } from './quota-left.js';
import { byRank, total } from './reasons.js';
import { resolveUnfilled, type ResolvedReason } from './resolved-reasons.js';

export interface CommodityFlows {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly lots: readonly LotFlow[];
  /** What is not told lot by lot, by the certificates that it holds. */
  readonly goods: readonly GoodsFlow[];
  readonly partners: readonly PartnerFlow[];
}

/** quantity = Σ bands + Σ unsold. */
export interface GoodsFlow {
  readonly id: string;
  readonly quantity: number;
  readonly bound: number;
  readonly certificates: readonly string[];
  readonly bands: readonly Omit<Binding, 'lotId' | 'orders' | 'contributors'>[];
  readonly unsold: readonly { readonly code: string; readonly quantity: number }[];
}

export interface LotFlow extends GoodsFlow {
  readonly label: string;
  readonly sellerId: string;
  readonly producedOn: string;
  readonly bestBefore: string | null;
  readonly contributors: number;
  readonly bands: readonly Omit<Binding, 'lotId'>[];
}

export interface PartnerFlow {
  readonly partner: string;
  readonly wanted: number;
  readonly promised: number;
  readonly bound: number;
  readonly unfilled: readonly ResolvedReason[];
  readonly terms: readonly (Term & QuotaUse & { readonly stage: string | null; readonly inForce: boolean })[];
  /** What keeps more from flowing here; every one that binds, for the cut need not be unique. */
  readonly bottlenecks: readonly ('quota' | 'demand')[];
}

/** @param at business time: it decides which period of a quota counts and which agreement is in force */
export function flowsOf(snapshot: MarketSnapshot, at: Date): CommodityFlows[] {
  const names = new Names(snapshot);
  return marketsOf(snapshot).map((market) => ({
    origin: market.origin,
    commodity: market.commodity,
    unit: market.unit,
    lots: lotFlows(market, snapshot),
    goods: goodsFlows(market, snapshot),
    partners: partnerFlows(market, snapshot, names, at),
  }));
}

function lotFlows(market: Market, snapshot: MarketSnapshot): LotFlow[] {
  return market.lots
    .flatMap(({ lot, balance, bound, unsold }) => {
      const { id, label, sellerId, certificates, producedOn, bestBefore, contributors } = lot;
      if (label === null) return [];
      const bands = snapshot.bindings.filter(({ lotId }) => lotId === id).map(({ lotId: _, ...band }) => band);
      return [
        {
          ...{ id, label, sellerId, certificates, producedOn, bestBefore, contributors },
          ...{ quantity: balance.declared, bound, bands },
          unsold: unsold.map(({ code, quantity }) => ({ code, quantity })),
        },
      ];
    })
    .sort((a, b) => a.label.length - b.label.length || a.label.localeCompare(b.label));
}

function goodsFlows(market: Market, snapshot: MarketSnapshot): GoodsFlow[] {
  const hidden = market.lots.filter(({ lot }) => lot.label === null);
  return [...new Set(hidden.map(({ lot }) => lot.id))].sort().map((id) => {
    const lots = hidden.filter(({ lot }) => lot.id === id);
    const bindings = snapshot.bindings.filter(({ lotId }) => lotId === id);
    return {
      id,
      quantity: lots.reduce((sum, { balance }) => sum + balance.declared, 0),
      bound: lots.reduce((sum, { bound }) => sum + bound, 0),
      certificates: lots[0]?.lot.certificates ?? [],
      bands: bindings.map(({ partner, termId, status, quantity }) => ({ partner, termId, status, quantity })),
      unsold: codesOf(lots.flatMap(({ unsold }) => unsold)),
    };
  });
}

/** One part a code, in the order of the closed list. */
function codesOf(reasons: readonly Reason[]): GoodsFlow['unsold'] {
  const parts = new Map<string, number>();
  for (const { code, quantity } of [...reasons].sort(byRank)) parts.set(code, (parts.get(code) ?? 0) + quantity);
  return [...parts].map(([code, quantity]) => ({ code, quantity }));
}

function partnerFlows(market: Market, snapshot: MarketSnapshot, names: Names, at: Date): PartnerFlow[] {
  const terms = snapshot.terms.filter((term) => term.origin === market.origin && term.commodity === market.commodity);
  const told = resolveUnfilled(market, names);
  const partners = new Set([...market.lines.map(({ partner }) => partner), ...terms.map(({ partner }) => partner)]);
  return [...partners]
    .map((partner) => {
      const lines = market.lines.filter((line) => line.partner === partner);
      const rows = terms.filter((term) => term.partner === partner).map((term) => withUse(term, snapshot, at));
      const wanted = lines.reduce((sum, line) => sum + line.wanted, 0);
      const promised = lines.reduce((sum, line) => sum + line.promised, 0);
      const lots = new Set(market.lots.map(({ lot }) => lot.id));
      const bound = total(snapshot.bindings.filter((band) => band.partner === partner && lots.has(band.lotId)));
      return {
        partner,
        wanted,
        promised,
        bound,
        unfilled: told.filter((reason) => reason.partner === partner),
        terms: rows,
        bottlenecks: bottlenecks(wanted, promised, rows),
      };
    })
    .sort((a, b) => b.promised - a.promised || a.partner.localeCompare(b.partner));
}

function withUse(term: Term, snapshot: MarketSnapshot, at: Date): PartnerFlow['terms'][number] {
  const agreement = snapshot.agreements.find(({ id }) => id === term.agreementId);
  const inside =
    agreement?.stage === 'in-force' &&
    (agreement.effectiveFrom === null || Date.parse(agreement.effectiveFrom) <= at.getTime()) &&
    (agreement.effectiveTo === null || at.getTime() < Date.parse(agreement.effectiveTo));
  return { ...term, ...quotaUse(term, snapshot.cells, at), stage: agreement?.stage ?? null, inForce: inside };
}

function bottlenecks(wanted: number, promised: number, rows: PartnerFlow['terms']): ('quota' | 'demand')[] {
  const full = rows.some(({ inForce, left }) => inForce && left === 0);
  return [...(full ? (['quota'] as const) : []), ...(wanted > 0 && promised === wanted ? (['demand'] as const) : [])];
}
