/** What `query` takes: text with PostgreSQL's positions, and the values in their order. */
export type Statement = [text: string, parameters: unknown[]];

/** A name behind a colon that is no cast (`::text`) and no part of a word or a time format (`HH24:MI`). */
const NAME = /(?<![:\w]):([a-zA-Z]\w*)/g;

/**
 * A statement whose parameters have names, as TypeORM's own query builder writes them: `:origin` for the value `origin`.
 *
 * @example tx.query(...named('SELECT id FROM lot WHERE origin = :origin AND commodity = :commodity', { origin, commodity }))
 * @throws Error for a name without a value, or a value without a place: a slip in the code
 */
export function named(sql: string, values: Readonly<Record<string, unknown>>): Statement {
  const positions = new Map<string, number>();
  const text = sql.replace(NAME, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`No value is given for :${name}.`);
    if (!positions.has(name)) positions.set(name, positions.size + 1);
    return `$${String(positions.get(name))}`;
  });
  for (const name of Object.keys(values)) if (!positions.has(name)) throw new Error(`No place for :${name} in: ${sql}`);
  return [text, [...positions.keys()].map((name) => values[name] ?? null)];
}

/**
 * Pattern of LIKE for whatever has a text in it. An index of trigrams answers LIKE, and not strpos.
 *
 * @example named('lower(name) LIKE lower(:part)', { part: containing(text) })
 */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Inserts one row, its columns by name. */
export function insertInto(table: string, row: Readonly<Record<string, unknown>>): Statement {
  const columns = Object.keys(row);
  return named(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (:${columns.join(', :')})`, row);
}
