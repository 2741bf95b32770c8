import { IsIn, Validate, ValidatorConstraint, type ValidationArguments } from 'class-validator';
import { ServiceConfig } from '#platform/runtime/config.js';

@ValidatorConstraint({ name: 'onlyWhereTheClockIsSimulated' })
class OnlyWhereTheClockIsSimulated {
  validate(value: unknown, { object }: ValidationArguments): boolean {
    return value !== 'yes' || (object as ServiceConfig).SERAP_SIMULATED_CLOCK === 'yes';
  }
}

/** Settings of order-routing alone. */
export class RoutingConfig extends ServiceConfig {
  /** `yes`: webhooks may go to this machine itself, also by plain http. Never in production. */
  @IsIn(['yes', 'no'])
  @Validate(OnlyWhereTheClockIsSimulated)
  SERAP_WEBHOOKS_LOCAL: 'yes' | 'no' = 'no';
}
