import { IsIn } from 'class-validator';
import { IsCalendarDate, IsSha256, IsText, MayBeAbsent } from '#platform/http/shapes.js';
import { FILING_KINDS, type FilingKind } from '../domain/filing.js';

export class FilingDto {
  @IsIn(FILING_KINDS) kind: FilingKind;
  /** Number in the office's agenda (nomor agenda); each once for an agreement. */
  @IsText(100) agendaNumber: string;
  /** Day on which it was done; today at the latest. */
  @IsCalendarDate() date: string;
  /** The document that it is about. */
  @MayBeAbsent() @IsSha256() sha256?: string;
  @MayBeAbsent() @IsText(500) note?: string;
}

export class SubmissionDto {
  /** Which report: the day on which it is due. */
  @IsCalendarDate() dueOn: string;
  /** Day on which it was handed in; today at the latest. */
  @IsCalendarDate() submittedOn: string;
  @MayBeAbsent() @IsText(100) number?: string;
  /** The report as it was handed in. */
  @IsSha256() sha256: string;
}
