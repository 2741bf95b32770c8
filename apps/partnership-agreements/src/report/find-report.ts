import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { faultAt, DomainError } from '#kernel/domain-error.js';
import type { AgreementStage } from '#kernel/states.js';
import type { Words } from '#kernel/refusals/words.js';
import { says } from '#kernel/refusals/sentences.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { addDays, daysBetween, endOfLocalDay, localDateAt, startOfLocalDay } from '#kernel/local-date.js';
import type { RowOf } from '#platform/database/table.js';
import { notFound } from '#platform/http/validate.js';
import type { AgreementDetails } from '../domain/agreement.js';
import type { FilingKind } from '../domain/filing.js';
import type { DocumentKind, Side } from '../domain/paper.js';
import { quotaUse, type Cell, type QuotaUse } from '../domain/ledger.js';
import type { Term } from '../domain/term.js';
import { VISIBLE } from '../persistence/visible.js';
import { EDITION_TERM } from '../persistence/tables.js';
import { findDeliveries, type RowDeliveries } from './find-deliveries.js';
import { named } from '#platform/database/sql.js';

/** Longest time that one report covers, and most spent periods that it lists. */
const MAX_DAYS = 366;
const MAX_CELLS = 3_000;

interface Head extends Omit<AgreementDetails, 'originNumber' | 'partnerNumber'> {
  readonly originNumber: string | null;
  readonly partnerNumber: string | null;
  readonly id: string;
  readonly origin: string;
  readonly stage: AgreementStage;
  readonly edition: number;
  readonly effectiveFrom: Date | null;
  readonly effectiveTo: Date | null;
  readonly signedOn: string | null;
  /** Why it counts from before it was signed or drafted. */
  readonly backdatingReason: string | null;
}

/** Rows of an agreement's file up to the report's last day. */
interface Parts {
  readonly stages: readonly { stage: AgreementStage | 'addendum'; at: string; by: string; remark: string | null }[];
  readonly addenda: readonly { edition: number; number: string; at: string; effectiveTo: string }[];
  readonly signatories: readonly {
    side: Side;
    name: string;
    office: string;
    powerOfAttorney: string | null;
    recordedBy: Side;
  }[];
  readonly documents: readonly {
    kind: DocumentKind;
    number: string | null;
    sha256: string;
    side: Side;
    /** Size of the paper that is kept; null: its hash alone is known. */
    bytes: number | null;
    recordedAt: string;
  }[];
  readonly filings: readonly { kind: FilingKind; agendaNumber: string; date: string; note: string | null }[];
  readonly submitted: readonly { dueOn: string; submittedOn: string; number: string | null }[];
}

export interface Report extends Parts {
  readonly agreement: Omit<Head, 'effectiveFrom' | 'effectiveTo'> & {
    /** First and last day in force, inclusive; null before the PKS is signed. */
    readonly effectiveFrom: string | null;
    readonly effectiveTo: string | null;
  };
  readonly from: string;
  readonly to: string;
  readonly madeAt: Date;
  readonly quota: readonly QuotaUse[];
  readonly deliveries: readonly RowDeliveries[];
}

function list(fields: string, from: string, order: string): string {
  return `coalesce((SELECT json_agg(json_build_object(${fields}) ORDER BY ${order}) FROM ${from}), '[]'::json)`;
}

const PARTS = `
${list(`'stage', stage, 'at', at, 'by', by, 'remark', remark`, 'stage_reached x WHERE x.agreement_id = $1 AND at < $2', 'number')} AS stages,
${list(
  `'edition', number, 'number', document_number, 'at', recorded_at, 'effectiveTo', effective_to`,
  'edition x WHERE x.agreement_id = $1 AND recorded_at < $2 AND number > 1',
  'number',
)} AS addenda,
${list(
  `'side', side, 'name', name, 'office', office, 'powerOfAttorney', power_of_attorney, 'recordedBy', recorded_by`,
  'signatory x WHERE x.agreement_id = $1',
  'id',
)} AS signatories,
${list(
  `'kind', kind, 'number', number, 'sha256', sha256, 'side', side, 'bytes', bytes, 'recordedAt', recorded_at`,
  'document x WHERE x.agreement_id = $1 AND recorded_at < $2',
  'id',
)} AS documents,
${list(
  `'kind', kind, 'agendaNumber', agenda_number, 'date', date::text, 'note', note`,
  'filing x WHERE x.agreement_id = $1 AND recorded_at < $2',
  'date, id',
)} AS filings,
${list(
  `'dueOn', due_on::text, 'submittedOn', submitted_on::text, 'number', number`,
  'report_submitted x WHERE x.agreement_id = $1 AND recorded_at < $2',
  'due_on',
)} AS submitted`;

