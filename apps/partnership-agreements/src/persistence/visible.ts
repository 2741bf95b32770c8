/**
 * SQL condition: agreement `a` is there for the region in parameter 1: the origin, the partner, and regions below the
 * partner, which order under it. Null: for all (operations).
 */
export const VISIBLE = `($1::text IS NULL OR a.origin = $1 OR a.partner = $1 OR starts_with($1, a.partner || '.'))`;
