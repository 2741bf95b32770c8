import type { Audit } from './invariant.js';

interface LotRow {
  readonly id: string;
  readonly seller: string;
  readonly parts: number;
  readonly hash: string;
  readonly real: string;
  readonly ids: string;
}

/** Of a lot, what it says of its contributions, what these come to, and who they are. */
const lotsOf = (quantity: string, whole: string): string => `
  SELECT lot.id::text AS id, lot.seller_id::text AS seller, contributions_count::int AS parts, contributions_hash AS hash,
    encode(sha256(convert_to(string_agg(c.producer_id || ' ' || c.${quantity} || E'\\n', '' ORDER BY c.position), 'UTF8')), 'hex') AS real,
    md5(string_agg(c.producer_id::text, ',' ORDER BY c.producer_id::text COLLATE "C")) AS ids
  FROM lot JOIN lot_contribution c ON c.lot_id = lot.id ${whole} GROUP BY lot.id`;

/** The same of the dashboard, whose rows stay as they were told: by present names. */
const SEEN = `
  SELECT l.lot_id AS id, coalesce(p.merged_into, l.seller_id) AS seller, of.parts, of.ids
  FROM lot l LEFT JOIN producer p ON p.producer_id = l.seller_id JOIN (
    SELECT lot_id, count(*)::int AS parts, md5(string_agg(producer, ',' ORDER BY producer COLLATE "C")) AS ids
    FROM (SELECT DISTINCT s.lot_id, coalesce(m.merged_into, s.producer_id) AS producer
          FROM lot_share s LEFT JOIN producer m USING (producer_id)) AS one GROUP BY lot_id
  ) AS of USING (lot_id) WHERE l.version >= l.chunks`;

/** What of routing still goes by the name of a producer that was merged. */
const LEFT_IN_ROUTING = `
  SELECT what, of.id, m.duplicate_id AS producer FROM merged_producer m JOIN (
    SELECT 'lot' AS what, id, seller_id AS producer FROM lot WHERE received = chunks
    UNION ALL SELECT 'a part of lot', lot_id, producer_id FROM lot_contribution JOIN lot ON lot.id = lot_id WHERE received = chunks
    UNION ALL SELECT 'a share of allocation', allocation_id, producer_id FROM allocation_share
    UNION ALL SELECT 'an earning of order', order_id, producer_id FROM settlement
    UNION ALL SELECT 'a payout', payout_id, producer_id FROM payout_line
    UNION ALL SELECT 'a turn of', commodity, producer_id FROM turn
    UNION ALL SELECT 'the merge of', duplicate_id, keep_id FROM merged_producer
  ) AS of ON of.producer = m.duplicate_id`;

/** The same of the registry. */
const LEFT_IN_REGISTRY = `
  SELECT what, of.id, d.id AS producer FROM producer d JOIN (
    SELECT 'lot' AS what, id::text, seller_id AS producer FROM lot
    UNION ALL SELECT 'a part of lot', lot_id::text, producer_id FROM lot_contribution
    UNION ALL SELECT 'a statement for', stated_for::text, producer_id FROM statement_line
    UNION ALL SELECT 'a membership of', aggregator_id::text, producer_id FROM member
    UNION ALL SELECT 'a member,', producer_id::text, aggregator_id FROM member
    UNION ALL SELECT 'what waits in lot', lot_id::text, producer_id FROM verification_hold
    UNION ALL SELECT 'certificate', id::text, producer_id FROM certificate WHERE status <> 'revoked'
    UNION ALL SELECT 'repetition', id::text, seller_id FROM repetition WHERE stopped_at IS NULL
    UNION ALL SELECT 'the merge of', id::text, merged_into FROM producer
  ) AS of ON of.producer = d.id WHERE d.merged_into IS NOT NULL`;

/**
 * A household that was registered twice is one everywhere: lots have the same contributors in registry, routing and the
 * read models, with the hash of what they gave; nothing goes by the name of the one that was merged.
 */
export const auditMerges: Audit = async ({ query }) => {
  const faults: string[] = [];
  const routing = await query<LotRow>('order-routing', lotsOf('declared', 'WHERE received = chunks'));
  const registry = new Map(
    (await query<LotRow>('producer-registry', lotsOf('quantity', ''))).map((lot) => [lot.id, lot]),
  );
  const seen = new Map((await query<LotRow>('operations-dashboard', SEEN)).map((lot) => [lot.id, lot]));
  for (const lot of routing) {
    const other = registry.get(lot.id);
    if (lot.hash !== lot.real) faults.push(`lot ${lot.id}: its hash in routing is not that of its contributions`);
    if (other && other.hash !== other.real) faults.push(`lot ${lot.id}: its hash in the registry is not theirs`);
    for (const [who, of] of [
      ['the registry', other],
      ['the dashboard', seen.get(lot.id)],
    ] as const) {
      const agrees = of?.seller === lot.seller && of.parts === lot.parts && of.ids === lot.ids;
      if (of && !agrees) faults.push(`lot ${lot.id}: ${who} has another seller or other contributors than routing`);
    }
    if (other && other.hash !== lot.hash) faults.push(`lot ${lot.id}: registry and routing have other contributions`);
  }
  for (const service of ['order-routing', 'producer-registry'] as const) {
    const left = await query<{ what: string; id: string; producer: string }>(
      service,
      service === 'order-routing' ? LEFT_IN_ROUTING : LEFT_IN_REGISTRY,
    );
    faults.push(...left.map(({ what, id, producer }) => `${service}: ${what} ${id} is of ${producer}, who was merged`));
  }
  const done = async (service: 'order-routing' | 'producer-registry', sql: string): Promise<string> =>
    JSON.stringify(await query(service, sql));
  const decided = await done('order-routing', 'SELECT duplicate_id AS a, keep_id AS b FROM merged_producer ORDER BY 1');
  const recorded = await done(
    'producer-registry',
    'SELECT id::text AS a, merged_into::text AS b FROM producer WHERE merged_into IS NOT NULL ORDER BY 1',
  );
  if (decided !== recorded) faults.push(`routing has merged ${decided}, the registry ${recorded}`);
  const asked = await query<{ id: string }>('producer-registry', `SELECT id FROM producer_merge WHERE state = 'asked'`);
  faults.push(...asked.map(({ id }) => `merge ${id} was asked for, and has no answer`));
  return faults;
};
