import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  HOLDS,
  type HoldCause,
  ADJUSTMENTS,
  type Adjustment,
  CERTIFICATE_KINDS,
  type CertificateKind,
  PACKS,
  type Packs,
  UMKM_CLASSES,
  type UmkmClass,
} from '#kernel/states.js';
import { type BaseUnit, BASE_UNITS } from '#kernel/units.js';
import { CHUNK_SIZE, Contribution, HeldCertificate, IsCount, IsDate, IsId, IsRegionCode, Nested } from './shapes.js';

/** What one producer gave to a lot, in base units. */
export class SurplusContribution extends Contribution {
  /** What its goods hold by themselves; absent: what the lot holds. */
  @IsOptional() @Nested(HeldCertificate) certificates?: HeldCertificate[];
}

/** What the goods of one contributor hold by themselves. */
export class PartCertificates {
  @IsId() producerId: string;
  @Nested(HeldCertificate) certificates: HeldCertificate[];
}

/**
 * A lot of surplus is handed to routing, with the right to sell it. Key: origin regency. Owner: producer-registry.
 * Subject: `lot:<id>`; chunk k is version k. The lot opens when chunks 1 … `chunks` are there and
 * `contributionsHash` (SHA-256 over lines `producerId quantity\n` in chunk order) agrees.
 */
export class SurplusDeclared {
  @IsId() lotId: string;
  @IsRegionCode() origin: string;
  /** The single producer, or the aggregator that stands for the contributors. */
  @IsId() sellerId: string;
  @IsBoolean() pooled: boolean;
  @IsId() product: string;
  @IsId() commodity: string;
  @IsIn(BASE_UNITS) unit: BaseUnit;
  /** Base units in a package that is never opened: it is sold in multiples of this. Absent: in any quantity. */
  @IsOptional() @IsInt() @Min(2) @Max(1_000_000_000) sack?: number;
  /** The whole lot, in base units: the sum of all contributions. */
  @IsCount() quantity: number;
  @IsDate() producedOn: string;
  /** Absent: does not spoil. */
  @IsOptional() @IsDate() bestBefore?: string;
  /** Rupiah per trade unit (kilogram, pair, piece). */
  @IsCount() floorPrice: number;
  @Nested(HeldCertificate) certificates: HeldCertificate[];
  /** Certificates that the law names for the product; absent, as the next two: an earlier release declared it. */
  @IsOptional() @ArrayMaxSize(5) @IsIn(CERTIFICATE_KINDS, { each: true }) lawAsksFor?: CertificateKind[];
  /** Packs for final consumers, or large ones that are not sold to them. */
  @IsOptional() @IsIn(PACKS) packs?: Packs;
  /** Class of those who made it, the largest. */
  @IsOptional() @IsIn(UMKM_CLASSES) makers?: UmkmClass;
  @IsBoolean() verified: boolean;
  /** Whose part is not for sale before they are verified: contributors of this chunk, or the seller, who stands for all. */
  @IsOptional()
  @ArrayMaxSize(CHUNK_SIZE + 1)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  heldFor?: string[];
  /** The seller agrees beforehand to what is allocated. */
  @IsBoolean() standingConsent: boolean;
  @IsInt() @Min(1) @Max(100_000) chunk: number;
  @IsInt() @Min(1) @Max(100_000) chunks: number;
  @IsCount() contributionsCount: number;
  @Matches(/^[0-9a-f]{64}$/) contributionsHash: string;
  @ArrayMaxSize(CHUNK_SIZE) @Nested(SurplusContribution) contributions: SurplusContribution[];
}

/** What every later event of a lot says; its subject is the lot's, and its version goes on from the last chunk's. */
class LotChange {
  @IsId() lotId: string;
  @IsRegionCode() origin: string;
}

/**
 * A producer wants stock back; it gets what is free and no promise needs (`lot-request-decided`). Key: origin regency.
 * Owner: producer-registry.
 */
export class SurplusWithdrawalRequested extends LotChange {
  @IsId() requestId: string;
  @IsCount() quantity: number;
  /** The contributor whose part it is; absent: of all of them, in proportion. */
  @IsOptional() @IsId() producerId?: string;
  /** All of it or nothing; absent: as much of it as there is. */
  @IsOptional() @IsBoolean() whole?: boolean;
}

/** A lot is less than was declared, or lost a certificate. Key: origin regency. Owner: producer-registry. */
export class SurplusAdjusted extends LotChange {
  @IsId() requestId: string;
  @IsIn(ADJUSTMENTS) cause: Adjustment;
  /** To write off, in base units, as far as it has not left; 0 where only certificates changed. */
  @IsCount() quantity: number;
  /** All that the whole lot holds now. */
  @Nested(HeldCertificate) certificates: HeldCertificate[];
  /** Contributors who lost a certificate, with what their goods hold now: the others keep theirs. Absent: the whole lot. */
  @IsOptional() @ArrayMaxSize(CHUNK_SIZE) @Nested(PartCertificates) parts?: PartCertificates[];
}

/**
 * Goods hold more than when they were declared: a certificate of their maker or aggregator was verified. Key: origin
 * regency. Owner: producer-registry.
 */
export class SurplusCertified extends LotChange {
  /** All that the whole lot holds now. */
  @Nested(HeldCertificate) certificates: HeldCertificate[];
  /** Contributors whose goods hold other ones by themselves now; who is not named stays as it was. */
  @ArrayMaxSize(CHUNK_SIZE) @Nested(PartCertificates) parts: PartCertificates[];
}

class LotHold extends LotChange {
  @IsIn(HOLDS) cause: HoldCause;
  /** Whose part it is about: the seller's is the whole lot. Absent: the whole lot. */
  @IsOptional() @IsId() producerId?: string;
}

/** Nothing new is bound from it until it is released. Key: origin regency. Owner: producer-registry. */
export class SurplusHeld extends LotHold {}
/** What was held for this cause is for sale again. Key: origin regency. Owner: producer-registry. */
export class SurplusReleased extends LotHold {}
