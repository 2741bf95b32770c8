import type { Tx } from '#platform/database/transactions.js';
import { keyReused } from '#platform/database/transactions.js';
import { refusalOf, type MarketRequest, type Outcome } from './requests.js';

export function keyOf({ idempotency }: { idempotency: { scope: string; key: string } }): string {
  return `${idempotency.scope}\n${idempotency.key}`;
}

/** What became of each request's key: its own now, or what was stored earlier (`pending`: not decided yet). */
export type Claim = 'fresh' | 'pending' | { readonly outcome: Outcome };

/** Claims the keys of many requests in this transaction, in one statement when all of them are new. */
export async function claimKeys(tx: Tx, requests: readonly MarketRequest[]): Promise<Map<MarketRequest, Claim>> {
  const claims = new Map<MarketRequest, Claim>();
  const first = new Map<string, MarketRequest>();
  for (const request of requests) if (!first.has(keyOf(request))) first.set(keyOf(request), request);
  const unique = [...first.values()];
  const inserted = await tx.query<{ scope: string; key: string }>(
    `INSERT INTO idempotency (scope, key, request_hash) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT DO NOTHING RETURNING scope, key`,
    columns(unique),
  );
  const fresh = new Set(inserted.map((row) => `${row.scope}\n${row.key}`));
  const stored = fresh.size === unique.length ? new Map<string, StoredKey>() : await readKeys(tx, unique);
  for (const request of requests) {
    const key = keyOf(request);
    const owner = first.get(key);
    if (fresh.has(key)) {
      // The same key twice in one batch: the first is decided, the others get its outcome or a refusal.
      const same = owner?.idempotency.requestHash === request.idempotency.requestHash;
      claims.set(request, owner === request ? 'fresh' : same ? 'pending' : { outcome: refusalOf(keyReused()) });
      continue;
    }
    claims.set(request, claimOf(stored.get(key), request));
  }
  return claims;
}

export interface StoredKey {
  readonly scope: string;
  readonly key: string;
  readonly request_hash: string;
  readonly outcome: Outcome | null;
}

export function claimOf(stored: StoredKey | undefined, { idempotency }: MarketRequest): Claim {
  if (!stored) throw new Error(`Idempotency key ${idempotency.key} vanished while it was claimed.`);
  if (stored.request_hash !== idempotency.requestHash) return { outcome: refusalOf(keyReused()) };
  return stored.outcome === null ? 'pending' : { outcome: stored.outcome };
}

async function readKeys(tx: Tx, requests: readonly MarketRequest[]): Promise<Map<string, StoredKey>> {
  const rows = await tx.query<StoredKey>(
    `SELECT scope, key, request_hash, outcome FROM idempotency
     WHERE (scope, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    columns(requests).slice(0, 2),
  );
  return new Map(rows.map((row) => [`${row.scope}\n${row.key}`, row]));
}

function columns(requests: readonly MarketRequest[]): [string[], string[], string[]] {
  return [
    requests.map((request) => request.idempotency.scope),
    requests.map((request) => request.idempotency.key),
    requests.map((request) => request.idempotency.requestHash),
  ];
}

/** Stores the outcomes of decided requests, one statement. */
export async function storeOutcomes(
  tx: Tx,
  outcomes: readonly { scope: string; key: string; outcome: Outcome }[],
): Promise<void> {
  if (outcomes.length === 0) return;
  await tx.query(
    `UPDATE idempotency SET outcome = given.outcome
     FROM json_to_recordset($1::json) AS given (scope text, key text, outcome json)
     WHERE idempotency.scope = given.scope AND idempotency.key = given.key`,
    [JSON.stringify(outcomes)],
  );
}
