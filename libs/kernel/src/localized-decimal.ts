import { DomainError } from './domain-error.js';

/** Whose way of writing numbers a file declares: `1.234,5` in id-ID is `1,234.5` in en. */
export const NUMBER_LOCALES = ['id-ID', 'en'] as const;
export type NumberLocale = (typeof NUMBER_LOCALES)[number];

const WRITTEN = {
  'id-ID': { grouped: /^\d{1,3}(\.\d{3})+(,\d{1,9})?$/, plain: /^\d{1,16}(,\d{1,9})?$/, group: '.', point: ',' },
  en: { grouped: /^\d{1,3}(,\d{3})+(\.\d{1,9})?$/, plain: /^\d{1,16}(\.\d{1,9})?$/, group: ',', point: '.' },
} as const;

/**
 * Reads a decimal as the declared locale writes it; nothing is guessed.
 *
 * @param locale undefined: nothing was declared, so that a separator may mean either
 * @returns the same number for `toBaseUnits`: digits, and a fraction after a dot that cannot be read as thousands
 * @throws DomainError QUANTITY_AMBIGUOUS for a separator without a locale, QUANTITY_INVALID for what is no decimal there
 */
export function readDecimal(text: string, locale: NumberLocale | undefined): string {
  if (/^\d{1,16}$/.test(text)) return text;
  if (locale === undefined) {
    if (/^\d+([.,]\d+)+$/.test(text)) {
      throw new DomainError('QUANTITY_AMBIGUOUS.file', { text });
    }
    throw invalid(text);
  }
  const { grouped, plain, group, point } = WRITTEN[locale];
  if (!grouped.test(text) && !plain.test(text)) throw invalid(text);
  return unambiguous(text.replaceAll(group, '').replace(point, '.'));
}

/**
 * A decimal with a dot, such as a spreadsheet stores, in the form that `toBaseUnits` takes: `1.234` (a fraction) becomes
 * `1.2340`, which nobody reads as thousands.
 */
export function unambiguous(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const significant = fraction.replace(/0+$/, '');
  if (significant === '') return whole;
  return `${whole}.${significant}${significant.length === 3 ? '0' : ''}`;
}

function invalid(text: string): DomainError {
  return new DomainError('QUANTITY_INVALID.locale', { text });
}
