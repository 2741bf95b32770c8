import { buildMessage, ValidateBy } from 'class-validator';

/** A number above 0, or its decimal text; what it means in base units is judged with its unit (quantity.ts). */
export function IsDecimal(): PropertyDecorator {
  return ValidateBy({
    name: 'isDecimal',
    validator: {
      validate: (value: unknown) =>
        (typeof value === 'number' && Number.isFinite(value) && value > 0 && value <= Number.MAX_SAFE_INTEGER) ||
        (typeof value === 'string' && /^\d{1,16}([.,]\d{1,9})*$/.test(value)),
      defaultMessage: buildMessage((each) => `${each}$property must be a number above 0, such as 12.5`),
    },
  });
}
