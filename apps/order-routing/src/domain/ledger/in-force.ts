import type { Agreement } from './agreement.js';

/**
 * The rule of the house: **a joint agreement never routes.** Only a cooperation agreement (PKS) that is signed, not
 * suspended, and inside [effectiveFrom, effectiveTo) does, whatever the press calls a "MoU".
 *
 * The stage `pks-signed` is enough once the first day has come: routing activates the terms by its own due row and does
 * not wait to hear that the agreements service has recorded `in-force`.
 */
export function isInForce(agreement: Agreement, at: Date): boolean {
  return isSignedPks(agreement) && isWithinTerm(agreement, at);
}

/** In force but for the suspension: promises are kept, nothing new is promised or bound. */
export function isSuspended(agreement: Agreement, at: Date): boolean {
  return agreement.stage === 'suspended' && isWithinTerm(agreement, at);
}

/** Whether what was promised under it and not dispatched has to be released. */
export function hasEnded(agreement: Agreement, at: Date): boolean {
  const ended = agreement.stage === 'terminated' || agreement.stage === 'expired';
  return ended || (agreement.effectiveTo !== null && at >= agreement.effectiveTo);
}

function isSignedPks({ stage }: Agreement): boolean {
  return stage === 'pks-signed' || stage === 'in-force';
}

function isWithinTerm({ effectiveFrom, effectiveTo }: Agreement, at: Date): boolean {
  return effectiveFrom !== null && at >= effectiveFrom && (effectiveTo === null || at < effectiveTo);
}
