import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { ServiceConfig } from '#platform/context/config.js';

export class AgreementsConfig extends ServiceConfig {
  /** Milliseconds between looks for agreements whose start or end has come. */
  @Type(() => Number) @IsInt() @Min(50) @Max(60_000) SERAP_DUE_POLL_MS = 1_000;
}
