import { Type } from 'class-transformer';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { ServiceConfig } from '#platform/runtime/config.js';

export class RegistryConfig extends ServiceConfig {
  /** Key for personal data at rest (NIK): 32 bytes as 64 hexadecimal digits. Losing it loses the numbers. */
  @Matches(/^[0-9a-f]{64}$/) SERAP_PERSONAL_DATA_KEY: string;
  /** Milliseconds between looks for statements that have to be repeated for a new day. */
  @Type(() => Number) @IsInt() @Min(50) @Max(60_000) SERAP_DUE_POLL_MS = 1_000;
}
