import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import type { ColumnChoice } from './column-choice.js';

/** Headings that are remembered of one sender and kind of file: an office has some ways to write them, not thousands. */
const MOST_REMEMBERED = 1_000;

/** What a sender has said of a heading once holds for the next file that has it. */
@Injectable()
export class RememberedColumns {
  constructor(private readonly dataSource: DataSource) {}

  /** What was said with this file goes before what was said with others. */
  async with(sender: string, kind: string, choice: ColumnChoice): Promise<ColumnChoice> {
    const rows = await this.dataSource.query<{ heading: string; field: string | null }[]>(
      'SELECT heading, field FROM upload_column WHERE sender = $1 AND kind = $2 LIMIT $3',
      [sender, kind, MOST_REMEMBERED],
    );
    const remembered = rows.map(({ heading, field }) => [heading, field] as const);
    return { ...choice, columns: new Map([...remembered, ...choice.columns]) };
  }

  async keep(sender: string, kind: string, { columns }: ColumnChoice): Promise<void> {
    if (columns.size === 0) return;
    await this.dataSource.query(
      `INSERT INTO upload_column (sender, kind, heading, field)
       SELECT $1, $2, said.heading, said.field FROM unnest($3::text[], $4::text[]) AS said (heading, field)
       WHERE (SELECT count(*) FROM upload_column WHERE sender = $1 AND kind = $2) < ${String(MOST_REMEMBERED)}
       ON CONFLICT (sender, kind, heading) DO UPDATE SET field = excluded.field`,
      [sender, kind, [...columns.keys()], [...columns.values()]],
    );
  }
}

/** Whose words are remembered together: a region's, or an aggregator's of it. */
export function senderOf(caller: Caller): string {
  const { aggregator } = dataScopeOf(caller);
  return aggregator === null ? caller.region : `${caller.region} ${aggregator}`;
}
