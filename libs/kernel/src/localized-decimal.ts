import { DomainError } from './domain-error.js';
import { writtenDecimal, type NumberLocale } from './written-decimal.js';

export * from './written-decimal.js';

/**
 * Reads a decimal as the declared locale writes it; nothing is guessed.
 *
 * @param locale undefined: nothing was declared, so that a separator may mean either
 * @returns the same number for `toBaseUnits`: digits, and a fraction after a dot that cannot be read as thousands
 * @throws DomainError QUANTITY_AMBIGUOUS for a separator without a locale, QUANTITY_INVALID for what is no decimal there
 */
export function readDecimal(text: string, locale: NumberLocale | undefined): string {
  const read = writtenDecimal(text, locale ?? 'en');
  // Digits alone mean the same in every locale.
  if (read === text && /^\d+$/.test(text)) return text;
  if (locale === undefined && /^\d+([.,]\d+)+$/.test(text)) throw new DomainError('QUANTITY_AMBIGUOUS.file', { text });
  if (locale === undefined || read === undefined) throw invalid(text);
  return read;
}

function invalid(text: string): DomainError {
  return new DomainError('QUANTITY_INVALID.locale', { text });
}
