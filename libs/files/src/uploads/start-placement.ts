import { Injectable } from '@nestjs/common';
import type { Caller } from '#platform/access/allow.js';
import { dataScopeOf } from '#platform/access/data-scope.js';
import { Transactions } from '#platform/database/transactions.js';
import { notFound } from '#platform/http/validate.js';
import { PlaceUploads } from './place-uploads.js';
import { named } from '#platform/database/sql.js';

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
        ...named(
          `UPDATE upload SET state = 'placing', placed_by = coalesce(placed_by, :subject),
             wanted = CASE WHEN wanted = 'all' THEN 'all' ELSE :rows END
           WHERE id = :id AND region = :region AND identity IS NOT NULL
             AND (:aggregator::uuid IS NULL OR aggregator = :aggregator) RETURNING id`,
          { id, region: caller.region, subject: caller.subject, rows, aggregator: dataScopeOf(caller).aggregator },
        ),
      );
      if (!found) throw notFound();
      tx.afterCommit(() => {
        this.placeUploads.wake();
      });
    });
  }
}
