/** SQL: the price band of a row of `term` or `edition_term`, as domain/term.ts has it; null: any price. */
export const PRICE_BAND = `CASE WHEN minimum_price IS NOT NULL
  THEN json_build_object('minimum', minimum_price, 'maximum', maximum_price) END`;
