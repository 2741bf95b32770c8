import { STAGE_WORDS } from '#kernel/refusals/state-words.js';
import { says } from '#kernel/refusals/sentences.js';
import type { DataOf } from '#kernel/data-of.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import { addDays, endOfLocalDay, localDateAt, startOfLocalDay } from '#kernel/local-date.js';
import { throwIfInvalid } from './faults.js';
import { missingFor, type Dossier } from './guards.js';
import { signingFaults, type Signing } from './signing.js';
import { DEFAULT_REPORT_MONTHS, reportPeriods, type ReportPeriod } from './reporting.js';
import { isDraft, isPublic, transition, type Stage, type Transition } from './stage.js';

export interface AgreementDetails {
  readonly partner: string;
  readonly title: string;
  readonly regime: string;
  readonly needsCouncil: boolean;
  readonly originNumber?: string;
  readonly partnerNumber?: string;
  /** Months that a periodic report covers, 1 to 6. */
  readonly reportEveryMonths?: number;
}

/** First and last day of a PKS in the origin's calendar, both inclusive. */
export interface Period {
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
}

/** The days that go with a step. */
export interface StepDays {
  /** Of the PKS: wanted for `pks-signed`, and only there. */
  readonly period?: Period | undefined;
  /** Of a termination: it ends with this day of the origin; absent: at once. */
  readonly lastDay?: string | undefined;
  /** Goes with the period. */
  readonly signing?: Signing;
}

/** What is kept of an agreement. */
export type AgreementRecord = Omit<DataOf<Agreement>, 'isPublic'>;

type DayFault = 'terminating-only' | 'running-only' | 'past' | 'after-last-day';

/** A cooperation between two regions. Guards one rule: its stage changes by the table of transitions only. */
export class Agreement {
  readonly id: string;
  readonly origin: string;
  readonly partner: string;
  readonly title: string;
  readonly regime: string;
  readonly needsCouncil: boolean;
  /** Each side's own, in its register. */
  originNumber: string | null;
  partnerNumber: string | null;
  stage: Stage;
  edition: number;
  /** First instant in force. */
  effectiveFrom: Date | null;
  /** First instant no longer in force: the origin's midnight after the last day. */
  effectiveTo: Date | null;
  /** Day of the origin on which the PKS was signed, and why it counts from before that. */
  signedOn: string | null;
  backdatingReason: string | null;
  /** It ends at `effectiveTo` by a termination that was decided before, not by having run its time. */
  terminating: boolean;
  readonly reportEveryMonths: number;
  /** Due day of the first periodic report that has not been submitted; null: none is owed. */
  reportDueOn: string | null;
  /** Version of the last event; the row is locked before it is counted up. */
  version: number;

  static open(id: string, origin: string, details: AgreementDetails): Agreement {
    if (details.partner === origin) {
      throw new DomainError('INVALID.partner', {}, [faultAt('/partner', says('other-region'))]);
    }
    return Agreement.of({
      partner: details.partner,
      title: details.title,
      regime: details.regime,
      needsCouncil: details.needsCouncil,
      originNumber: details.originNumber ?? null,
      partnerNumber: details.partnerNumber ?? null,
      id,
      origin,
      stage: 'preparation',
      edition: 1,
      effectiveFrom: null,
      effectiveTo: null,
      signedOn: null,
      backdatingReason: null,
      terminating: false,
      reportEveryMonths: details.reportEveryMonths ?? DEFAULT_REPORT_MONTHS,
      reportDueOn: null,
      version: 0,
    });
  }

  /** The agreement as it was kept. */
  static of(record: AgreementRecord): Agreement {
    return Object.assign(Object.create(Agreement.prototype) as Agreement, record);
  }

  /** Others are told of it: also of drafts, once they have heard of it. */
  get isPublic(): boolean {
    return this.version > 0 || isPublic(this.stage);
  }

  /**
   * The reports that it owes; none before a PKS is signed.
   *
   * @param ended when it was terminated before its last day
   */
  reports(ended?: Date): ReportPeriod[] {
    const { effectiveFrom, effectiveTo, origin } = this;
    if (!effectiveFrom || !effectiveTo) return [];
    const lastDay = addDays(localDateAt(effectiveTo, origin), -1);
    const endedOn = ended ? localDateAt(ended, origin) : lastDay;
    const until = endedOn < lastDay ? endedOn : lastDay;
    return reportPeriods(localDateAt(effectiveFrom, origin), until, this.reportEveryMonths);
  }

  /** @throws DomainError ILLEGAL_TRANSITION once the PKS is signed */
  requireDraft(): void {
    if (isDraft(this.stage)) return;
    throw new DomainError('ILLEGAL_TRANSITION.signed', { stage: STAGE_WORDS[this.stage] });
  }

