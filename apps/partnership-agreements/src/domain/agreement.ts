import { DomainError } from '#kernel/domain-error.js';
import { endOfLocalDay, startOfLocalDay } from '#kernel/local-date.js';
import { refuseFaults } from './faults.js';
import { missingFor, type Dossier } from './guards.js';
import { isDraft, isPublic, transition, type Stage, type Transition } from './stage.js';

export interface AgreementDetails {
  readonly partner: string;
  readonly title: string;
  readonly regime: string;
  readonly needsCouncil: boolean;
  readonly originNumber?: string;
  readonly partnerNumber?: string;
}

/** First and last day of a PKS in the origin's calendar, both inclusive. */
export interface Period {
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
}

/** A cooperation between two regions. Guards one rule: its stage changes by the table of transitions only. */
export class Agreement {
  readonly id: string;
  readonly origin: string;
  readonly partner: string;
  readonly title: string;
  readonly regime: string;
  readonly needsCouncil: boolean;
  readonly originNumber: string | null;
  readonly partnerNumber: string | null;
  stage: Stage;
  edition: number;
  /** First instant in force. */
  effectiveFrom: Date | null;
  /** First instant no longer in force: the origin's midnight after the last day. */
  effectiveTo: Date | null;
  /** Version of the last event; the row is locked before it is counted up. */
  version: number;

  static open(id: string, origin: string, details: AgreementDetails): Agreement {
    if (details.partner === origin) {
      const fault = { pointer: '/partner', message: 'must be another region than the origin' };
      throw new DomainError('INVALID', 'A region makes no agreement with itself.', [fault]);
    }
    return Object.assign(Object.create(Agreement.prototype) as Agreement, {
      ...details,
      originNumber: details.originNumber ?? null,
      partnerNumber: details.partnerNumber ?? null,
      id,
      origin,
      stage: 'preparation',
      edition: 1,
      effectiveFrom: null,
      effectiveTo: null,
      version: 0,
    });
  }

  get isPublic(): boolean {
    return isPublic(this.stage);
  }

  /** @throws DomainError ILLEGAL_TRANSITION once the PKS is signed */
  requireDraft(): void {
    if (isDraft(this.stage)) return;
    throw new DomainError('ILLEGAL_TRANSITION', `The terms are signed (${this.stage}): only an addendum changes them.`);
  }

  /**
   * Takes an officer's step.
   *
   * @param period wanted for `pks-signed`, and only there
   * @throws DomainError ILLEGAL_TRANSITION, GUARD_NOT_MET naming all that is missing, INVALID for the period
   */
  move(to: Stage, dossier: Dossier, now: Date, period: Period | undefined): void {
    const row = this.legal(to, 'officer');
    refuseFaults('GUARD_NOT_MET', `Not all is there for ${to}; see errors.`, missingFor(row.guards, dossier));
    if ((to === 'pks-signed') !== (period !== undefined)) {
      const message = to === 'pks-signed' ? 'is missing' : 'belongs to pks-signed only';
      throw new DomainError('INVALID', 'See errors.', [{ pointer: '/effectiveFrom', message }]);
    }
    if (period) this.setPeriod(period, now);
    this.stage = to;
  }

  /**
   * Takes the step that the clock asks for, one at a time.
   *
   * @returns the instant at which it fell due; undefined when none is due
   */
  moveIfDue(now: Date): Date | undefined {
    const { effectiveFrom, effectiveTo } = this;
    if (!effectiveFrom || !effectiveTo) return undefined;
    const [to, at] =
      this.stage === 'pks-signed' ? (['in-force', effectiveFrom] as const) : (['expired', effectiveTo] as const);
    if (at > now || !transition(this.stage, to, 'clock')) return undefined;
    this.stage = this.legal(to, 'clock').to;
    return at;
  }

  private setPeriod({ effectiveFrom, effectiveTo }: Period, now: Date): void {
    const from = startOfLocalDay(effectiveFrom, this.origin);
    const to = endOfLocalDay(effectiveTo, this.origin);
    const message = to <= from ? 'is before effectiveFrom' : to <= now ? 'is over' : undefined;
    if (message !== undefined) {
      throw new DomainError('INVALID', 'The period is not acceptable; see errors.', [
        { pointer: '/effectiveTo', message },
      ]);
    }
    this.effectiveFrom = from;
    this.effectiveTo = to;
  }

  private legal(to: Stage, by: Transition['by']): Transition {
    const row = transition(this.stage, to, by);
    if (row) return row;
    throw new DomainError('ILLEGAL_TRANSITION', `There is no step from ${this.stage} to ${to}.`);
  }
}
