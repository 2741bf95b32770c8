import { faultAt, type SaidFault } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';

/** What the paper says of the signing of a PKS. */
export interface Signing {
  /** Day on which it was signed; absent: the day on which that is recorded. */
  readonly signedOn?: string | undefined;
  /** Why it counts from before it was signed, or was signed before it was drafted here. */
  readonly backdatingReason?: string | undefined;
}

/** Days of the origin that a signing is held against. */
export interface SigningDays {
  readonly today: string;
  readonly effectiveFrom: string;
  /** Day on which drafting of the PKS was recorded. */
  readonly draftedOn: string;
}

/** A PKS that counts from before its signing, or was signed before anybody drafted it, needs a reason: the report shows it. */
export function signingFaults({ signedOn, backdatingReason }: Signing, days: SigningDays): SaidFault[] {
  const { today, effectiveFrom, draftedOn } = days;
  const signed = signedOn ?? today;
  if (signed > today) return [faultAt('/signedOn', says('not-future'))];
  if (backdatingReason !== undefined) return [];
  if (effectiveFrom < signed) return [faultAt('/backdatingReason', says('backdated-force', { day: signed }))];
  return signed < draftedOn ? [faultAt('/backdatingReason', says('backdated-signing', { day: draftedOn }))] : [];
}
