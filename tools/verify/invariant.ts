import type { EventLog } from '#event-log/log/event-log.js';
import type { ServiceName } from '#contracts/topics.js';
import type { LogContents } from './log-contents.js';

/** Reads one service's database. */
export type Query = <Row>(service: ServiceName, sql: string, parameters?: unknown[]) => Promise<Row[]>;

export interface AuditInput {
  readonly query: Query;
  readonly log: LogContents;
  readonly eventLog: EventLog;
}

/** An invariant by its number in docs/invariants.md, and what looks for breaches of it. */
export type Audit = (input: AuditInput) => Promise<string[]>;
