import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '#kernel/domain-error.js';
import { recordCall, type AuditNote } from './record-call.js';
import { callContext, type Idempotency } from '../context/call-context.js';
import { appendToOutbox, type NewEvent } from './outbox.js';

/** One transaction: state and events become durable together, or not at all. */
export interface Tx {
  readonly manager: EntityManager;
  /** Plain SQL in this transaction; rows of a SELECT or RETURNING. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Events to publish when this commits, in this order. */
  publish(...events: NewEvent[]): void;
  /** What the audit log says of the acting call beside its path: the last word counts. */
  audit(note: AuditNote): void;
  /** Runs once this has committed, never after a rollback: to wake whoever waits for what it wrote. */
  afterCommit(work: () => void): void;
}

export interface TransactionsOptions {
  /** CloudEvents source of this service, e.g. `/serap/producer-registry`. */
  readonly source: string;
  /** Business time, for the events' `time`. */
  readonly now: () => Date;
  /** Called after each commit that stored events: wakes the relay. */
  readonly published: () => void;
}

class OpenTransaction implements Tx {
  readonly events: NewEvent[] = [];
  readonly committed: (() => void)[] = [];
  /** The call was answered before: this one changes nothing. */
  repeated = false;
  note: AuditNote = {};

  constructor(readonly manager: EntityManager) {}

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.manager.query(sql, parameters);
    // TypeORM answers UPDATE and DELETE with [rows, count].
    return (
      Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number'
        ? result[0]
        : result
    ) as Row[];
  }

  publish(...events: NewEvent[]): void {
    this.events.push(...events);
  }

  audit(note: AuditNote): void {
    this.note = { ...this.note, ...note };
  }

  afterCommit(work: () => void): void {
    this.committed.push(work);
  }
}

/** What else is to be written with events, in their transaction and before they are stored. */
type Companion = (tx: Tx, events: readonly NewEvent[]) => Promise<void>;

/** Runs units of work in transactions; the acting principal is stamped on every event, and its call in the audit log. */
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly options: TransactionsOptions,
  ) {}

  private readonly companions: Companion[] = [];

  /** From now on `companion` sees every transaction's events: what it writes commits with them; a throw undoes all. */
  accompany(companion: Companion): void {
    this.companions.push(companion);
  }

  /** Everything `work` does through `tx` commits together with its events; a throw rolls all of it back. */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.commit(work);
  }

  private async commit<T>(work: (tx: OpenTransaction) => Promise<T>): Promise<T> {
    let committed: (() => void)[] = [];
    const result = await this.dataSource.transaction(async (manager) => {
      const tx = new OpenTransaction(manager);
      const value = await work(tx);
      if (!tx.repeated) await recordCall(tx, { ...subjectOf(value), ...tx.note });
      if (tx.events.length > 0) for (const companion of this.companions) await companion(tx, tx.events);
      await appendToOutbox(tx, this.options.source, this.options.now(), tx.events);
      committed = tx.events.length > 0 ? [this.options.published, ...tx.committed] : tx.committed;
      return value;
    });
    for (const tell of committed) tell();
    return result;
  }

  /**
   * Like `run`, once per idempotency key of the acting call: the same call again gets the stored outcome.
   *
   * @param work its result must survive JSON
   * @throws DomainError IDEMPOTENCY_KEY_MISSING without a key, IDEMPOTENCY_KEY_REUSED when it came with another request
   */
  async runOnce<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const idempotency = requireIdempotency();
    return this.commit(async (tx) => {
      const earlier = await claim<T>(tx, idempotency);
      if (earlier) {
        tx.repeated = true;
        return earlier.outcome;
      }
      const outcome = await work(tx);
      await tx.query('UPDATE idempotency SET outcome = $3 WHERE scope = $1 AND key = $2', [
        idempotency.scope,
        idempotency.key,
        JSON.stringify(outcome ?? null),
      ]);
      return outcome;
    });
  }
}

/** What a call made is what it was about, where its path named nothing. */
function subjectOf(value: unknown): AuditNote {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? { subject: id } : {};
}

/** @throws DomainError IDEMPOTENCY_KEY_MISSING */
export function requireIdempotency({ idempotency } = callContext()): Idempotency {
  if (idempotency) return idempotency;
  throw new DomainError('IDEMPOTENCY_KEY_MISSING');
}

/**
 * Takes the key for this transaction; a parallel call with the same key waits here until this one has ended.
 *
 * @returns the stored outcome when the same request was answered before
 */
async function claim<T>(tx: Tx, { scope, key, requestHash }: Idempotency): Promise<{ outcome: T } | undefined> {
  const inserted = await tx.query(
    'INSERT INTO idempotency (scope, key, request_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING key',
    [scope, key, requestHash],
  );
  if (inserted.length > 0) return undefined;
  const [row] = await tx.query<{ request_hash: string; outcome: T }>(
    'SELECT request_hash, outcome FROM idempotency WHERE scope = $1 AND key = $2',
    [scope, key],
  );
  if (row?.request_hash !== requestHash) throw keyReused();
  return { outcome: row.outcome };
}

export function keyReused(): DomainError {
  return new DomainError('IDEMPOTENCY_KEY_REUSED');
}
