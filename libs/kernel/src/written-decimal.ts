/** Whose way of writing numbers a file declares: `1.234,5` in id-ID is `1,234.5` in en. */
export const NUMBER_LOCALES = ['id-ID', 'en'] as const;
export type NumberLocale = (typeof NUMBER_LOCALES)[number];

const WRITTEN = {
  'id-ID': { grouped: /^\d{1,3}(\.\d{3})+(,\d{1,9})?$/, plain: /^\d{1,16}(,\d{1,9})?$/, group: '.', point: ',' },
  en: { grouped: /^\d{1,3}(,\d{3})+(\.\d{1,9})?$/, plain: /^\d{1,16}(\.\d{1,9})?$/, group: ',', point: '.' },
} as const;

/**
 * A decimal as the locale writes it, for whom no refusal is needed: pages read what is typed.
 *
 * @returns the same number for `toBaseUnits`; undefined for what is no decimal there
 */
export function writtenDecimal(text: string, locale: NumberLocale): string | undefined {
  if (/^\d{1,16}$/.test(text)) return text;
  const { grouped, plain, group, point } = WRITTEN[locale];
  if (!grouped.test(text) && !plain.test(text)) return undefined;
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
