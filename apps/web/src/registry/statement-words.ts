import type { Figure } from './statement-figures.js';

/** Words of stating stock, once or every day. */
export interface StatementWords {
  readonly heading: string;
  readonly repeating: string;
  readonly noneRepeating: string;
  readonly nextDay: (date: string) => string;
  readonly lastDay: (date: string, leftOut: number, leftOutText: string) => string;
  readonly contributors: (producers: string) => string;
  readonly change: string;
  readonly stop: string;
  readonly sureStop: string;
  readonly open: string;
  readonly product: string;
  readonly date: string;
  readonly bestBefore: string;
  readonly bestBeforeHint: string;
  readonly floorPrice: (unit: string) => string;
  readonly repeats: string;
  readonly repeatsHint: string;
  readonly repeatsTodayOnly: string;
  readonly figuresHint: (unit: string) => string;
  readonly noMembers: string;
  readonly producer: string;
  readonly figures: Readonly<Record<Figure, string>>;
  readonly surplus: string;
  readonly total: (surplus: string) => string;
  readonly more: (rows: string) => string;
  readonly send: string;
  readonly sendChange: string;
  readonly busy: string;
  readonly stated: (surplus: string, lots: string) => string;
  readonly changedFrom: (date: string) => string;
  /** Instead of what a service says of a field, by the last part of its pointer. */
  readonly refused: Readonly<Record<string, string>>;
}
