import type { Audit } from './invariant.js';

/** What of a line is bound under an edition: by its allocations, and by what its promise took there. */
const BOUND = `
  WITH taken AS (
    SELECT line.id AS line, take->>'termId' AS term, (take->>'edition')::bigint AS edition,
      sum((take->>'quantity')::bigint) AS promised, sum((take->>'allocated')::bigint) AS bound
    FROM order_line AS line, jsonb_array_elements(takes) AS take WHERE take->>'edition' IS NOT NULL GROUP BY 1, 2, 3
  ), given AS (
    SELECT line_id AS line, terms_id AS term, edition,
      sum(CASE WHEN status IN ('offered', 'confirmed', 'dispatched') THEN quantity ELSE accepted END) AS bound
    FROM allocation WHERE edition > 0 GROUP BY 1, 2, 3
  )
  SELECT coalesce(taken.line, given.line) AS line, coalesce(taken.term, given.term) AS term,
    coalesce(taken.edition, given.edition) AS edition,
    coalesce(taken.bound, 0)::bigint AS taken, coalesce(given.bound, 0)::bigint AS given
  FROM taken FULL JOIN given USING (line, term, edition)
  WHERE (coalesce(taken.bound, 0) <> coalesce(given.bound, 0) OR taken.bound > taken.promised)
    -- Goods that were delivered by a release of before say no edition.
    AND NOT EXISTS (SELECT FROM allocation WHERE line_id = coalesce(taken.line, given.line) AND edition = 0)`;

/** Goods whose freight or price is not that of the edition that they are bound under. */
const OTHER_TERMS = `
  SELECT allocation.id AS allocation, terms_id AS term, allocation.edition
  FROM allocation JOIN (
    SELECT id, edition, freight, minimum_price FROM terms UNION ALL
    SELECT id, edition, freight, minimum_price FROM earlier_terms
  ) AS kept ON kept.id = terms_id AND kept.edition = allocation.edition
  WHERE allocation.freight <> kept.freight OR unit_price < coalesce(minimum_price, 0)`;

/** A promise keeps the edition that it was made under: what is bound of it is bound there, at that freight and price. */
export const auditEditions: Audit = async ({ query }) => {
  const bound = await query<{ line: string; term: string; edition: number; taken: number; given: number }>(
    'order-routing',
    BOUND,
  );
  const others = await query<{ allocation: string; term: string; edition: number }>('order-routing', OTHER_TERMS);
  return [
    ...bound.map(
      ({ line, term, edition, taken, given }) =>
        `line ${line}: ${String(taken)} of its promise under ${term}, edition ${String(edition)}, is bound, its allocations say ${String(given)}`,
    ),
    ...others.map(
      ({ allocation, term, edition }) =>
        `allocation ${allocation}: freight or price is not that of ${term}, edition ${String(edition)}`,
    ),
  ];
};
