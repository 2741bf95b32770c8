import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '#platform/access/allow.js';
import { notFound } from '#platform/http/validate.js';
import type { LotOutcome, RunOutcome } from '../domain/ledger/run-outcome.js';

/** A routing run with its proof: the same market and journal number give the same result, byte for byte. */
export interface RunView {
  readonly id: string;
  readonly origin: string;
  readonly journal: number;
  readonly at: string;
  readonly outcome: 'published' | 'failed';
  readonly engineVersion: string;
  readonly policy: RunOutcome['policy'];
  readonly totals: RunOutcome['totals'];
  readonly proof: RunOutcome['proof'];
  readonly faults: readonly string[];
  readonly lots: readonly LotOutcome[];
  readonly lines: number;
  readonly allocations: number;
}

@Injectable()
export class FindRuns {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws DomainError NOT_FOUND, also for a run of another region */
  async one(caller: Caller, id: string): Promise<RunView> {
    const [run] = await this.dataSource.query<RunView[]>(
      `SELECT id, market AS origin, journal, at, outcome, engine_version AS "engineVersion", policy, totals, proof, faults,
              lots, lines, allocations
       FROM run WHERE id = $1`,
      [id],
    );
    if (!run || (caller.scope !== 'any' && run.origin !== caller.region)) throw notFound();
    return run;
  }

  /** The latest first, at most 100. */
  async latest(caller: Caller): Promise<{ items: Omit<RunView, 'lots' | 'proof'>[] }> {
    const items = await this.dataSource.query<Omit<RunView, 'lots' | 'proof'>[]>(
      `SELECT id, market AS origin, journal, at, outcome, engine_version AS "engineVersion", policy, totals, faults, lines, allocations
       FROM run WHERE $1 OR market = $2 ORDER BY journal DESC LIMIT 100`,
      [caller.scope === 'any', caller.region],
    );
    return { items };
  }
}
