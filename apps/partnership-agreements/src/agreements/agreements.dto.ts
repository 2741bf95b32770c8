import { IsBoolean, IsIn, Matches } from 'class-validator';
import { AGREEMENT_STAGES, type AgreementStage } from '#kernel/states.js';
import { saying } from '#platform/http/field-rules.js';
import { IsCalendarDate, IsRegion, IsSha256, IsText, IsWhole, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';
import type { DocumentKind } from '../domain/paper.js';
import { REGIMES } from '../domain/regime.js';
import { MOST_REPORT_MONTHS } from '../domain/reporting.js';

export class AgreementDto {
  @IsRegion() partner: string;
  @IsText(300) title: string;
  /** The rules that it is made by. */
  @IsIn(REGIMES) regime: string;
  /** It burdens the public or is not in the budget, so the council (DPRD) has to approve. */
  @IsBoolean() needsCouncil: boolean;
  @MayBeAbsent() @IsText(100) originNumber?: string;
  @MayBeAbsent() @IsText(100) partnerNumber?: string;
  /** Months that a periodic report covers: at least two reports a year. Absent: 6. */
  @MayBeAbsent() @IsWhole(1, MOST_REPORT_MONTHS) reportEveryMonths?: number;
}

const DOCUMENT_KINDS = [
  'joint-agreement-review',
  'joint-agreement',
  'pks-review',
  'pks',
  'council-decision',
  'power-of-attorney',
  'other',
] as const satisfies readonly DocumentKind[];

export class DocumentDto {
  /** A review is the cooperation team's (TKKSD), of the text before it is signed. An addendum is recorded with its terms. */
  @IsIn(DOCUMENT_KINDS) kind: Exclude<DocumentKind, 'addendum'>;
  @MayBeAbsent() @IsText(100) number?: string;
  /** The document itself stays where it is kept; its hash says which one it is. */
  @IsSha256() sha256: string;
}

export class SignatoryDto {
  @IsIn(['origin', 'partner']) side: 'origin' | 'partner';
  @IsText(200) name: string;
  /** A head of region signs by office; a delegate needs a power of attorney. */
  @IsIn(['head-of-region', 'delegate']) office: 'head-of-region' | 'delegate';
  /** Number of the power of attorney: of that document in the file. */
  @MayBeAbsent() @IsText(100) powerOfAttorney?: string;
}

export class RegisterNumberDto {
  @IsIn(['origin', 'partner']) side: 'origin' | 'partner';
  @IsText(100) number: string;
}

export class AgreementsQuery extends PageQuery {
  @MayBeAbsent() @IsIn(AGREEMENT_STAGES) stage?: AgreementStage;
  /** Only those with a periodic report that is due by this day and has not been submitted. */
  @MayBeAbsent() @IsCalendarDate() reportDueBy?: string;
}

export class RegionsQuery {
  /** Part of a name, or the start of a code. */
  @MayBeAbsent() @IsText(100) q?: string;
  /** Codes whose names are wanted, with commas between them. */
  @MayBeAbsent() @Matches(/^\d{2}(\.\d{2}){0,2}(,\d{2}(\.\d{2}){0,2}){0,499}$/, saying('region')) codes?: string;
}
