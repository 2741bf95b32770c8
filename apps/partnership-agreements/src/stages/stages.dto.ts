import { IsIn, IsUUID } from 'class-validator';
import { AGREEMENT_STAGES, type AgreementStage } from '#kernel/states.js';
import { IsCalendarDate, IsText, MayBeAbsent } from '#platform/http/shapes.js';

export class StageDto {
  @IsIn(AGREEMENT_STAGES) stage: AgreementStage;
  /** First day in force, in the origin's calendar; with `pks-signed` only. */
  @MayBeAbsent() @IsCalendarDate() effectiveFrom?: string;
  /** Last day in force, inclusive; with `pks-signed` only. */
  @MayBeAbsent() @IsCalendarDate() effectiveTo?: string;
  /** Day on which the PKS was signed; with `pks-signed` only. Absent: today. */
  @MayBeAbsent() @IsCalendarDate() signedOn?: string;
  /** Why it counts from before it was signed, or was signed before it was drafted here; the report shows it. */
  @MayBeAbsent() @IsText(500) backdatingReason?: string;
  /** The council's decision, with `council-approved` and `council-rejected`; absent: the newest that decided nothing yet. */
  @MayBeAbsent() @IsUUID() documentId?: string;
  /** Last day of an agreement that is terminated, inclusive; absent: it ends at once. */
  @MayBeAbsent() @IsCalendarDate() lastDay?: string;
  @MayBeAbsent() @IsText(500) remark?: string;
}
