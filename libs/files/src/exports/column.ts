/** What a column holds. It is never guessed from a value: a name may look like a date, a number like a formula. */
export type ColumnType = 'text' | 'number' | 'day' | 'instant' | 'yes-no';

/** The field of a row that stands in a column; dots lead into objects and lists. A field by its name alone is text. */
export type Column = string | { readonly path: string; readonly type: ColumnType };

export const number = (path: string): Column => ({ path, type: 'number' });
/** A calendar date, YYYY-MM-DD. */
export const day = (path: string): Column => ({ path, type: 'day' });
/** A moment, with its time of day. */
export const instant = (path: string): Column => ({ path, type: 'instant' });
export const yesNo = (path: string): Column => ({ path, type: 'yes-no' });

export function pathOf(column: Column): string {
  return typeof column === 'string' ? column : column.path;
}

export function typeOf(column: Column): ColumnType {
  return typeof column === 'string' ? 'text' : column.type;
}
