import { IsIn, IsOptional } from 'class-validator';
import {
  type ProducerStatus,
  type UmkmClass,
  UMKM_CLASSES,
  PRODUCER_STATUSES,
  PRODUCER_KINDS,
  type ProducerKind,
} from '#kernel/states.js';
import { IsCount, IsDate, IsId, IsRegionCode } from './shapes.js';

/** State of one producer or aggregator; ids and counts only, nothing personal. Subject: `producer:<id>`. */
export class ProducerState {
  @IsId() producerId: string;
  @IsIn(PRODUCER_KINDS) kind: ProducerKind;
  @IsRegionCode() origin: string;
  @IsRegionCode() village: string;
  @IsIn(PRODUCER_STATUSES) status: ProducerStatus;
  @IsIn(UMKM_CLASSES) umkmClass: UmkmClass;
  @IsCount() workersTotal: number;
  @IsCount() workersWomen: number;
  /** Workers aged 16 to 30. */
  @IsCount() workersYouth: number;
  /** The producer that it was merged into; absent: it is one by itself. */
  @IsOptional() @IsId() mergedInto?: string;
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
