import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import {
  type CertificateStatus,
  CERTIFICATE_STATUSES,
  CERTIFICATE_KINDS,
  type CertificateKind,
} from '#kernel/states.js';
import { IsCalendarDate, IsCode, IsText, MayBeAbsent, PageQuery } from '#platform/http/shapes.js';

export class CertificateDto {
  @IsIn(CERTIFICATE_KINDS) kind: CertificateKind;
  /** As it is written: it is kept in one shape. */
  @IsText(80) number: string;
  /** Commodities that it covers; empty: all of its holder. */
  @IsArray() @ArrayMaxSize(50) @IsCode({ each: true }) products: string[];
  @IsCalendarDate() issued: string;
  /** Last day on which it holds. */
  @MayBeAbsent() @IsCalendarDate() until?: string;
  /** Of the certificate of a group: members whose goods it covers. Absent: all that its holder sells. */
  @MayBeAbsent() @IsArray() @ArrayMaxSize(5_000) @IsUUID('all', { each: true }) members?: string[];
}

export class CertificatesQuery extends PageQuery {
  @MayBeAbsent() @IsUUID() producer?: string;
  @MayBeAbsent() @IsIn(CERTIFICATE_STATUSES) status?: CertificateStatus;
  /** Only those that end on or before this day. */
  @MayBeAbsent() @IsCalendarDate() endingBy?: string;
}

/** Verified certificates that end soon or have ended lately, the next to end first. */
export class EndingQuery extends PageQuery {
  /** Days from today, by the calendar of the region. */
  @Type(() => Number) @IsInt() @Min(0) @Max(3_660) days = 90;
  /** Also those that ended up to this many days ago. */
  @Type(() => Number) @IsInt() @Min(0) @Max(3_660) past = 0;
}
