import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CHUNK_SIZE, Contribution, HeldCertificate, IsCount, IsDate, IsId, IsRegionCode, Nested } from './shapes.js';

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
  @IsIn(['GRAM', 'PAIR', 'PIECE']) unit: 'GRAM' | 'PAIR' | 'PIECE';
  /** The whole lot, in base units: the sum of all contributions. */
  @IsCount() quantity: number;
  @IsDate() producedOn: string;
  /** Absent: does not spoil. */
  @IsOptional() @IsDate() bestBefore?: string;
  /** Rupiah per trade unit (kilogram, pair, piece). */
  @IsCount() floorPrice: number;
  @Nested(HeldCertificate) certificates: HeldCertificate[];
  @IsBoolean() verified: boolean;
  /** The seller agrees beforehand to what is allocated. */
  @IsBoolean() standingConsent: boolean;
  @IsInt() @Min(1) @Max(100_000) chunk: number;
  @IsInt() @Min(1) @Max(100_000) chunks: number;
  @IsCount() contributionsCount: number;
  @Matches(/^[0-9a-f]{64}$/) contributionsHash: string;
  @ArrayMaxSize(CHUNK_SIZE) @Nested(Contribution) contributions: Contribution[];
}
