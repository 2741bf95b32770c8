/** Most parts of a thing in one event; what has more is told in chunks of so many. */
export const CHUNK_SIZE = 500;

/** @returns how many events tell of so many parts; none of them take one too */
export function chunksOf(parts: number): number {
  return Math.max(1, Math.ceil(parts / CHUNK_SIZE));
}
