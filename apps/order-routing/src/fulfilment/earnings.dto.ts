import { IsIn, IsUUID, Matches } from 'class-validator';
import type { AllocationStatus } from '#kernel/states.js';
import { saying } from '#platform/http/field-rules.js';
import { MayBeAbsent, PageQuery } from '#platform/http/shapes.js';
import { ALLOCATION_STEPS } from '../domain/ledger/allocation-steps.js';

const STATUSES = Object.keys(ALLOCATION_STEPS) as AllocationStatus[];

export class AllocationsQuery extends PageQuery {
  @MayBeAbsent() @IsIn(STATUSES) status?: AllocationStatus;
  @MayBeAbsent() @IsUUID() lot?: string;
  @MayBeAbsent() @IsUUID('all') order?: string;
  /** Only what this producer has a share in. */
  @MayBeAbsent() @IsUUID() contributor?: string;
}

/** A settlement line has no id of its own: its cursor is its allocation and its place in it. */
export class SettlementLinesQuery extends PageQuery {
  @MayBeAbsent()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.\d{1,6}$/, saying('cursor'))
  declare cursor?: string;
  @MayBeAbsent() @IsUUID() producer?: string;
}
