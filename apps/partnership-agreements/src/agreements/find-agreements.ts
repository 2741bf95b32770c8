import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '#kernel/refusals/words.js';
import type { Fault } from '#kernel/domain-error.js';
import { BusinessClock } from '#kernel/business-clock.js';
import { addDays, localDateAt } from '#kernel/local-date.js';
import type { JsonOf, RowOf } from '#platform/database/table.js';
import { pageOf, type Page } from '#platform/http/shapes.js';
import { notFound } from '#platform/http/validate.js';
import { missingFor, type Requirement } from '../domain/guards.js';
import type { DocumentKind, Side } from '../domain/paper.js';
import { nextSteps, type Stage } from '../domain/stage.js';
import type { Term } from '../domain/term.js';
import { AGREEMENT, DOCUMENT, SIGNATORY, STAGE_REACHED, TERM } from '../persistence/tables.js';
import { VISIBLE } from '../persistence/visible.js';
import { named } from '#platform/database/sql.js';

export interface AgreementView {
  readonly id: string;
  readonly origin: string;
  readonly partner: string;
  readonly title: string;
  readonly regime: string;
  readonly needsCouncil: boolean;
  readonly originNumber: string | null;
  readonly partnerNumber: string | null;
  readonly stage: Stage;
  readonly edition: number;
  /** First and last day in force, inclusive; null before the PKS is signed. */
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  /** Day on which the PKS was signed; null before that, and where nobody said it. */
  readonly signedOn: string | null;
  /** Why it counts from before it was signed or drafted; null: it does not. */
  readonly backdatingReason: string | null;
  /** Its end has been recorded and lies ahead. */
  readonly terminating: boolean;
  readonly reportEveryMonths: number;
  /** Due day of the first periodic report that has not been submitted; null: none is owed. */
  readonly reportDueOn: string | null;
  /** That day has passed, at the origin. */
  readonly reportOverdue: boolean;
  readonly version: number;
}

/** What belongs to an agreement's file. */
interface Parts {
  readonly terms: readonly Term[];
  readonly documents: readonly {
    readonly id: string;
    readonly kind: DocumentKind;
    readonly number: string | null;
    readonly sha256: string;
    /** Who recorded it. */
    readonly side: Side;
    /** Size of the paper that is kept; null: its hash alone is known. */
    readonly bytes: number | null;
    readonly recordedAt: string;
  }[];
  readonly signatories: readonly {
    readonly id: string;
    readonly side: Side;
    readonly name: string;
    readonly office: 'head-of-region' | 'delegate';
    readonly powerOfAttorney: string | null;
    /** Which side recorded it: its own, or the other one on the signed paper. */
    readonly recordedBy: Side;
  }[];
  readonly history: readonly {
    readonly number: number;
    readonly stage: Stage | 'addendum';
    readonly at: string;
    readonly by: string;
    readonly remark: string | null;
    /** The paper that it was taken on: a decision of the council. */
    readonly documentId: string | null;
  }[];
}

export interface AgreementFile extends AgreementView, Parts {
  /** Stages that may come next, each with what its guards still miss. */
  readonly next: readonly { readonly stage: Stage; readonly missing: readonly Missing[] }[];
}

/** What is missing for a step, and where in the agreement's file, in the language of its reader. */
export interface Missing extends Fault {
  readonly lack: Requirement;
}

type Row = RowOf<typeof AGREEMENT>;
interface FileRow extends Row {
  readonly terms: readonly JsonOf<typeof TERM>[];
  readonly documents: readonly JsonOf<typeof DOCUMENT>[];
  readonly signatories: readonly JsonOf<typeof SIGNATORY>[];
  readonly history: readonly JsonOf<typeof STAGE_REACHED>[];
}

/** Rows of a table that belong to the agreement, as a JSON list. */
function list({ name, json }: { readonly name: string; readonly json: string }, order: string): string {
  return `coalesce((SELECT json_agg(${json} ORDER BY ${order}) FROM ${name} x WHERE x.agreement_id = a.id), '[]'::json)`;
}

const PARTS = `${list(TERM, 'id')} AS terms, ${list(DOCUMENT, 'id')} AS documents,
  ${list(SIGNATORY, 'id')} AS signatories, ${list(STAGE_REACHED, 'number')} AS history`;

/** Reads of agreements by their parties. `region` null: operations. */
@Injectable()
export class FindAgreements {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: BusinessClock,
  ) {}

  async list(
    region: string | null,
    filter: {
      readonly limit: number;
      readonly cursor?: string;
      readonly stage?: string;
      readonly reportDueBy?: string;
    },
  ): Promise<Page<AgreementView>> {
    const { limit, cursor, stage, reportDueBy } = filter;
    const rows = await this.dataSource.query<Row[]>(
      ...named(
        `SELECT ${AGREEMENT.columns} FROM agreement a
         WHERE ${VISIBLE} AND (:cursor::uuid IS NULL OR a.id > :cursor) AND (:stage::text IS NULL OR a.stage = :stage)
           AND (:reportDueBy::date IS NULL OR a.report_due_on <= :reportDueBy)
         ORDER BY a.id LIMIT :most`,
        { region, cursor, stage, reportDueBy, most: limit + 1 },
      ),
    );
    const now = this.clock.now();
    return pageOf(
      rows.map((row) => inDays(row, now)),
      limit,
    );
  }

  /**
   * The whole file, with what is missing for each next step.
   *
   * @throws DomainError NOT_FOUND
   */
  async one(region: string | null, id: string, language: Language): Promise<AgreementFile> {
    const rows = await this.dataSource.query<FileRow[]>(
      ...named(`SELECT ${AGREEMENT.columns}, ${PARTS} FROM agreement a WHERE ${VISIBLE} AND a.id = :id`, {
        region,
        id,
      }),
    );
    const row = rows[0];
    if (!row) throw notFound();
    const dossier = { ...row, termsCount: row.terms.length };
    const next = nextSteps(row.stage).map(({ to, guards }) => ({
      stage: to,
      missing: missingFor(guards, dossier).map(({ lack, pointer, said }) => ({
        lack,
        pointer,
        message: said[language],
      })),
    }));
    return { ...inDays(row, this.clock.now()), next };
  }
}

/** In the API the last day is inclusive; stored is the midnight after it. */
function inDays<R extends Row>(row: R, now: Date): Omit<R, 'effectiveFrom' | 'effectiveTo'> & AgreementView {
  const { effectiveFrom, effectiveTo, ...rest } = row;
  return {
    ...rest,
    effectiveFrom: effectiveFrom && localDateAt(effectiveFrom, row.origin),
    effectiveTo: effectiveTo && addDays(localDateAt(effectiveTo, row.origin), -1),
    reportOverdue: row.reportDueOn !== null && row.reportDueOn < localDateAt(now, row.origin),
  };
}
