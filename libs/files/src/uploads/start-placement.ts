import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform/access/allow.js';
import { reachOf } from '#platform/access/reach.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { PlaceUploads } from './place-uploads.js';

/** Lets the rows of an upload be placed. Asking again changes nothing, but that `all` adds the amber rows to the green. */
@Injectable()
export class StartPlacement {
  constructor(
    private readonly transactions: Transactions,
    private readonly placeUploads: PlaceUploads,
  ) {}

  /** @throws DomainError NOT_FOUND, also for an upload of another region or aggregator */
  run(caller: Caller, id: string, rows: 'good' | 'all'): Promise<void> {
    return this.transactions.run(async (tx) => {
      const [found] = await tx.query(
        `UPDATE upload SET state = 'placing', placed_by = coalesce(placed_by, $3),
           wanted = CASE WHEN wanted = 'all' THEN 'all' ELSE $4 END
         WHERE id = $1 AND region = $2 AND identity IS NOT NULL AND ($5::uuid IS NULL OR aggregator = $5) RETURNING id`,
        [id, caller.region, caller.subject, rows, reachOf(caller).aggregator],
      );
      if (!found) throw notFound();
      tx.afterCommit(() => {
        this.placeUploads.wake();
      });
    });
  }
}
