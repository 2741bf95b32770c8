import type { ErrorCode } from '#kernel/refusals/codes.js';
import { oneOf, same, type Words, type Language } from '#kernel/refusals/words.js';
import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';
import { NO_CHOICE, type ColumnChoice } from './column-choice.js';
import { headingKey, isMonthFirst, plainText, readHeading, unitInBrackets } from './headings.js';

/** The columns of one kind of file. */
export interface Columns<Field extends string> {
  /** Headings in Indonesian, then in English, then what else offices call them; read without regard to case and spaces. */
  readonly headings: Readonly<Record<Field, readonly string[]>>;
  readonly required: readonly Field[];
  /** Columns of amounts. */
  readonly figures: readonly Field[];
  /** What a cell should hold, said to who filled it in. */
  readonly wanted: Readonly<Record<Language, Readonly<Record<Field, string>>>>;
  /** What is said for a code of this kind of file, in place of the words of every file. */
  readonly byCode?: Readonly<Partial<Record<ErrorCode, Words>>>;
}

/** One column of a file: headings, and what a cell of it should hold, in both languages. */
interface Column extends Words {
  /** In Indonesian, then in English, then what else offices call it; in small letters. */
  readonly headings: readonly string[];
  readonly required?: true;
  /** It holds an amount: what stands in brackets behind its heading may change it. */
  readonly figure?: true;
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
    figures: fields.filter((field) => columns[field].figure),
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

/** The columns of one file. */
export interface FoundColumns<Field extends string> {
  /** What each column holds; null: it is passed over. */
  readonly fields: readonly (Field | null)[];
  /** Unit of the amounts, where their headings say it. */
  readonly unit: string | null;
  /** Headings of columns that are passed over, as they stand in the file. */
  readonly passedOver: readonly string[];
}

/** The columns of a file as they were read, and what is wrong with them. */
export interface ReadColumns<Field extends string> extends FoundColumns<Field> {
  readonly faults: readonly SaidFault[];
}

/**
 * Which field each column holds. A heading may have brackets with a unit, line ends, stars; one that nobody knows is
 * passed over, and its sender is told so. What its sender says of a column goes before what its heading says.
 *
 * @throws DomainError FILE_COLUMNS as readColumns has faults
 */
export function findColumns<Field extends string>(
  columns: Columns<Field>,
  headings: readonly string[],
  choice: ColumnChoice = NO_CHOICE,
): FoundColumns<Field> {
  const { faults, ...found } = readColumns(columns, headings, choice);
  if (faults.length > 0) throw new DomainError('FILE_COLUMNS', {}, faults.slice(0, 100));
  return found;
}

/** As findColumns; its faults: a heading that is there twice, whose brackets may change what it means, or that is missing. */
export function readColumns<Field extends string>(
  columns: Columns<Field>,
  headings: readonly string[],
  choice: ColumnChoice,
): ReadColumns<Field> {
  const read = headings.map(readHeading);
  const named = headings.map((heading) => fieldOf(columns, heading, choice));
  const faults: SaidFault[] = [];
  const fields = named.map((found, index): Field | null => {
    if (!found) return null;
    const same = named.flatMap((other, at) => (other?.field === found.field ? [at] : []));
    // Beside the heading that we give out, another name for the same is a column of the office's own.
    const best = same.filter((at) => named[at]?.rank === Math.min(...same.map((each) => named[each]?.rank ?? 0)));
    if (!best.includes(index)) return null;
    if (best.indexOf(index) > 0) {
      faults.push(faultAt(`/columns/${String(index)}`, says('heading-twice', { heading: headings[index] ?? '' })));
    }
    return found.field;
  });
  const units = fields.map((field, index) => {
    if (field === null) return null;
    const unit = unitInBrackets(read[index]?.inBrackets ?? null);
    return columns.figures.includes(field) || isMonthFirst(read[index]?.inBrackets ?? '') ? unit : null;
  });
  units.forEach((unit, index) => {
    const heading = headings[index] ?? '';
    if (unit === undefined) faults.push(faultAt(`/columns/${String(index)}`, says('heading-brackets', { heading })));
  });
  const said = [...new Set(units.filter((unit) => typeof unit === 'string'))];
  if (said.length > 1) faults.push(faultAt('/columns', says('heading-units', { units: said.join(', ') })));
  for (const field of columns.required) {
    if (fields.includes(field) || choice.values.has(field) || (field === 'unit' && said.length === 1)) continue;
    const wanted = columns.headings[field].slice(0, 2).map((name) => same(`"${name}"`));
    faults.push(faultAt('/columns', says('heading-missing', { heading: oneOf(wanted) })));
  }
  const passedOver = headings.filter(
    (heading, index) => fields[index] === null && !['', ERROR_HEADING].includes(read[index]?.name ?? heading),
  );
  const shown = passedOver.map((heading) => plainText(heading).slice(0, 100));
  return { fields, unit: said[0] ?? null, passedOver: shown, faults };
}

/** How many of the required columns these cells name, and how many nobody says: where the table begins, none. */
export function namedRequired<Field extends string>(
  columns: Columns<Field>,
  headings: readonly string[],
  choice: ColumnChoice,
): { readonly named: number; readonly lacking: number } {
  const found = new Set<string | undefined>(headings.map((heading) => fieldOf(columns, heading, choice)?.field));
  return {
    named: columns.required.filter((field) => found.has(field)).length,
    lacking: columns.required.filter((field) => !found.has(field) && !choice.values.has(field)).length,
  };
}

interface Named<Field extends string> {
  readonly field: Field;
  /** -1: its sender says so; 0 and 1: a name that we give out; then what else it is called. */
  readonly rank: number;
}

function fieldOf<Field extends string>(
  columns: Columns<Field>,
  heading: string,
  { columns: chosen }: ColumnChoice,
): Named<Field> | undefined {
  const said = chosen.get(headingKey(heading));
  if (said === null) return undefined;
  // A field of an earlier release may be gone.
  if (said !== undefined && Object.hasOwn(columns.headings, said)) return { field: said as Field, rank: -1 };
  const { name, inBrackets } = readHeading(heading);
  return fieldNamed(columns, name, inBrackets);
}

function fieldNamed<Field extends string>(
  { headings }: Columns<Field>,
  name: string,
  inBrackets: string | null,
): Named<Field> | undefined {
  if (name === '' || name === ERROR_HEADING) return undefined;
  const tries = [name, name.replace(/ (kg|gram|ton|kuintal|rp|rupiah|idr|orang|hari)$/, '')];
  if (inBrackets !== null) tries.unshift(`${name} ${inBrackets}`);
  for (const [at, text] of tries.entries()) {
    for (const field of Object.keys(headings) as Field[]) {
      const rank = headings[field].indexOf(text);
      if (rank !== -1) return { field, rank: at === 0 && rank < 2 ? 0 : 1 + rank };
    }
  }
  return undefined;
}
