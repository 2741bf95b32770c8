import type { DataSource } from 'typeorm';

/** Changes kept for pages that come back; who was away longer starts over from a snapshot. */
export const KEPT_EVENTS = 10_000;

export interface StreamEvent {
  readonly sequence: number;
  readonly data: object;
}

export interface StreamHead {
  readonly epoch: string;
  readonly sequence: number;
}

interface EventRow {
  readonly sequence: string | number;
  readonly data: object;
}

/** The live stream as a table: sequences are contiguous, and none becomes visible before a lower one. */
export class StreamTable {
  constructor(private readonly dataSource: DataSource) {}

  async head(): Promise<StreamHead> {
    const [row] = await this.dataSource.query<{ epoch: string; sequence: string | number }[]>(
      'SELECT epoch, sequence FROM stream_head',
    );
    if (!row) throw new Error('The live stream has no head: the migrations have not run.');
    return { epoch: row.epoch, sequence: Number(row.sequence) };
  }

  /** Events after `sequence`, oldest first. */
  async after(sequence: number, limit = 1_000): Promise<StreamEvent[]> {
    const rows = await this.dataSource.query<EventRow[]>(
      'SELECT sequence, data FROM stream_event WHERE sequence > $1 ORDER BY sequence LIMIT $2',
      [sequence, limit],
    );
    return rows.map((row) => ({ sequence: Number(row.sequence), data: row.data }));
  }

  /** The event after `sequence` is still here, or there is none yet. */
  async has(sequence: number, head: StreamHead): Promise<boolean> {
    if (sequence > head.sequence) return false;
    if (sequence === head.sequence) return true;
    const [next] = await this.after(sequence, 1);
    return next?.sequence === sequence + 1;
  }

  async prune(): Promise<void> {
    await this.dataSource.query('DELETE FROM stream_event WHERE sequence <= (SELECT sequence FROM stream_head) - $1', [
      KEPT_EVENTS,
    ]);
  }
}
