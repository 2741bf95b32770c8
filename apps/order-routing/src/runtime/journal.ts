import type { Tx } from '#platform/database/transactions.js';
import { DECISION_RULES } from '../domain/decision-rules.js';
import { isInputKind, type Input, type InputKind } from '../domain/decisions/index.js';
import type { Actor } from '../events/actor.js';

/** An input as the journal stores it. */
interface Unnumbered {
  readonly kind: InputKind;
  readonly payload: unknown;
}

/** An input that waits for the owner to number it. */
export interface PendingInput {
  readonly id: string;
  readonly input: Input;
  readonly actor: Actor;
  readonly idempotency: { readonly scope: string; readonly key: string } | null;
}

/** An input that the owner has applied under its journal number. */
export interface Numbered {
  /** Its row, when it lay there before. */
  readonly id?: string;
  readonly number: number;
  readonly at: Date;
  readonly input: Input;
  readonly actor: Actor;
  readonly idempotency?: { readonly scope: string; readonly key: string } | null;
}

/** Adds inputs that the market's owner will apply; makes the market known when it is new. Consumers and other replicas call this. */
export async function appendPending(
  tx: Tx,
  market: string,
  policy: object,
  inputs: readonly { input: Unnumbered; actor: Actor; idempotency?: { scope: string; key: string } }[],
): Promise<void> {
  await tx.query('INSERT INTO market (id, policy) VALUES ($1, $2) ON CONFLICT DO NOTHING', [market, policy]);
  await tx.query(
    `INSERT INTO input (market, kind, payload, principal, correlation_id, causation_id, idempotency_scope, idempotency_key)
     SELECT $1, r.kind, r.payload, r.principal, r.correlation_id, r.causation_id, r.scope, r.key
     FROM json_to_recordset($2::json) AS r (kind text, payload json, principal text, correlation_id text, causation_id text, scope text, key text)`,
    [
      market,
      JSON.stringify(inputs.map(({ input, actor, idempotency }) => ({ ...row(input, actor), ...(idempotency ?? {}) }))),
    ],
  );
}

export async function readPending(tx: Tx, market: string, limit: number): Promise<PendingInput[]> {
  const rows = await tx.query<{
    id: string;
    kind: string;
    payload: unknown;
    principal: string;
    correlation_id: string;
    causation_id: string | null;
    idempotency_scope: string | null;
    idempotency_key: string | null;
  }>(
    `SELECT id::text, kind, payload, principal, correlation_id, causation_id, idempotency_scope, idempotency_key
     FROM input WHERE market = $1 AND number IS NULL AND refusal IS NULL ORDER BY input.id LIMIT $2`,
    [market, limit],
  );
  return rows.map((found) => ({
    id: found.id,
    input: inputOf(found),
    actor: {
      principal: found.principal,
      correlationId: found.correlation_id,
      ...(found.causation_id === null ? {} : { causationId: found.causation_id }),
    },
    idempotency:
      found.idempotency_scope === null || found.idempotency_key === null
        ? null
        : { scope: found.idempotency_scope, key: found.idempotency_key },
  }));
}

/** Writes the numbered inputs of a batch: new rows, and numbers for those that lay there. */
export async function writeJournal(
  tx: Tx,
  market: string,
  journal: number,
  inputs: readonly Numbered[],
): Promise<void> {
  const fresh = inputs.filter((entry) => entry.id === undefined);
  const waiting = inputs.filter((entry) => entry.id !== undefined);
  // One statement for both, also when there is nothing new to insert: every batch pays for each round trip.
  await tx.query(
    `WITH fresh AS (
       INSERT INTO input (market, number, at, kind, payload, principal, correlation_id, causation_id, idempotency_scope, idempotency_key)
       SELECT $1, r.number, r.at, r.kind, r.payload, r.principal, r.correlation_id, r.causation_id, r.scope, r.key
       FROM json_to_recordset($2::json) AS r (number bigint, at timestamptz, kind text, payload json, principal text,
         correlation_id text, causation_id text, scope text, key text)
     )
     UPDATE market SET journal = $3, rules = $4, rules_journal = $3 WHERE id = $1`,
    [
      market,
      JSON.stringify(
        fresh.map(({ number, at, input, actor, idempotency }) => ({
          number,
          at,
          ...row(input, actor),
          ...(idempotency ?? {}),
        })),
      ),
      journal,
      DECISION_RULES,
    ],
  );
  if (waiting.length > 0) {
    await tx.query(
      `UPDATE input SET number = given.number, at = given.at
       FROM unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) AS given (id, number, at) WHERE input.id = given.id`,
      [waiting.map((entry) => entry.id), waiting.map((entry) => entry.number), waiting.map((entry) => entry.at)],
    );
  }
}

/** Keeps what an input that lay there was refused for; it gets no number. */
export async function refusePending(tx: Tx, refused: readonly { id: string; refusal: object }[]): Promise<void> {
  if (refused.length === 0) return;
  await tx.query(
    `UPDATE input SET refusal = given.refusal FROM unnest($1::bigint[], $2::jsonb[]) AS given (id, refusal) WHERE input.id = given.id`,
    [refused.map((entry) => entry.id), refused.map((entry) => JSON.stringify(entry.refusal))],
  );
}

/** @throws Error for a kind that this release does not know */
function inputOf({ kind, payload }: { readonly kind: string; readonly payload: unknown }): Input {
  if (!isInputKind(kind)) throw new Error(`The journal has an input ${kind}, which this release does not know.`);
  return { kind, payload } as Input;
}

function row(input: Unnumbered, actor: Actor): object {
  return {
    kind: input.kind,
    payload: input.payload,
    principal: actor.principal,
    correlation_id: actor.correlationId,
    causation_id: actor.causationId ?? null,
  };
}
