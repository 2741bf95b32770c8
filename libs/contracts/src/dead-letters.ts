import { IsIn, IsOptional, IsString, MaxLength, Matches } from 'class-validator';
import { IsId } from './shapes.js';

/**
 * An event that could not be processed; its payload stays with the consumer. Key: source topic and partition.
 * Owner: the service that could not process it. Subject: `dead-letter:<id>`.
 */
export class DeadLetterRecorded {
  @IsId() deadLetterId: string;
  @IsId() group: string;
  @IsId() sourceTopic: string;
  @Matches(/^\d+$/) sourcePartition: string;
  @Matches(/^\d+$/) sourceOffset: string;
  @IsOptional() @IsId() eventId?: string;
  @IsOptional() @IsString() @MaxLength(300) eventSubject?: string;
  @IsId() code: string;
  @IsString() @MaxLength(2_000) error: string;
}

/**
 * A person had it handled again, or gave it up: nobody has to look at it any more. Key: source topic and partition.
 * Owner: the service that could not process it. Subject: `dead-letter:<id>`.
 */
export class DeadLetterSettled {
  @IsId() deadLetterId: string;
  @IsId() group: string;
  @IsIn(['replayed', 'discarded']) outcome: 'replayed' | 'discarded';
}
