import { buildMessage, ValidateBy } from 'class-validator';

/** A number above 0, or its decimal text; what it means in base units is judged with its unit (quantity.ts). */
export const IsDecimal = (): PropertyDecorator => decimal('isDecimal', (value) => value > 0);

/** The same where it may be 0: what was counted, and was not there. */
export const IsDecimalOrZero = (): PropertyDecorator => decimal('isDecimalOrZero', (value) => value >= 0);

function decimal(name: 'isDecimal' | 'isDecimalOrZero', isPossible: (value: number) => boolean): PropertyDecorator {
  return ValidateBy({
    name,
    validator: {
      validate: (value: unknown) =>
        (typeof value === 'number' &&
          Number.isFinite(value) &&
          isPossible(value) &&
          value <= Number.MAX_SAFE_INTEGER) ||
        (typeof value === 'string' && /^\d{1,16}([.,]\d{1,9})*$/.test(value)),
      defaultMessage: buildMessage((each) => `${each}$property must be a number, such as 12.5`),
    },
  });
}