/** The periodic report (pelaporan) of an agreement, for its parties. `region` null: operations. */
@Injectable()
export class FindReport {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError NOT_FOUND, INVALID for the period */
  async run(region: string | null, id: string, { from, to }: { from: string; to: string }): Promise<Report> {
    const days = daysBetween(from, to) + 1;
    if (days < 1) refusePeriod(says('before-from'));
    if (days > MAX_DAYS) refusePeriod(says('too-long-period', { n: MAX_DAYS }));
    const [head]: Head[] = await this.dataSource.query(
      ...named(
        `SELECT a.id, a.origin, a.partner, a.title, a.regime, a.needs_council AS "needsCouncil",
              a.origin_number AS "originNumber", a.partner_number AS "partnerNumber", a.stage, a.edition,
              a.effective_from AS "effectiveFrom", a.effective_to AS "effectiveTo",
              a.signed_on::text AS "signedOn", a.backdating_reason AS "backdatingReason"
       FROM agreement a WHERE ${VISIBLE} AND a.id = :id`,
        { region, id },
      ),
    );
    if (!head) throw notFound();
    const end = endOfLocalDay(to, head.origin);
    const [parts]: [Parts] = await this.dataSource.query(`SELECT ${PARTS}`, [id, end]);
    const { effectiveFrom, effectiveTo, ...agreement } = head;
    const lastDay = (at: Date | null): string | null => at && addDays(localDateAt(at, head.origin), -1);
    return {
      agreement: {
        ...agreement,
        effectiveFrom: effectiveFrom && localDateAt(effectiveFrom, head.origin),
        effectiveTo: lastDay(effectiveTo),
      },
      from,
      to,
      madeAt: this.clock.now(),
      ...parts,
      addenda: parts.addenda.map((one) => ({ ...one, effectiveTo: lastDay(new Date(one.effectiveTo)) ?? '' })),
      deliveries: await findDeliveries(this.dataSource, id, { from: startOfLocalDay(from, head.origin), to: end }),
      quota: quotaUse(await this.terms(id, end), await this.cells(id, from, to), from, to),
    };
  }

  /** Rows of every edition up to then, each as its latest edition has it. */
  private terms(id: string, end: Date): Promise<Term[]> {
    return this.dataSource.query<RowOf<typeof EDITION_TERM>[]>(
      `SELECT * FROM (
         SELECT DISTINCT ON (t.id) ${EDITION_TERM.columns}
         FROM edition_term t JOIN edition e ON e.agreement_id = t.agreement_id AND e.number = t.edition
         WHERE t.agreement_id = $1 AND e.recorded_at < $2
         ORDER BY t.id, t.edition DESC) latest
       ORDER BY destination, commodity, id`,
      [id, end],
    );
  }

  private async cells(id: string, from: string, to: string): Promise<Cell[]> {
    const cells: Cell[] = await this.dataSource.query(
      `SELECT term_id AS "termId", period, capacity, consumed FROM quota_cell
       WHERE agreement_id = $1 AND (period = 'whole' OR period BETWEEN $2 AND $3) LIMIT $4`,
      // A period that began before may reach into it: a year at the most.
      [id, addDays(from, -366), to, MAX_CELLS + 1],
    );
    if (cells.length > MAX_CELLS) refusePeriod(says('too-many-cells'));
    return cells;
  }
}

function refusePeriod(said: Words): never {
  throw new DomainError('INVALID.period', {}, [faultAt('/to', said)]);
}
