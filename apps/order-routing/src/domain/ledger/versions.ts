import type { Writable } from './writable.js';

/** A record that tells others of itself: each of its events carries the next version of it. */
export interface Versioned {
  readonly version: number;
}

/** Counts up the version of a record, once for each event of it; called when a batch is closed, and nowhere else. */
export function nextVersion(record: Versioned): number {
  const own: Writable<Versioned> = record;
  own.version += 1;
  return own.version;
}
