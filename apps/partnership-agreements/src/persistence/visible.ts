/**
 * SQL condition: agreement `a` is there for the region `:region`: the origin, the partner, and regions below the
 * partner, which order under it. Null: for all (operations).
 */
export const VISIBLE = `(:region::text IS NULL OR a.origin = :region OR a.partner = :region OR starts_with(:region, a.partner || '.'))`;
