import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { ServiceConfig } from '#platform/context/config.js';

export class RegistryConfig extends ServiceConfig {
  /** Milliseconds between looks for statements that have to be repeated for a new day. */
  @Type(() => Number) @IsInt() @Min(50) @Max(60_000) SERAP_DUE_POLL_MS = 1_000;
}