  /**
   * Takes an officer's step. A termination with a last day only sets the end: the clock takes the step itself.
   *
   * @throws DomainError ILLEGAL_TRANSITION, GUARD_NOT_MET naming all that is missing, INVALID for the days
   */
  move(to: Stage, dossier: Dossier, now: Date, { period, lastDay, signing = {} }: StepDays): void {
    const row = this.legal(to, 'officer');
    const missing = missingFor(row.guards, dossier).map(({ pointer, said }) => faultAt(pointer, said));
    if (missing.length > 0) throw new DomainError('GUARD_NOT_MET', { stage: STAGE_WORDS[to] }, missing.slice(0, 100));
    if ((to === 'pks-signed') !== (period !== undefined)) {
      throwIfInvalid('INVALID.days', [faultAt('/effectiveFrom', says(period ? 'signing-only' : 'required'))]);
    }
    if (!period) throwIfInvalid('INVALID.days', withoutSigning(signing));
    if (lastDay !== undefined) {
      this.endAfter(lastDay, to, now);
      return;
    }
    if (period) this.sign(period, signing, dossier.draftedAt ?? now, now);
    this.stage = to;
  }

  /**
   * Makes the next edition of a PKS in force. A new last day also takes the place of a termination decided before.
   *
   * @throws DomainError ILLEGAL_TRANSITION in any other stage, INVALID for the last day
   */
  amend(lastDay: string | undefined, now: Date): void {
    if (this.stage !== 'in-force' || !this.effectiveFrom) {
      throw new DomainError('ILLEGAL_TRANSITION.addendum', { stage: STAGE_WORDS[this.stage] });
    }
    if (lastDay !== undefined) {
      this.setPeriod({ effectiveFrom: localDateAt(this.effectiveFrom, this.origin), effectiveTo: lastDay }, now);
      this.terminating = false;
    }
    this.edition += 1;
  }

  /**
   * Takes the step that the clock asks for, one at a time.
   *
   * @returns the instant at which it fell due; undefined when none is due
   */
  moveIfDue(now: Date): Date | undefined {
    const { effectiveFrom, effectiveTo } = this;
    if (!effectiveFrom || !effectiveTo) return undefined;
    const end = this.terminating ? 'terminated' : 'expired';
    const [to, at] =
      this.stage === 'pks-signed' ? (['in-force', effectiveFrom] as const) : ([end, effectiveTo] as const);
    if (at > now || !transition(this.stage, to, 'clock')) return undefined;
    this.stage = this.legal(to, 'clock').to;
    return at;
  }

  private endAfter(lastDay: string, to: Stage, now: Date): void {
    const at = endOfLocalDay(lastDay, this.origin);
    const fault = this.lastDayFault(at, to, now);
    if (fault !== undefined) {
      throwIfInvalid('INVALID.days', [faultAt('/lastDay', says(fault))]);
    }
    this.effectiveTo = at;
    this.terminating = true;
  }

  private lastDayFault(at: Date, to: Stage, now: Date): DayFault | undefined {
    if (to !== 'terminated') return 'terminating-only';
    if (!transition(this.stage, to, 'clock')) return 'running-only';
    if (at <= now) return 'past';
    return this.effectiveTo && at > this.effectiveTo ? 'after-last-day' : undefined;
  }

  private sign(period: Period, signing: Signing, draftedAt: Date, now: Date): void {
    const today = localDateAt(now, this.origin);
    const draftedOn = localDateAt(draftedAt, this.origin);
    const { effectiveFrom } = period;
    throwIfInvalid('INVALID.days', signingFaults(signing, { today, effectiveFrom, draftedOn }));
    this.setPeriod(period, now);
    this.signedOn = signing.signedOn ?? today;
    this.backdatingReason = signing.backdatingReason ?? null;
  }

  private setPeriod({ effectiveFrom, effectiveTo }: Period, now: Date): void {
    const from = startOfLocalDay(effectiveFrom, this.origin);
    const to = endOfLocalDay(effectiveTo, this.origin);
    const fault = to <= from ? 'before-first-day' : to <= now ? 'past' : undefined;
    if (fault !== undefined) throwIfInvalid('INVALID.period', [faultAt('/effectiveTo', says(fault))]);
    this.effectiveFrom = from;
    this.effectiveTo = to;
  }

  private legal(to: Stage, by: Transition['by']): Transition {
    const row = transition(this.stage, to, by);
    if (row) return row;
    throw new DomainError('ILLEGAL_TRANSITION.stage', { from: STAGE_WORDS[this.stage], to: STAGE_WORDS[to] });
  }
}

function withoutSigning(signing: Signing): SaidFault[] {
  return (['signedOn', 'backdatingReason'] as const)
    .filter((field) => signing[field] !== undefined)
    .map((field) => faultAt(`/${field}`, says('signing-only')));
}
