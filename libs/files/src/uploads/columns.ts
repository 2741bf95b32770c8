import type { ErrorCode } from '#kernel/refusals/codes.js';
import { oneOf, same, type Words, type Language } from '#kernel/refusals/words.js';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';

/** The columns of one kind of file. */
export interface Columns<Field extends string> {
  /** Headings in Indonesian, then in English; read without regard to case and spaces. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
  readonly required: readonly Field[];
  /** What a cell should hold, said to who filled it in. */
  readonly wanted: Readonly<Record<Language, Readonly<Record<Field, string>>>>;
  /** What is said for a code of this kind of file, in place of the words of every file. */
  readonly byCode?: Readonly<Partial<Record<ErrorCode, Words>>>;
}

/** One column of a file: headings, and what a cell of it should hold, in both languages. */
interface Column extends Words {
  /** In Indonesian, then in English. */
  readonly headings: readonly string[];
  readonly required?: true;
}

/** The fields of a kind of file. */
export type FieldOf<Of> = Of extends Columns<infer Field> ? Field : never;

/** @param byCode what is said for a code of this kind of file, in place of the words of every file */
export function columnsOf<Field extends string>(
  columns: Readonly<Record<Field, Column>>,
  byCode: Readonly<Partial<Record<ErrorCode, Words>>> = {},
): Columns<Field> {
  const fields = Object.keys(columns) as Field[];
  const each = <Said>(of: (column: Column) => Said): Record<Field, Said> =>
    Object.fromEntries(fields.map((field) => [field, of(columns[field])])) as Record<Field, Said>;
  return {
    headings: each(({ headings }) => headings),
    required: fields.filter((field) => columns[field].required),
    wanted: { id: each(({ id }) => id), en: each(({ en }) => en) },
    byCode,
  };
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
  const faults: SaidFault[] = [];
  const fields = headings.map((heading, index) => {
    const name = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ');
    if (name === '' || name === ERROR_HEADING) return null;
    const field = fieldOf.get(name);
    if (field === undefined) {
      faults.push(faultAt(`/columns/${String(index)}`, says('heading-unknown', { heading: heading.slice(0, 100) })));
      return null;
    }
    return field;
  });
  fields.forEach((field, index) => {
    if (field !== null && fields.indexOf(field) !== index) {
      faults.push(faultAt(`/columns/${String(index)}`, says('heading-twice', { heading: headings[index] ?? '' })));
    }
  });
  for (const field of required) {
    if (!fields.includes(field)) {
      faults.push(
        faultAt('/columns', says('heading-missing', { heading: oneOf(known[field].map((name) => same(`"${name}"`))) })),
      );
    }
  }
  if (faults.length === 0) return fields;
  throw new DomainError('FILE_COLUMNS', {}, faults.slice(0, 100));
}
