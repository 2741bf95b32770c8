import { IsIn, IsOptional } from 'class-validator';
import { MERGE_FAULTS, type MergeFault } from '#kernel/states.js';
import { IsId, IsRegionCode } from './shapes.js';

/** Two registrations of one producer; what belongs to the duplicate becomes that of the one that stays. Subject: `merge:<id>`. */
class Merge {
  @IsId() mergeId: string;
  @IsRegionCode() origin: string;
  @IsId() duplicateId: string;
  @IsId() keepId: string;
}

/**
 * An officer has said that two are one; routing, which has the goods and the money, decides (`merge-decided`). Key: origin
 * regency. Owner: producer-registry.
 */
export class MergeRequested extends Merge {}

/**
 * What became of a merge, whole or not at all. From a `done` on routing knows the goods, shares, earnings and payouts of the
 * duplicate by the id of the one that stays. Key: origin regency. Owner: order-routing.
 */
export class MergeDecided extends Merge {
  @IsIn(['done', 'refused']) outcome: 'done' | 'refused';
  /** Why it is refused; absent: it is done. */
  @IsOptional() @IsIn(MERGE_FAULTS) reason?: MergeFault;
}
