import { table } from '#platform/database/table.js';
import type { AgreementRecord } from '../domain/agreement.js';
import type { FilingKind } from '../domain/filing.js';
import type { DocumentKind, Side } from '../domain/paper.js';
import type { Stage } from '../domain/stage.js';
import type { WholeTerm } from '../domain/term.js';

/** How an agreement's file lies in tables. */

export const AGREEMENT = table<AgreementRecord>()({
  name: 'agreement',
  key: ['id'],
  fields: {
    id: 'text',
    origin: 'text',
    partner: 'text',
    title: 'text',
    regime: 'text',
    needsCouncil: 'boolean',
    originNumber: 'text?',
    partnerNumber: 'text?',
    stage: 'text',
    edition: 'integer',
    effectiveFrom: 'instant?',
    effectiveTo: 'instant?',
    signedOn: 'date?',
    backdatingReason: 'text?',
    terminating: 'boolean',
    reportEveryMonths: 'integer',
    reportDueOn: 'date?',
    version: 'integer',
  },
});

const termOf = table<WholeTerm>();
const TERM_FIELDS = {
  id: 'text',
  destination: 'text',
  commodity: 'text',
  unit: 'text',
  quota: 'integer',
  quotaKind: 'text',
  period: 'text',
  minimumLot: 'integer',
  reserved: 'integer',
  releaseHour: 'integer',
  priceBand: {
    read: (of: string) => `CASE WHEN ${of}minimum_price IS NOT NULL
      THEN json_build_object('minimum', ${of}minimum_price, 'maximum', ${of}maximum_price) END`,
    columns: {
      minimum_price: { kind: 'integer?', of: (band: WholeTerm['priceBand']) => band?.minimum },
      maximum_price: { kind: 'integer?', of: (band: WholeTerm['priceBand']) => band?.maximum },
    },
  },
  freight: 'integer',
  transitDays: 'integer',
  paymentDays: 'integer?',
  loadTolerance: 'integer?',
  certificates: 'texts',
} as const;

/** The quota table as it stands. */
export const TERM = termOf({ name: 'term', key: ['id'], beside: ['agreement_id'], fields: TERM_FIELDS });

/** The quota table as it was signed with each edition. */
export const EDITION_TERM = termOf({
  name: 'edition_term',
  key: ['agreement_id', 'edition', 'id'],
  beside: ['agreement_id', 'edition'],
  fields: TERM_FIELDS,
});

/** An edition of a signed agreement, the PKS itself or an addendum. */
export interface EditionRecord {
  readonly edition: number;
  readonly effectiveTo: Date;
  readonly number: string | null;
  readonly sha256: string | null;
  readonly at: Date;
  readonly by: string;
  readonly remark: string | null;
}

export const EDITION = table<EditionRecord>()({
  name: 'edition',
  key: ['agreement_id', 'number'],
  beside: ['agreement_id'],
  fields: {
    edition: { column: 'number', kind: 'integer' },
    effectiveTo: 'instant',
    number: { column: 'document_number', kind: 'text?' },
    sha256: 'text?',
    at: { column: 'recorded_at', kind: 'instant' },
    by: { column: 'recorded_by', kind: 'text' },
    remark: 'text?',
  },
});

/** A document that exists, by its hash. */
interface DocumentRecord {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly sha256: string;
  /** Who recorded it. */
  readonly side: Side;
  /** Of the paper that is kept; null: its hash alone is known. */
  readonly bytes: number | null;
  readonly recordedAt: Date;
}

export const DOCUMENT = table<DocumentRecord>()({
  name: 'document',
  key: ['id'],
  beside: ['agreement_id', 'recorded_by'],
  fields: {
    id: 'text',
    kind: 'text',
    number: 'text?',
    sha256: 'text',
    side: 'text',
    bytes: 'integer?',
    recordedAt: 'instant',
  },
});

/** Who signs, and by what right. */
interface SignatoryRecord {
  readonly id: string;
  readonly side: Side;
  readonly name: string;
  readonly office: 'head-of-region' | 'delegate';
  readonly powerOfAttorney: string | null;
  /** Which side recorded it: its own, or the other one on the signed paper. */
  readonly recordedBy: Side;
}

export const SIGNATORY = table<SignatoryRecord>()({
  name: 'signatory',
  key: ['id'],
  beside: ['agreement_id'],
  fields: { id: 'text', side: 'text', name: 'text', office: 'text', powerOfAttorney: 'text?', recordedBy: 'text' },
});

/** A step that was taken; an addendum stands among the stages. */
interface StageReached {
  readonly number: number;
  readonly stage: Stage | 'addendum';
  readonly at: Date;
  readonly by: string;
  readonly remark: string | null;
  /** The paper that it was taken on: a decision of the council. */
  readonly documentId: string | null;
}

export const STAGE_REACHED = table<StageReached>()({
  name: 'stage_reached',
  key: ['agreement_id', 'number'],
  beside: ['agreement_id'],
  fields: { number: 'integer', stage: 'text', at: 'instant', by: 'text', remark: 'text?', documentId: 'text?' },
});

/** What the office did with an agreement's documents. */
interface FilingRecord {
  readonly id: string;
  readonly kind: FilingKind;
  readonly agendaNumber: string;
  readonly date: string;
  readonly sha256: string | null;
  readonly note: string | null;
  readonly filedBy: string;
  readonly recordedAt: Date;
}

export const FILING = table<FilingRecord>()({
  name: 'filing',
  key: ['id'],
  beside: ['agreement_id'],
  fields: {
    id: 'text',
    kind: 'text',
    agendaNumber: 'text',
    date: 'date',
    sha256: 'text?',
    note: 'text?',
    filedBy: 'text',
    recordedAt: 'instant',
  },
});

/** A periodic report as it was handed in. */
export interface SubmittedReport {
  readonly dueOn: string;
  readonly submittedOn: string;
  readonly number: string | null;
  readonly sha256: string;
  readonly submittedBy: string;
}

export const REPORT_SUBMITTED = table<SubmittedReport>()({
  name: 'report_submitted',
  key: ['agreement_id', 'due_on'],
  beside: ['agreement_id', 'recorded_at'],
  fields: { dueOn: 'date', submittedOn: 'date', number: 'text?', sha256: 'text', submittedBy: 'text' },
});
