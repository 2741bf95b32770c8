import { toHeaders } from '#contracts/cloud-events.js';
import { EVENTS, type EventData, type EventType } from '#contracts/events.js';
import { uuidv7 } from '#kernel/uuid.js';
import { callContext } from '../context/call-context.js';

/** An event before it is stored: the thing's state after the change, and which version of it that is. */
export interface NewEvent<Type extends EventType = EventType> {
  readonly type: Type;
  readonly subject: string;
  /** Version of the subject: the aggregate must be locked before this is counted up. */
  readonly sequence: number;
  readonly key: string;
  readonly data: EventData<Type>;
  /** What led to it, where that is another event or input than the call's. */
  readonly causationId?: string;
  /** Who acted, where that is not who acts now: a batch decides for many callers. */
  readonly principal?: string;
  readonly correlationId?: string;
}

/** Checked construction: the data fit the type. */
export function newEvent<Type extends EventType>(event: NewEvent<Type>): NewEvent<Type> {
  return event;
}

/** What `appendToOutbox` needs of a transaction. */
interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/**
 * Stores events in the outbox within the caller's transaction, in the given order, in one statement.
 *
 * @param source the owner, e.g. `/serap/order-routing`
 * @param time business time of the change
 */
export async function appendToOutbox(
  tx: Queryable,
  source: string,
  time: Date,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const now = callContext();
  const rows = events.map((event) => {
    const id = uuidv7();
    const causationId = event.causationId ?? now.causationId;
    const headers = toHeaders({
      id,
      source,
      type: event.type,
      subject: event.subject,
      sequence: event.sequence,
      time: time.toISOString(),
      key: event.key,
      correlationId: event.correlationId ?? now.correlationId,
      ...(causationId === undefined ? {} : { causationId }),
      ...(now.traceparent === undefined ? {} : { traceparent: now.traceparent }),
      principal: event.principal ?? now.principal,
    });
    return { event_id: id, topic: EVENTS[event.type].topic, key: event.key, headers, body: event.data };
  });
  // One document: as arrays of text, every quote in every body would be escaped on the way.
  await tx.query(
    `INSERT INTO outbox (event_id, topic, key, headers, body)
     SELECT * FROM json_to_recordset($1::json) AS e (event_id uuid, topic text, key text, headers json, body json)`,
    [JSON.stringify(rows)],
  );
}
