import { IsString, Matches, MaxLength } from 'class-validator';
import { IsId } from './shapes.js';

/**
 * A partition stands still for a consumer: it is tried again by itself, and somebody has to look. Key: source topic and
 * partition. Owner: the service that consumes it. Subject: `standstill:<id>`.
 */
export class PartitionStopped {
  @IsId() standstillId: string;
  @IsId() group: string;
  @IsId() sourceTopic: string;
  @Matches(/^\d+$/) sourcePartition: string;
  @IsString() @MaxLength(2_000) error: string;
}

/**
 * It goes on: nobody has to look any more. Key: source topic and partition. Owner: the service that consumes it.
 * Subject: `standstill:<id>`.
 */
export class PartitionResumed {
  @IsId() standstillId: string;
  @IsId() group: string;
}
