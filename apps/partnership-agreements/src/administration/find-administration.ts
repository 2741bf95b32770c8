import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BusinessClock } from '#kernel/business-clock.js';
import { localDateAt } from '#kernel/local-date.js';
import type { RowOf } from '#platform/database/table.js';
import { notFound } from '#platform/http/validate.js';
import { Agreement } from '../domain/agreement.js';
import type { FilingKind } from '../domain/filing.js';
import { reportState, type ReportPeriod, type ReportState } from '../domain/reporting.js';
import { loadReports } from '../persistence/load-reports.js';
import { AGREEMENT, FILING, type SubmittedReport } from '../persistence/tables.js';
import { VISIBLE } from '../persistence/visible.js';
import { named } from '#platform/database/sql.js';

export interface FilingView {
  readonly id: string;
  readonly kind: FilingKind;
  readonly agendaNumber: string;
  readonly date: string;
  readonly sha256: string | null;
  readonly note: string | null;
  readonly filedBy: string;
  readonly recordedAt: Date;
}

/** A report that is owed; what was handed in, where it was. */
export interface ReportView extends ReportPeriod {
  readonly state: ReportState;
  readonly submittedOn: string | null;
  readonly number: string | null;
  readonly sha256: string | null;
  readonly submittedBy: string | null;
}

/** Reads of an agreement's administration and reports by its parties. `region` null: operations. */
@Injectable()
export class FindAdministration {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Entries in the order in which they were made, at most 1,000.
   *
   * @throws DomainError NOT_FOUND
   */
  async filings(region: string | null, id: string): Promise<{ items: FilingView[] }> {
    await this.agreement(region, id);
    const items = await this.dataSource.query<RowOf<typeof FILING>[]>(
      `SELECT ${FILING.columns} FROM filing WHERE agreement_id = $1 ORDER BY id LIMIT 1000`,
      [id],
    );
    return { items };
  }

  /**
   * Every report that the agreement owes, the oldest first.
   *
   * @throws DomainError NOT_FOUND
   */
  async reports(region: string | null, id: string): Promise<{ items: ReportView[] }> {
    const agreement = await this.agreement(region, id);
    const { periods, submitted } = await loadReports(this.dataSource, agreement);
    const today = localDateAt(this.clock.now(), agreement.origin);
    return { items: periods.map((period) => shown(period, submitted.get(period.dueOn), today)) };
  }

  private async agreement(region: string | null, id: string): Promise<Agreement> {
    const [found] = await this.dataSource.query<RowOf<typeof AGREEMENT>[]>(
      ...named(`SELECT ${AGREEMENT.columns} FROM agreement a WHERE ${VISIBLE} AND a.id = :id`, { region, id }),
    );
    if (!found) throw notFound();
    return Agreement.of(found);
  }
}

function shown(period: ReportPeriod, submitted: SubmittedReport | undefined, today: string): ReportView {
  return {
    ...period,
    state: reportState(period, submitted !== undefined, today),
    submittedOn: submitted?.submittedOn ?? null,
    number: submitted?.number ?? null,
    sha256: submitted?.sha256 ?? null,
    submittedBy: submitted?.submittedBy ?? null,
  };
}
