import type { EventType } from '#contracts/events.js';
import type { NewEvent } from '#platform/database/outbox.js';
import { nextVersion, type Versioned } from '../domain/ledger/versions.js';

/**
 * An event of a batch before its version is counted: of a record, which gets its next one; or the n-th of a subject that
 * has no versions of its own.
 */
export interface Draft {
  readonly of: Versioned | number;
  readonly event: Omit<NewEvent, 'sequence'>;
}

/** Checked construction: the data fit the type. */
export function draft<Type extends EventType>(of: Versioned | number, event: Omit<NewEvent<Type>, 'sequence'>): Draft {
  return { of, event };
}

/** Counts up the versions of what the events are about, in their order. Once for each batch, before its state is saved. */
export function numbered(drafts: readonly Draft[]): NewEvent[] {
  return drafts.map(({ of, event }) => ({ ...event, sequence: typeof of === 'number' ? of : nextVersion(of) }));
}
