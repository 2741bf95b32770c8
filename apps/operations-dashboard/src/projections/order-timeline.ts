import type { EventEnvelope } from '#contracts/envelope.js';
import type { Tx } from '#platform/database/transactions.js';
import { record } from '../persistence/project.js';

/** Keeps events for the timeline of the order they are about; contributors' parts stay out of it. */
export function keepForTimeline(
  tx: Tx,
  events: readonly EventEnvelope<string, { readonly orderId: string }>[],
): Promise<void> {
  return record(
    tx,
    'order_event',
    events.map(({ id, type, subject, sequence, time, data }) => ({
      event_id: id,
      order_id: data.orderId,
      type,
      subject,
      sequence,
      happened_at: time,
      data: { ...data, contributions: undefined },
    })),
  );
}
