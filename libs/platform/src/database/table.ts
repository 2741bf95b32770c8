/** What a field is in its column. A `?` says that the column may be null. */
type Kind<Value> = null extends Value ? `${Plain<NonNullable<Value>>}?` : Plain<Value>;
type Plain<Value> = Value extends Date
  ? 'instant'
  : Value extends number
    ? 'integer'
    : Value extends boolean
      ? 'boolean'
      : Value extends string
        ? 'text' | 'date'
        : Value extends readonly string[]
          ? 'texts' | 'json'
          : Value extends Uint8Array
            ? 'bytes'
            : 'json';

/** A field that lies in several columns: what each of them holds, and the SQL that makes the field of them again. */
interface Composed<Value> {
  /** @param of what stands before each column's name: nothing, or an alias and a dot */
  readonly read: (of: string) => string;
  readonly columns: Readonly<Record<string, { readonly kind: string; readonly of: (value: Value) => unknown }>>;
}

/** A column of the field's own name in snake case, one of another name, several, or none: the field is kept elsewhere. */
type Column<Value> =
  Kind<Value> | { readonly column: string; readonly kind: Kind<Value> } | Composed<Value> | 'elsewhere';
type FieldsOf<Value extends object> = { readonly [Field in keyof Value & string]: Column<Value[Field]> };
type StoredField<Fields> = { [Field in keyof Fields]: Fields[Field] extends 'elsewhere' ? never : Field }[keyof Fields];

/** One column, as a test compares it with the database. */
export interface TableColumn {
  readonly column: string;
  readonly kind: string;
  /** What it holds of a value. */
  readonly of: (value: object) => unknown;
}

/** What a select list of the table gives for each row: the value, but for what is kept elsewhere. */
export type RowOf<Of> = Of extends Table<infer Stored, string> ? Stored : never;

/** What a list within a row has of each: as RowOf, but instants are text in JSON. */
export type JsonOf<Of> = { readonly [Field in keyof RowOf<Of>]: InJson<RowOf<Of>[Field]> };
type InJson<Value> = Value extends Date ? string : Value;

/** What runs one statement: a transaction, or the pool. */
interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/** Columns beside the value: of all of them, or of each by its place in the list. */
type Besides<Value, Beside extends string> = Record<Beside, unknown> | ((value: Value) => Record<Beside, unknown>);

/** How values of one kind lie in a table: said once, for those who write it and those who read it. */
export interface Table<Stored, Beside extends string> {
  readonly name: string;
  readonly stored: readonly TableColumn[];
  /** Columns that are no fields of the value: whose it is, or its place in a list. */
  readonly beside: readonly Beside[];
  /** Select list whose rows are the values themselves; dates as text, instants as Date. */
  readonly columns: string;
  /** The value as a JSON object of SQL, for a list within a row; instants are text there. */
  readonly json: string;
  /** The same under an alias, for queries in which other tables have columns of these names. */
  as(alias: string): { readonly columns: string; readonly json: string };
  /** Inserts or updates many values in one statement; none: nothing is sent. */
  upsert<Value extends Stored>(tx: Queryable, values: readonly Value[], beside: Besides<Value, Beside>): Promise<void>;
  /**
   * Like `upsert`, but a value whose column `version` is not higher than the row's changes nothing: safe against repeats
   * and any order of arrival. Several versions of one row may be among the values.
   */
  upsertNewer<Value extends Stored>(
    tx: Queryable,
    values: readonly Value[],
    beside: Besides<Value, Beside>,
  ): Promise<void>;
  /**
   * Inserts many values in one statement; none: nothing is sent.
   *
   * @param unless columns of a constraint: what it has already is left as it is; absent: such a value is an error
   * @returns the first key column of each that was inserted
   */
  insert<Value extends Stored>(
    tx: { query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> },
    values: readonly Value[],
    beside: Besides<Value, Beside>,
    unless?: readonly string[],
  ): Promise<string[]>;
}

/**
 * Describes a table whose rows are values of `Value`. A field that is forgotten, that is no longer there, or whose kind
 * is not the field’s type does not compile; tables.spec.ts of each service compares the columns with its database.
 *
 * @example table<Lot>()({ name: 'lot', key: ['id'], beside: ['market'], fields: { id: 'text', producedOn: 'date', … } })
 */
