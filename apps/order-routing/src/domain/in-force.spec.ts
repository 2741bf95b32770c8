import { describe, expect, it } from 'vitest';
import { AGREEMENT_STAGES } from '#kernel/states.js';
import { hasEnded, isInForce, isSuspended } from './ledger/in-force.js';
import type { Agreement } from './ledger/agreement.js';

const FROM = new Date('2019-02-28T17:00:00Z');
const TO = new Date('2020-02-29T17:00:00Z');
const WITHIN = new Date('2019-03-04T02:00:00Z');

/** A cooperation agreement in force, dates and all, but for what a test changes. */
const agreement = (change: Partial<Agreement> = {}): Agreement => ({
  id: 'A1',
  partner: '13.03',
  stage: 'in-force',
  edition: 1,
  effectiveFrom: FROM,
  effectiveTo: TO,
  signedOn: null,
  ...change,
});

describe('an agreement', () => {
  it.each(AGREEMENT_STAGES)('at stage %s routes only if it is a signed PKS, whatever dates it carries', (stage) => {
    expect(isInForce(agreement({ stage }), WITHIN)).toBe(stage === 'pks-signed' || stage === 'in-force');
    expect(isSuspended(agreement({ stage }), WITHIN)).toBe(stage === 'suspended');
  });

  it('routes from its first instant on, and no longer at the instant at which it ends', () => {
    const justBefore = (instant: Date): Date => new Date(instant.getTime() - 1);
    expect([justBefore(FROM), FROM, justBefore(TO), TO].map((at) => isInForce(agreement(), at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([justBefore(TO), TO].map((at) => hasEnded(agreement(), at))).toEqual([false, true]);
  });

  it('without a first day routes never, without a last day for ever', () => {
    expect(isInForce(agreement({ effectiveFrom: null }), WITHIN)).toBe(false);
    expect(isInForce(agreement({ effectiveTo: null }), new Date('2100-01-01T00:00:00Z'))).toBe(true);
  });

  it.each(['terminated', 'expired'])('that is %s has ended before its last day', (stage) => {
    expect(hasEnded(agreement({ stage }), WITHIN)).toBe(true);
  });
});
