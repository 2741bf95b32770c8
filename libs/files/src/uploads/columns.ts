import { DomainError, type Fault } from '#kernel/domain-error.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';

type Language = 'id' | 'en';

/** The columns of one kind of file. */
export interface Columns<Field extends string> {
  /** Headings in Indonesian, then in English; read without regard to case and spaces. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
  readonly required: readonly Field[];
  /** What a cell should hold, said to who filled it in. */
  readonly wanted: Readonly<Record<Language, Readonly<Record<Field, string>>>>;
  /** What is said for a code of this kind of file, in place of the words of every file. */
  readonly byCode?: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

export function languageOf(locale: NumberLocale | undefined): Language {
  // Indonesian comes first everywhere.
  return locale === 'en' ? 'en' : 'id';
}

/** The column that our own error files add: such a file can be corrected and sent again. */
export const ERROR_HEADING = 'kesalahan';

/**
 * Which field each column holds; null for the column of errors and for columns without a heading.
 *
 * @throws DomainError FILE_COLUMNS for a heading that is unknown or there twice, and for one that is missing: a column
 *   that is passed over in silence would be an entry other than the one meant
 */
export function fieldsOf<Field extends string>(
  { headings: known, required }: Columns<Field>,
  headings: readonly string[],
): (Field | null)[] {
  const fieldOf = new Map(
    (Object.keys(known) as Field[]).flatMap((field) => known[field].map((name) => [name, field] as const)),
  );
  const faults: Fault[] = [];
  const fields = headings.map((heading, index) => {
    const name = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ');
    if (name === '' || name === ERROR_HEADING) return null;
    const field = fieldOf.get(name);
    if (field === undefined) {
      faults.push({ pointer: `/columns/${String(index)}`, message: `"${heading.slice(0, 100)}" is no known heading` });
      return null;
    }
    return field;
  });
  fields.forEach((field, index) => {
    if (field !== null && fields.indexOf(field) !== index)
      faults.push({ pointer: `/columns/${String(index)}`, message: `"${headings[index] ?? ''}" stands there twice` });
  });
  for (const field of required) {
    if (!fields.includes(field))
      faults.push({ pointer: '/columns', message: `"${known[field].join('" or "')}" is missing` });
  }
  if (faults.length === 0) return fields;
  throw new DomainError('FILE_COLUMNS', 'The first row must hold the headings; see errors.', faults.slice(0, 100));
}
