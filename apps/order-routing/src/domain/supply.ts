import { createHash } from 'node:crypto';
import { DomainError } from '#kernel/domain-error.js';
import type { Decision } from './changes.js';
import { scheduleExpiry } from './dues.js';
import type { SurplusChunk } from './inputs.js';
import { takeFrom, type Lot } from './lot.js';

/**
 * Takes in one chunk of a declared lot.
 *
 * @returns whether the lot is complete with it, and open
 * @throws DomainError SURPLUS_INCOMPLETE when a chunk is missing, or the whole does not match its hash
 */
export function declareSurplus(decision: Decision, chunk: SurplusChunk): boolean {
  const { state, changes } = decision;
  const lot = state.lots.get(chunk.lotId) ?? newLot(chunk);
  for (const { producerId, quantity } of chunk.contributions) {
    lot.contributions.push({ producerId, declared: quantity, free: quantity, held: 0, barred: 0 });
  }
  lot.received = chunk.chunk;
  state.lots.set(lot.id, lot);
  changes.lots.add(lot.id);
  changes.contributions.add(lot.id);
  if (lot.received < lot.chunks) return false;
  lot.free = lot.declared;
  scheduleExpiry(decision, lot);
  return true;
}

/** Checks that belong before the first change: chunks in order, and the whole as announced. */
export function refuseSurplus(lot: Lot | undefined, chunk: SurplusChunk): void {
  const expected = (lot?.received ?? 0) + 1;
  if (chunk.chunk !== expected) {
    throw new DomainError(
      'SURPLUS_INCOMPLETE',
      `Lot ${chunk.lotId}: chunk ${String(chunk.chunk)} came where ${String(expected)} was due.`,
    );
  }
  if (chunk.chunk < chunk.chunks) return;
  const all = [
    ...(lot?.contributions ?? []).map((part) => ({ producerId: part.producerId, quantity: part.declared })),
    ...chunk.contributions,
  ];
  const hash = createHash('sha256');
  for (const part of all) hash.update(`${part.producerId} ${String(part.quantity)}\n`);
  const sum = all.reduce((total, part) => total + part.quantity, 0);
  const whole =
    all.length === chunk.contributionsCount && sum === chunk.quantity && hash.digest('hex') === chunk.contributionsHash;
  if (!whole)
    throw new DomainError('SURPLUS_INCOMPLETE', `Lot ${chunk.lotId}: its contributions are not those announced.`);
}

/** Expired stock is written off: nobody can be promised it any more. */
export function expireLot({ state, changes }: Decision, lotId: string): void {
  const lot = state.lots.get(lotId);
  if (!lot) return;
  let gone = 0;
  for (const where of ['free', 'held', 'barred'] as const) {
    gone += takeFrom(lot, lot.contributions, where, lot.free + lot.held);
  }
  if (gone === 0) return;
  lot.writtenOff += gone;
  lot.expired += gone;
  changes.lots.add(lotId);
  changes.contributions.add(lotId);
}

function newLot(chunk: SurplusChunk): Lot {
  return {
    id: chunk.lotId,
    sellerId: chunk.sellerId,
    pooled: chunk.pooled,
    product: chunk.product,
    commodity: chunk.commodity,
    unit: chunk.unit,
    sack: chunk.sack ?? 1,
    declared: chunk.quantity,
    producedOn: chunk.producedOn,
    bestBefore: chunk.bestBefore,
    floorPrice: chunk.floorPrice,
    certificates: chunk.certificates,
    standingConsent: chunk.standingConsent,
    contributionsCount: chunk.contributionsCount,
    contributionsHash: chunk.contributionsHash,
    received: 0,
    chunks: chunk.chunks,
    contributions: [],
    free: 0,
    held: 0,
    offered: 0,
    confirmed: 0,
    inTransit: 0,
    delivered: 0,
    withdrawn: 0,
    writtenOff: 0,
    expired: 0,
    spoiled: 0,
    recalled: 0,
    onHold: false,
    suspended: [],
    runs: 0,
    version: 0,
  };
}