export function table<Value extends object>() {
  return <const Fields extends FieldsOf<Value>, const Beside extends string = never>(description: {
    readonly name: string;
    readonly key: readonly string[];
    readonly beside?: readonly Beside[];
    readonly fields: Fields & Readonly<Record<Exclude<keyof Fields, keyof Value>, never>>;
  }): Table<Pick<Value, StoredField<Fields> & keyof Value>, Beside> => {
    const { name, key, fields, beside = [] } = description;
    const parts = Object.entries<Column<unknown>>(fields).flatMap(([field, column]) => partOf(field, column));
    const stored = parts.flatMap(({ columns }) => columns);
    const written = [...beside, ...stored.map(({ column }) => column)];
    const inserting = insertStatement(name, written);
    const upserting = `${inserting} ${onConflict(key, written)}`;
    return {
      name,
      stored,
      beside,
      ...selected(parts, ''),
      as: (alias) => selected(parts, `${alias}.`),
      upsert: async (tx, values, more) => {
        if (values.length > 0) await tx.query(upserting, [JSON.stringify(rowsOf(stored, values, more))]);
      },
      upsertNewer: async (tx, values, more) => {
        const rows = newest(key, rowsOf(stored, values, more));
        const sql = `${upserting} WHERE ${name}.version < excluded.version`;
        if (rows.length > 0) await tx.query(sql, [JSON.stringify(rows)]);
      },
      insert: async (tx, values, more, unless) => {
        if (values.length === 0) return [];
        const conflict = unless ? `ON CONFLICT (${unless.join(', ')}) DO NOTHING` : '';
        const sql = `${inserting} ${conflict} RETURNING ${String(key[0])} AS key`;
        const rows = await tx.query<{ key: string }>(sql, [JSON.stringify(rowsOf(stored, values, more))]);
        return rows.map((row) => row.key);
      },
    };
  };
}

/** A field, the SQL that reads it, and the columns that it is written to. */
interface Part {
  readonly field: string;
  readonly read: (of: string) => string;
  readonly columns: readonly TableColumn[];
}

function selected(parts: readonly Part[], of: string): { columns: string; json: string } {
  const pairs = parts.map(({ field, read }) => `'${field}', ${read(of)}`);
  return {
    columns: parts.map(({ field, read }) => `${read(of)} AS "${field}"`).join(', '),
    json: `json_build_object(${pairs.join(', ')})`,
  };
}

function partOf(field: string, column: Column<unknown>): Part[] {
  if (column === 'elsewhere') return [];
  const valueOf = (value: object): unknown => (value as Record<string, unknown>)[field];
  if (typeof column === 'object' && 'columns' in column) {
    const columns = Object.entries(column.columns).map(([name, { kind, of }]) => ({
      column: name,
      kind,
      of: (value: object) => of(valueOf(value)),
    }));
    return [{ field, read: column.read, columns }];
  }
  const { column: name, kind }: { readonly column: string; readonly kind: string } =
    typeof column === 'object'
      ? column
      : { column: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), kind: column };
  const cast = kind === 'date' || kind === 'date?' ? '::text' : '';
  const written = kind === 'bytes' || kind === 'bytes?' ? (value: object) => hex(valueOf(value)) : valueOf;
  return [{ field, read: (of) => `${of}${name}${cast}`, columns: [{ column: name, kind, of: written }] }];
}

/** Bytes as PostgreSQL reads them in a text. */
function hex(bytes: unknown): string | null {
  return bytes instanceof Uint8Array ? `\\x${Buffer.from(bytes).toString('hex')}` : null;
}

type Row = Record<string, unknown>;

function rowsOf<Value extends object>(
  stored: readonly TableColumn[],
  values: readonly Value[],
  beside: Besides<Value, string>,
): Row[] {
  return values.map((value) => {
    const row: Row = { ...(typeof beside === 'function' ? beside(value) : beside) };
    for (const { column, of } of stored) row[column] = of(value);
    return row;
  });
}

/** One statement may not touch a row twice: the highest version of each stays. */
function newest(key: readonly string[], rows: readonly Row[]): Row[] {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const id = JSON.stringify(key.map((column) => row[column]));
    const seen = latest.get(id);
    if (!seen || Number(seen['version']) < Number(row['version'])) latest.set(id, row);
  }
  return [...latest.values()];
}

function insertStatement(name: string, columns: readonly string[]): string {
  const list = columns.join(', ');
  return `INSERT INTO ${name} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${name}, $1::json)`;
}

function onConflict(key: readonly string[], columns: readonly string[]): string {
  const updates = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  return `ON CONFLICT (${key.join(', ')}) DO ${updates.length > 0 ? `UPDATE SET ${updates.join(', ')}` : 'NOTHING'}`;
}
