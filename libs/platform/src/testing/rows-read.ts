import type { DataSource } from 'typeorm';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Rows of tables, and entries of indexes, that PostgreSQL looks at for the SELECTs that `act` sends, those that it leaves out
 * again among them: each is sent once more under EXPLAIN ANALYZE, with the same values. The tables must have been ANALYZEd,
 * since what has no statistics is planned by guesses.
 */
export async function rowsRead(dataSource: DataSource, act: () => Promise<unknown>): Promise<number> {
  const sent: { readonly sql: string; readonly values: unknown[] | undefined }[] = [];
  const query = dataSource.query.bind(dataSource);
  dataSource.query = (sql: string, values?: unknown[], ...rest: never[]) => {
    if (/^\s*(SELECT|WITH)\b/i.test(sql)) sent.push({ sql, values });
    return query(sql, values, ...rest) as never;
  };
  try {
    await act();
  } finally {
    // What was put before the method of its class.
    Reflect.deleteProperty(dataSource, 'query');
  }
  let rows = 0;
  for (const { sql, values } of sent) {
    const [plan] = await dataSource.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`,
      values,
    );
    if (plan) rows += readBelow(plan['QUERY PLAN'][0].Plan);
  }
  return Math.round(rows);
}

/** PostgreSQL tells rows as of one loop; what is no scan passes on what was read below it. */
function readBelow(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const own = node['Node Type'].endsWith('Scan') ? (node['Actual Rows'] + removed) * node['Actual Loops'] : 0;
  return own + (node.Plans ?? []).reduce((sum, part) => sum + readBelow(part), 0);
}
