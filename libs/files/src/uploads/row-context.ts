import type { NumberLocale } from '#kernel/localized-decimal.js';

/** How the rows of one file are read. */
export interface RowContext<Field extends string> {
  readonly fields: readonly (Field | null)[];
  readonly locale: NumberLocale | undefined;
  /** Of the amounts, where their headings say it. */
  readonly unit: string | null;
}
