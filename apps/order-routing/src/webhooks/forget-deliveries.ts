import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** At a time: so that none of its statements holds anybody up. */
const CHUNK = 1_000;

/** Takes deliveries out of the log that were written more than 30 days ago, whatever became of them. */
@Injectable()
export class ForgetDeliveries {
  constructor(private readonly dataSource: DataSource) {}

  async run(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      // Ids grow with time: the oldest come first, and a young one ends the search.
      const [, forgotten] = await this.dataSource.query<[unknown[], number]>(
        `DELETE FROM webhook_delivery WHERE id IN (
           SELECT id FROM (SELECT id, written_at FROM webhook_delivery ORDER BY id LIMIT $1) AS oldest
           WHERE written_at < now() - interval '30 days')`,
        [CHUNK],
      );
      if (forgotten === 0) return;
    }
  }
}
