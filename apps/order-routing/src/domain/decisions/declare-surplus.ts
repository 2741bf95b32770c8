import { contributionsHash } from '#kernel/contributions-hash.js';
import type { LegalFacts } from '#kernel/certificate-rules.js';
import type { BaseUnit } from '#kernel/units.js';
import { DomainError } from '#kernel/domain-error.js';
import { isWhole, type HeldCertificate, type Lot } from '../ledger/lot.js';
import { addChunk } from '../ledger/lot-goods.js';
import { giveLot } from '../ledger/lot-merge.js';
import { nowOf } from '../ledger/merged.js';
import { REPROMISE, type Decision } from './decision.js';

/** One chunk of a declared lot; the lot's own fields are the same in each. */
export interface SurplusChunk {
  readonly lotId: string;
  readonly sellerId: string;
  readonly pooled: boolean;
  readonly product: string;
  readonly commodity: string;
  readonly unit: BaseUnit;
  /** Absent: sold in any quantity. */
  readonly sack?: number;
  readonly quantity: number;
  readonly producedOn: string;
  readonly bestBefore: string | null;
  readonly floorPrice: number;
  readonly certificates: readonly HeldCertificate[];
  /** Absent: an earlier release declared it. */
  readonly law?: LegalFacts;
  readonly standingConsent: boolean;
  /** Whose part is held from the start: this chunk's contributors, or the seller. Absent: nobody's. */
  readonly heldFor?: readonly string[];
  readonly chunk: number;
  readonly chunks: number;
  readonly contributionsCount: number;
  readonly contributionsHash: string;
  readonly contributions: readonly {
    readonly producerId: string;
    readonly quantity: number;
    /** What this contributor's goods hold by themselves; absent: what the lot holds. */
    readonly certificates?: readonly HeldCertificate[];
  }[];
}

/** Takes in one chunk of a declared lot. A lot that is not whole yet cannot be promised from. */
export const declareSurplus = {
  refuse(state, chunk) {
    const lot = state.lots.get(chunk.lotId);
    refuseOutOfTurn(chunk, lot?.received ?? 0);
    if (chunk.chunk >= chunk.chunks) refuseIncomplete(chunk, lot);
  },

  apply(context, chunk) {
    const contributions = chunk.contributions.map(({ producerId, quantity, certificates = null }) => {
      return { producerId, declared: quantity, certificates };
    });
    const declared = {
      ...chunk,
      id: chunk.lotId,
      declared: chunk.quantity,
      sack: chunk.sack ?? 1,
      law: chunk.law ?? null,
    };
    const part = { number: chunk.chunk, heldFor: chunk.heldFor ?? [], contributions };
    const lot = addChunk(context, declared, part);
    if (!isWhole(lot)) return 'nothing';
    // It was announced by the ids of before; what was merged since goes by one.
    for (const id of [lot.sellerId, ...lot.contributions.map(({ producerId }) => producerId)]) {
      const keepId = nowOf(context.state, id);
      if (keepId !== id) giveLot(context, lot, { duplicateId: id, keepId });
    }
    return REPROMISE;
  },
} satisfies Decision<SurplusChunk>;

function refuseOutOfTurn({ lotId, chunk }: SurplusChunk, received: number): void {
  if (chunk === received + 1) return;
  throw new DomainError('SURPLUS_INCOMPLETE.chunk', { id: lotId, n: chunk, due: received + 1 });
}

/** With the last chunk, the lot is what was announced of it. */
function refuseIncomplete(chunk: SurplusChunk, lot: Lot | undefined): void {
  const all = [
    ...(lot?.contributions ?? []).map((part) => ({ producerId: part.producerId, quantity: part.declared })),
    ...chunk.contributions,
  ];
  const sum = all.reduce((total, part) => total + part.quantity, 0);
  const whole =
    all.length === chunk.contributionsCount &&
    sum === chunk.quantity &&
    contributionsHash(all) === chunk.contributionsHash;
  if (!whole) throw new DomainError('SURPLUS_INCOMPLETE.hash', { id: chunk.lotId });
}
