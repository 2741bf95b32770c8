import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/allow.js';
import { named } from '../database/sql.js';

/** One call that changed something. */
export interface AuditEntry {
  readonly id: string;
  /** Wall time: what happened when is not for a simulated clock to say. */
  readonly at: string;
  /** Subject of the caller's token. */
  readonly principal: string;
  readonly region: string;
  /** Method and route, or the kind of journal input. */
  readonly action: string;
  /** Id of the thing that it was about, or that it made; null: a call about no single thing. */
  readonly subject: string | null;
  readonly correlationId: string;
  /** Of a correction, what it found; null: it was none. */
  readonly before: unknown;
  /** What it left. */
  readonly after: unknown;
}

export interface AuditFilter {
  readonly limit: number;
  readonly before?: string;
  readonly principal?: string;
  readonly subject?: string;
}

/** Reads of the audit trail, the latest first. */
@Injectable()
export class FindAudit {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns a page; `next` goes into `before` for the following one */
  async page(caller: Caller, filter: AuditFilter): Promise<{ items: AuditEntry[]; next?: string }> {
    const region = caller.scope === 'any' ? null : caller.region;
    const [at, id] = filter.before?.split('~') ?? [];
    // Microseconds as text: two rows of one millisecond keep their order over pages.
    const rows = await this.dataSource.query<AuditEntry[]>(
      ...named(
        `SELECT id, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, principal, region, action, subject,
              correlation_id AS "correlationId", before, after
       FROM audit_trail
       WHERE (:region::text IS NULL OR region = :region) AND (:principal::text IS NULL OR principal = :principal)
         AND (:subject::text IS NULL OR subject = :subject) AND (:at::timestamptz IS NULL OR (at, id) < (:at, :id))
       ORDER BY audit_trail.at DESC, id DESC LIMIT :most`,
        { region, principal: filter.principal, subject: filter.subject, at, id, most: filter.limit + 1 },
      ),
    );
    const items = rows.slice(0, filter.limit);
    const last = items.at(-1);
    return rows.length > filter.limit && last ? { items, next: `${last.at}~${last.id}` } : { items };
  }
}
