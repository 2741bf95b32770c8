import { ValidateBy } from 'class-validator';
import { parseDatabaseAddress } from '#postgres/address.js';

/** An address that the driver's connection can be made of: docs/operations.md. */
export function IsDatabaseAddress(): PropertyDecorator {
  return ValidateBy({
    name: 'isDatabaseAddress',
    validator: {
      validate: (value): boolean => {
        try {
          parseDatabaseAddress(String(value));
          return typeof value === 'string';
        } catch {
          return false;
        }
      },
      defaultMessage: () => 'must be postgresql://user:password@host:5432/database',
    },
  });
}
