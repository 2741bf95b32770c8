import { IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDate, IsId, IsRegionCode } from './shapes.js';

export const PRODUCER_STATUSES = ['draft', 'verified', 'suspended', 'closed'] as const;
export type ProducerStatus = (typeof PRODUCER_STATUSES)[number];

/** State of one producer or aggregator; ids and counts only, nothing personal. Subject: `producer:<id>`. */
export class ProducerState {
  @IsId() producerId: string;
  @IsIn(['producer', 'aggregator']) kind: 'producer' | 'aggregator';
  @IsRegionCode() origin: string;
  @IsRegionCode() village: string;
  @IsIn(PRODUCER_STATUSES) status: ProducerStatus;
  @IsIn(['micro', 'small', 'medium']) umkmClass: 'micro' | 'small' | 'medium';
  @IsCount() workersTotal: number;
  @IsCount() workersWomen: number;
  /** Workers aged 16 to 30. */
  @IsCount() workersYouth: number;
}

/** Key: origin regency. Owner: producer-registry. */
export class ProducerRegistered extends ProducerState {}
/** Key: origin regency. Owner: producer-registry. */
export class ProducerVerified extends ProducerState {}
/** Key: origin regency. Owner: producer-registry. Nothing of this producer is promised until it is verified again. */
export class ProducerSuspended extends ProducerState {}

/** State of one certificate. Subject: `certificate:<id>`. */
export class CertificateState {
  @IsId() certificateId: string;
  @IsId() producerId: string;
  @IsRegionCode() origin: string;
  @IsId() kind: string;
  /** Last day on which it holds; absent: no end. */
  @IsOptional() @IsDate() until?: string;
}

/** Key: origin regency. Owner: producer-registry. */
export class CertificateVerified extends CertificateState {}
/** Key: origin regency. Owner: producer-registry. */
export class CertificateRevoked extends CertificateState {}
