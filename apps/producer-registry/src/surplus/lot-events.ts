import { CHUNK_SIZE } from '#contracts/shapes.js';
import { newEvent, type NewEvent } from '#platform/database/outbox.js';
import { contributionsHash } from '#kernel/contributions-hash.js';
import type { Lot } from '../domain/lot.js';

/** The events that declare a lot: its contributions in chunks of at most 500, chunk k as version k. */
export function lotEvents(lot: Lot): NewEvent[] {
  const hash = contributionsHash(lot.contributions);
  const chunks = chunksOf(lot);
  return Array.from({ length: chunks }, (_, index) =>
    newEvent({
      type: 'serap.surplus.declared.v1',
      subject: `lot:${lot.id}`,
      sequence: index + 1,
      key: lot.origin,
      data: {
        lotId: lot.id,
        origin: lot.origin,
        sellerId: lot.sellerId,
        pooled: lot.pooled,
        product: lot.productId,
        commodity: lot.commodity,
        unit: lot.unit,
        ...(lot.sack === 1 ? {} : { sack: lot.sack }),
        quantity: lot.quantity,
        producedOn: lot.producedOn,
        ...(lot.bestBefore === undefined ? {} : { bestBefore: lot.bestBefore }),
        floorPrice: lot.floorPrice,
        certificates: [...lot.certificates],
        lawAsksFor: [...lot.law.asksFor],
        packs: lot.law.packs,
        makers: lot.law.makers,
        verified: lot.verified,
        ...heldIn(lot, index),
        standingConsent: lot.standingConsent,
        chunk: index + 1,
        chunks,
        contributionsCount: lot.contributions.length,
        contributionsHash: hash,
        contributions: lot.contributions
          .slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE)
          .map(({ certificates, ...part }) => ({
            ...part,
            ...(certificates ? { certificates: [...certificates] } : {}),
          })),
      },
    }),
  );
}

/** Of a chunk's contributors, and of the seller with the first. */
function heldIn({ heldFor, sellerId, contributions }: Lot, index: number): { heldFor?: string[] } {
  if (heldFor.length === 0) return {};
  const own = contributions.slice(index * CHUNK_SIZE, (index + 1) * CHUNK_SIZE).map(({ producerId }) => producerId);
  const named = new Set(index === 0 ? [sellerId, ...own] : own);
  return { heldFor: heldFor.filter((id) => named.has(id)) };
}

function chunksOf(lot: Lot): number {
  return Math.ceil(lot.contributions.length / CHUNK_SIZE);
}
