import { says } from '#kernel/refusals/sentences.js';
import { DomainError, faultAt, type SaidFault } from '#kernel/domain-error.js';
import { headingKey } from './headings.js';

/** Most headings and values that are said of one file. */
const MOST_SAID = 200;
const LONGEST = 500;

/** What the sender of a file says of its columns, where their headings do not say it. */
export interface ColumnChoice {
  /** Field that a column holds, by its heading as `headingKey` has it; null: it is passed over. */
  readonly columns: ReadonlyMap<string, string | null>;
  /** What every row says of a field that has no column. */
  readonly values: ReadonlyMap<string, string>;
}

export const NO_CHOICE: ColumnChoice = { columns: new Map(), values: new Map() };

/**
 * Reads what was said with a file.
 *
 * @param fields of this kind of file; @param columns JSON object: name of a field, or null, by heading; @param values JSON object: text by name of a field
 * @throws DomainError INVALID for what is no such object, and for a field that this kind of file does not have
 */
export function readChoice(
  fields: readonly string[],
  columns: string | undefined,
  values: string | undefined,
): ColumnChoice {
  const faults: SaidFault[] = [];
  const chosen = entriesOf(columns, '/columns', faults).map(
    ([heading, field]) => [headingKey(heading), field] as const,
  );
  const said = entriesOf(values, '/values', faults);
  const unknown = says('one-of-fields', { names: fields.join(', ') });
  if (chosen.some(([, field]) => field !== null && !fields.includes(field))) faults.push(faultAt('/columns', unknown));
  if (said.some(([field]) => !fields.includes(field))) faults.push(faultAt('/values', unknown));
  if (faults.length > 0) throw new DomainError('INVALID', {}, faults);
  const isSaid = (entry: [string, string | null]): entry is [string, string] => entry[1] !== null;
  return { columns: new Map(chosen), values: new Map(said.filter(isSaid)) };
}

function entriesOf(json: string | undefined, pointer: string, faults: SaidFault[]): [string, string | null][] {
  if (json === undefined) return [];
  const read = parsed(json);
  const entries = typeof read === 'object' && read !== null && !Array.isArray(read) ? Object.entries(read) : undefined;
  const isText = (text: unknown): boolean => typeof text === 'string' && text.length <= LONGEST;
  if (!entries || entries.length > MOST_SAID || !entries.every(([, text]) => text === null || isText(text))) {
    faults.push(faultAt(pointer, says('json-of-texts')));
    return [];
  }
  return entries as [string, string | null][];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
