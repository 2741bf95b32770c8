/**
 * A CloudEvents 1.0 event as services hand it around.
 *
 * (`source`, `subject`) is one thing with one version count, and it lives on one topic; `sequence` is that version,
 * from 1 without a gap. The data are the thing's state after the change, so a consumer upserts by version.
 */
export interface EventEnvelope<Type extends string = string, Data extends object = object> {
  /** UUIDv7, unique in the log. */
  readonly id: string;
  /** The owner, e.g. `/serap/order-routing`. */
  readonly source: string;
  readonly type: Type;
  /** The aggregate, e.g. `lot:0190…`. */
  readonly subject: string;
  /** Version of the subject after this event: 1, 2, 3 … */
  readonly sequence: number;
  /** Business time of the change, ISO 8601 in UTC. */
  readonly time: string;
  /** Partition key. */
  readonly key: string;
  /** The call that started it all. */
  readonly correlationId: string;
  /** The event or input that led to this one, if any. */
  readonly causationId?: string;
  /** W3C trace context of the transaction that wrote it. */
  readonly traceparent?: string;
  /** Who acted: the subject of the token, or `system`. */
  readonly principal: string;
  readonly data: Data;
}
