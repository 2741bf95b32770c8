import { IsRegion, MayBeAbsent } from '#platform/http/shapes.js';

export class StartRunDto {
  /** Origin regency. Default: the caller's own. */
  @MayBeAbsent() @IsRegion() origin?: string;
}
