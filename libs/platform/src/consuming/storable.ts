/** Text from outside in a shape that a `text` column takes: PostgreSQL stores no NUL, and names have an end. */
export function storable(text: string, limit = 300): string {
  return text.replaceAll('\0', '\uFFFD').slice(0, limit);
}
