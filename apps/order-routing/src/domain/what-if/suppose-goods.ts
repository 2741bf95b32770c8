import { createHash } from 'node:crypto';
import { addDays, localDateAt } from '#kernel/local-date.js';
import { certifyLot } from '../decisions/certify-lot.js';
import { declareSurplus } from '../decisions/declare-surplus.js';
import { releaseLot } from '../decisions/release-lot.js';
import type { DecisionContext } from '../ledger/decision-context.js';
import { isOnHand, isWhole, type HeldCertificate, type Lot } from '../ledger/lot.js';
import { releaseHeld, supposeDeclared } from '../ledger/lot-goods.js';
import type { MarketState } from '../ledger/market-state.js';
import { found, inBaseUnits, notHere } from './faults.js';
import type { ChangedLot, GainedCertificate, NewSurplus, Supposed } from './supposed.js';

const DAY_MS = 86_400_000;

/** Certificates that goods would hold, lots at another price or released, goods that would be there. */
export function supposeGoods(
  context: DecisionContext,
  { certificates = [], lots = [], surplus = [] }: Pick<Supposed, 'certificates' | 'lots' | 'surplus'>,
): void {
  for (const [index, gained] of certificates.entries()) gain(context, gained, `/certificates/${String(index)}`);
  for (const [index, change] of lots.entries()) changeLot(context, change, `/lots/${String(index)}/lot`);
  for (const [index, goods] of surplus.entries()) addSurplus(context, goods, index);
}

function gain(context: DecisionContext, gained: GainedCertificate, pointer: string): void {
  const { lots } = context.state;
  for (const [index, id] of (gained.lots ?? []).entries()) found(lots.get(id), `${pointer}/lots/${String(index)}`);
  const certified = [...lots.values()].filter((lot) => isMeant(lot, gained));
  if (certified.length === 0) throw notHere(pointer);
  const { kind, until, producers } = gained;
  const held: HeldCertificate = until === undefined ? { kind } : { kind, until };
  for (const lot of certified) {
    const all = producers === undefined || producers.includes(lot.sellerId);
    const parts = lot.contributions.filter(({ producerId, certificates }) =>
      all ? certificates !== null : producers.includes(producerId),
    );
    certifyLot.apply(context, {
      lotId: lot.id,
      certificates: all ? withKind(lot.certificates, held) : lot.certificates,
      parts: parts.map(({ producerId, certificates }) => ({
        producerId,
        certificates: withKind(certificates ?? lot.certificates, held),
      })),
    });
  }
}

function isMeant(lot: Lot, { lots, producers, commodity }: GainedCertificate): boolean {
  if (!isWhole(lot) || !isOnHand(lot)) return false;
  if (lots !== undefined && !lots.includes(lot.id)) return false;
  if (commodity !== undefined && lot.commodity !== commodity) return false;
  if (producers === undefined || producers.includes(lot.sellerId)) return true;
  return lot.contributions.some(({ producerId }) => producers.includes(producerId));
}

function withKind(certificates: readonly HeldCertificate[], held: HeldCertificate): HeldCertificate[] {
  return [...certificates.filter(({ kind }) => kind !== held.kind), held];
}

function changeLot(context: DecisionContext, { lot: id, released, ...declared }: ChangedLot, pointer: string): void {
  const lot = found(context.state.lots.get(id), pointer);
  supposeDeclared(context, lot, declared);
  if (released !== true) return;
  releaseLot.apply(context, { lotId: id, cause: 'QUALITY' });
  releaseHeld(context, lot);
}

function addSurplus(context: DecisionContext, goods: NewSurplus, index: number): void {
  const pointer = `/surplus/${String(index)}`;
  const { at, state } = context;
  const like = lotLike(state, goods, pointer);
  const today = localDateAt(at, state.origin);
  const quantity = inBaseUnits(goods.quantity, goods.unit, like.unit, `${pointer}/quantity`);
  const name = `what-if-${String(index + 1)}`;
  declareSurplus.apply(context, {
    lotId: name,
    sellerId: like.sellerId,
    pooled: false,
    product: like.product,
    commodity: like.commodity,
    unit: like.unit,
    sack: like.sack,
    quantity,
    producedOn: today,
    bestBefore: like.bestBefore === null ? null : addDays(today, daysBetween(like.producedOn, like.bestBefore)),
    floorPrice: goods.floorPrice ?? like.floorPrice,
    certificates: goods.certificates?.map((kind) => ({ kind })) ?? like.certificates,
    ...(like.law ? { law: like.law } : {}),
    standingConsent: true,
    chunk: 1,
    chunks: 1,
    contributionsCount: 1,
    contributionsHash: createHash('sha256')
      .update(`${name} ${String(quantity)}\n`)
      .digest('hex'),
    contributions: [{ producerId: name, quantity }],
  });
}

function lotLike({ lots }: MarketState, { commodity, like }: NewSurplus, pointer: string): Lot {
  if (like !== undefined) {
    const lot = found(lots.get(like), `${pointer}/like`);
    if (lot.commodity !== commodity) throw notHere(`${pointer}/like`);
    return lot;
  }
  const alike = [...lots.values()].filter((lot) => lot.commodity === commodity && isWhole(lot));
  const largest = alike.sort((a, b) => b.declared - a.declared || (a.id < b.id ? -1 : 1))[0];
  return found(largest, `${pointer}/commodity`);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
