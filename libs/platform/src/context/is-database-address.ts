import { ValidateBy } from 'class-validator';
import { parseDatabaseAddress } from '#postgres/address.js';
import { ownWords } from './wrong-setting.js';

/** An address that the driver's connection can be made of: docs/operations.md. */
export function IsDatabaseAddress(): PropertyDecorator {
  return ValidateBy({
    name: 'isDatabaseAddress',
    validator: {
      validate: (value): boolean => troubleOf(value) === undefined,
      defaultMessage: (arguments_) => ownWords(troubleOf(arguments_?.value) ?? ''),
    },
  });
}

/** The words of whoever reads it later; they show no part of the address. */
function troubleOf(value: unknown): string | undefined {
  try {
    parseDatabaseAddress(typeof value === 'string' ? value : '');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
