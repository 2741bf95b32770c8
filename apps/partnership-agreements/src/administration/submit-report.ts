import { Injectable } from '@nestjs/common';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import { localDateAt } from '#kernel/local-date.js';
import { Transactions } from '#platform/database/transactions.js';
import { throwIfInvalid } from '../domain/faults.js';
import type { ReportPeriod } from '../domain/reporting.js';
import { publishStage } from '../persistence/agreement-events.js';
import { applyDue } from '../persistence/apply-due.js';
import { lockAgreement, saveAgreement } from '../persistence/load-agreement.js';
import { loadReports, renewReportDue } from '../persistence/load-reports.js';
import { REPORT_SUBMITTED } from '../persistence/tables.js';

export interface Submission {
  readonly dueOn: string;
  readonly submittedOn: string;
  readonly number?: string;
  readonly sha256: string;
}

export interface ReportSubmitted {
  readonly id: string;
  /** Due day of the next one that is missing; null: none is owed. */
  readonly reportDueOn: string | null;
}

/** Records that a periodic report was handed in, once for each that the agreement owes. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID with pointers, ALREADY_EXISTS */
  run(region: string, by: string, id: string, report: Submission): Promise<ReportSubmitted> {
    const now = this.clock.now();
    return this.transactions.runOnce(async (tx) => {
      const agreement = await lockAgreement(tx, region, id);
      await applyDue(tx, agreement, now);
      const { periods, submitted } = await loadReports(tx, agreement);
      const faults = submissionFaults(report, periods, localDateAt(now, agreement.origin));
      throwIfInvalid('INVALID.report', faults);
      if (submitted.has(report.dueOn)) {
        throw new DomainError('ALREADY_EXISTS.report', {}, [faultAt('/dueOn', says('report-submitted'))]);
      }
      const { dueOn, submittedOn, number = null, sha256 } = report;
      const submission = { dueOn, submittedOn, number, sha256, submittedBy: by };
      await REPORT_SUBMITTED.insert(tx, [submission], { agreement_id: id, recorded_at: now });
      await renewReportDue(tx, agreement);
      publishStage(tx, agreement);
      await saveAgreement(tx, agreement);
      return { id, reportDueOn: agreement.reportDueOn };
    });
  }
}

function submissionFaults(
  { dueOn, submittedOn }: Submission,
  periods: readonly ReportPeriod[],
  today: string,
): SaidFault[] {
  const period = periods.find((one) => one.dueOn === dueOn);
  if (!period) return [faultAt('/dueOn', says('not-due'))];
  if (submittedOn > today) return [faultAt('/submittedOn', says('not-future'))];
  return submittedOn < period.from ? [faultAt('/submittedOn', says('before-period', { day: period.from }))] : [];
}
