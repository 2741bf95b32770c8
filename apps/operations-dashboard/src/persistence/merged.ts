/**
 * Producers that were registered twice. What was told of them before stays as it was told: who reads it asks by which name
 * it goes now, for the topics are read side by side, and nobody knows which of them comes first.
 */
export const MERGED = '(SELECT producer_id, merged_into FROM producer WHERE merged_into IS NOT NULL)';

/** SQL: the producer that a column of the query around it names, by its present name. */
export function nowOf(column: string): string {
  return `coalesce((SELECT merged.merged_into FROM producer merged WHERE merged.producer_id = ${column}), ${column})`;
}
