import { IsCode } from '#platform/http/shapes.js';

export class ApiKeyDto {
  /** The partner's own system that will use it, e.g. `gudang`. What it sends is known by this name, whichever key it uses. */
  @IsCode() system: string;
}
