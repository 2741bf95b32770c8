import { ROWS } from '#kernel/refusals/sentences.js';
import type { ErrorCode } from '#kernel/refusals/codes.js';
import type { Words } from '#kernel/refusals/words.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import { languageOf, type Columns } from './columns.js';

/** What is said by its code, whatever the file is about. */
const BY_CODE: Readonly<Partial<Record<string, Words>>> = ROWS;

/** What is wrong with a cell, or with a row, in the language of the file. */
export function cellMessage<Field extends string>(
  columns: Columns<Field>,
  locale: NumberLocale | undefined,
  {
    code,
    field,
    said,
  }: { readonly code: ErrorCode; readonly field?: Field | undefined; readonly said?: Words | undefined },
  otherwise = '',
): string {
  const language = languageOf(locale);
  if (said) return said[language];
  const told = (columns.byCode?.[code] ?? BY_CODE[code])?.[language];
  return told ?? (field === undefined ? otherwise || code : columns.wanted[language][field]);
}
