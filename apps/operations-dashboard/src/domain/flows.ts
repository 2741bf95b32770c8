import { marketsOf, type Market } from './markets.js';
import { Names } from './names.js';
import type { Binding, Picture, Term, Unit } from './picture.js';
import { quotaUse, type QuotaUse } from './quota-left.js';
import { total } from './reasons.js';
import { tellUnfilled, type ToldReason } from './told-reasons.js';

export interface CommodityFlows {
  readonly origin: string;
  readonly commodity: string;
  readonly unit: Unit;
  readonly lots: readonly LotFlow[];
  readonly partners: readonly PartnerFlow[];
}

/** quantity = Σ bound bands + Σ unsold. */
export interface LotFlow {
  readonly id: string;
  readonly label: string;
  readonly sellerId: string;
  readonly quantity: number;
  readonly bound: number;
  readonly certificates: readonly string[];
  readonly producedOn: string;
  readonly bestBefore: string | null;
  readonly contributors: number;
  readonly bands: readonly Omit<Binding, 'lotId'>[];
  readonly unsold: readonly { readonly code: string; readonly quantity: number }[];
}

export interface PartnerFlow {
  readonly partner: string;
  readonly wanted: number;
  readonly promised: number;
  readonly bound: number;
  readonly unfilled: readonly ToldReason[];
  readonly terms: readonly (Term & QuotaUse & { readonly stage: string | null; readonly inForce: boolean })[];
  /** What keeps more from flowing here; every one that binds, for the cut need not be unique. */
  readonly bottlenecks: readonly ('quota' | 'demand')[];
}

/** @param at business time: it decides which period of a quota counts and which agreement is in force */
export function flowsOf(picture: Picture, at: Date): CommodityFlows[] {
  const names = new Names(picture);
  return marketsOf(picture).map((market) => ({
    origin: market.origin,
    commodity: market.commodity,
    unit: market.unit,
    lots: lotFlows(market, picture, names),
    partners: partnerFlows(market, picture, names, at),
  }));
}

function lotFlows(market: Market, picture: Picture, names: Names): LotFlow[] {
  return market.lots
    .map(({ lot, balance, bound, unsold }) => ({
      id: lot.id,
      label: names.labels.get(lot.id) ?? '',
      sellerId: lot.sellerId,
      quantity: balance.declared,
      bound,
      certificates: lot.certificates,
      producedOn: lot.producedOn,
      bestBefore: lot.bestBefore,
      contributors: lot.contributors,
      bands: picture.bindings.filter(({ lotId }) => lotId === lot.id).map(({ lotId: _, ...band }) => band),
      unsold: unsold.map(({ code, quantity }) => ({ code, quantity })),
    }))
    .sort((a, b) => a.label.length - b.label.length || a.label.localeCompare(b.label));
}

function partnerFlows(market: Market, picture: Picture, names: Names, at: Date): PartnerFlow[] {
  const terms = picture.terms.filter((term) => term.origin === market.origin && term.commodity === market.commodity);
  const told = tellUnfilled(market, names);
  const partners = new Set([...market.lines.map(({ partner }) => partner), ...terms.map(({ partner }) => partner)]);
  return [...partners]
    .map((partner) => {
      const lines = market.lines.filter((line) => line.partner === partner);
      const rows = terms.filter((term) => term.partner === partner).map((term) => withUse(term, picture, at));
      const wanted = lines.reduce((sum, line) => sum + line.wanted, 0);
      const promised = lines.reduce((sum, line) => sum + line.promised, 0);
      const lots = new Set(market.lots.map(({ lot }) => lot.id));
      const bound = total(picture.bindings.filter((band) => band.partner === partner && lots.has(band.lotId)));
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

function withUse(term: Term, picture: Picture, at: Date): PartnerFlow['terms'][number] {
  const agreement = picture.agreements.find(({ id }) => id === term.agreementId);
  const inside =
    agreement?.stage === 'in-force' &&
    (agreement.effectiveFrom === null || Date.parse(agreement.effectiveFrom) <= at.getTime()) &&
    (agreement.effectiveTo === null || at.getTime() < Date.parse(agreement.effectiveTo));
  return { ...term, ...quotaUse(term, picture.cells, at), stage: agreement?.stage ?? null, inForce: inside };
}

function bottlenecks(wanted: number, promised: number, rows: PartnerFlow['terms']): ('quota' | 'demand')[] {
  const full = rows.some(({ inForce, left }) => inForce && left === 0);
  return [...(full ? (['quota'] as const) : []), ...(wanted > 0 && promised === wanted ? (['demand'] as const) : [])];
}
