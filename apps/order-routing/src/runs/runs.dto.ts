import { IsOptional } from 'class-validator';
import { IsRegion } from '#platform/http/shapes.js';

export class StartRunDto {
  /** Origin regency. Default: the caller's own. */
  @IsOptional() @IsRegion() origin?: string;
}
