import type { ErrorCode } from '#kernel/refusals/codes.js';
import type { Words } from '#kernel/refusals/words.js';
import type { DomainError } from '#kernel/domain-error.js';
import type { Caller } from '#platform/access/allow.js';
import type { Tx } from '#platform/database/transactions.js';
import type { Columns } from './columns.js';
import type { RowFault, RowReader } from './row-reader.js';

/** What a row says: the body that its own route would take, and the key by which it is known again in its file. */
export interface ReadRow {
  readonly key?: string | undefined;
  readonly body: object;
}

/** A row as it was read; `known` holds what was found then. */
export interface RowToCheck<Field extends string> extends ReadRow {
  readonly known: readonly RowFault<Field>[];
}

/** A row of valid shape or not; its `body` is what is placed. */
export interface CheckedRow<Field extends string> {
  readonly body: object;
  /** What it means, by which it is known in every file; absent: its kind has another way to know it. */
  readonly meaning?: string;
  readonly faults: readonly RowFault<Field>[];
}

/** An upload whose rows are being placed. */
export interface PlacingJob {
  readonly id: string;
  readonly region: string;
  readonly subject: string;
}

export interface WaitingRow {
  readonly number: number;
  readonly key: string;
  /** Null for a kind that does not say it, and for rows of an earlier release. */
  readonly meaning: string | null;
  readonly body: object;
}

/** What became of a row. */
export type RowOutcome = { readonly status: 'placed' } | StandingRow | RefusedRow;

/** What it says stood already: nothing was entered, and nothing is wrong. */
export interface StandingRow {
  readonly status: 'standing';
  /** Of a row of orders: the order that stands. */
  readonly order?: { readonly id: string };
}

export interface RefusedRow {
  readonly status: 'refused';
  readonly code: ErrorCode;
  readonly detail: string;
  /** Absent in what an earlier release has kept. */
  readonly details?: Words;
}

/** What a kind enters once anyway: what stood already is no error of a row. */
export function enteredRow(isNew: boolean): RowOutcome {
  return { status: isNew ? 'placed' : 'standing' };
}

/** @param refusal absent: nothing was decided, which is a bug of the kind */
export function refusedRow(refusal: DomainError | undefined): RefusedRow {
  if (!refusal) throw new Error('A row has no outcome.');
  return { status: 'refused', code: refusal.code, detail: refusal.message, details: refusal.said };
}

/** Writes outcomes by number of row. @returns false when the upload was lost to another replica: then place nothing */
export type RecordOutcomes = (tx: Tx, outcomes: readonly { number: number; outcome: RowOutcome }[]) => Promise<boolean>;

/** One kind of file: what its columns are, what makes a row good, and how rows are placed. */
export interface UploadKind<Field extends string = string> {
  readonly name: string;
  readonly columns: Columns<Field>;
  /** Rows handed to `place` at a time. */
  readonly chunkRows: number;
  /** Pure: what depends on today's state is checked later. */
  read(row: RowReader<Field>): ReadRow;
  /** Checks up to 500 rows against the rules of their own route. */
  check(caller: Caller, rows: readonly RowToCheck<Field>[]): Promise<CheckedRow<Field>[]>;
  /** Which of these meanings stand already, and what is said of each. */
  standing?(meanings: readonly string[]): Promise<ReadonlyMap<string, Words>>;
  /** Whether something that an upload entered was taken back: its file may be sent once more, as a new upload. */
  isUndone?(upload: string): Promise<boolean>;
  /** Places rows, each once: rows come again after a crash. @returns whether to go on */
  place(job: PlacingJob, rows: readonly WaitingRow[], keep: RecordOutcomes): Promise<boolean>;
}

/** Injection token of the kinds of files that a service takes: UploadKind[]. */
export const UPLOAD_KINDS = Symbol('UploadKinds');

/** @throws Error for a kind that this service does not take */
export function kindNamed(kinds: readonly UploadKind[], name: string): UploadKind {
  const kind = kinds.find((each) => each.name === name);
  if (!kind) throw new Error(`Files of ${name} are not taken here.`);
  return kind;
}
