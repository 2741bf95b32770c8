import { ArrayNotEmpty, ArrayUnique, IsIn } from 'class-validator';
import { IsText, MayBeAbsent } from '#platform/http/shapes.js';
import { EVENT_GROUPS, type EventGroup } from './event-groups.js';

export class WebhookDto {
  /** Where to send, e.g. `https://erp.example.id/serap`: https, port 443 or 8443, an address of the public internet. */
  @IsText(500) url: string;
  /** What to hear of; absent: everything. */
  @MayBeAbsent()
  @IsIn(EVENT_GROUPS, { each: true })
  @ArrayUnique()
  @ArrayNotEmpty()
  events?: EventGroup[];
}

export class WebhookStateDto {
  @IsIn(['enabled', 'disabled']) state: 'enabled' | 'disabled';
}
