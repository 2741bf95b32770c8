import { IsIn } from 'class-validator';
import { OnlyWhenEmbedded } from '#platform/context/config-rules.js';
import { ServiceConfig } from '#platform/context/config.js';

/** Settings of order-routing alone. */
export class RoutingConfig extends ServiceConfig {
  /** `yes`: webhooks may go to this machine itself, also by plain http. */
  @IsIn(['yes', 'no'])
  @OnlyWhenEmbedded((value) => value === 'yes')
  SERAP_WEBHOOKS_LOCAL: 'yes' | 'no' = 'no';
}
