import type { EventEnvelope } from './envelope.js';

/** Bytes that are no event: not UTF-8 JSON, not an object, or without a required CloudEvents attribute. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent';
}

export interface BinaryEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Encodes an event in the binary content mode of the CloudEvents Kafka protocol binding 1.0.2 (§3.2). */
export function toBinary(event: EventEnvelope): BinaryEvent {
  return { headers: toHeaders(event), body: new TextEncoder().encode(JSON.stringify(event.data)) };
}

/** Everything of an event but its data. */
export function toHeaders(event: Omit<EventEnvelope, 'data'>): BinaryEvent['headers'] {
  return {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.id,
    ce_source: event.source,
    ce_type: event.type,
    ce_subject: event.subject,
    ce_sequence: String(event.sequence),
    ce_time: event.time,
    ce_partitionkey: event.key,
    ce_correlationid: event.correlationId,
    ce_principal: event.principal,
    ...(event.causationId === undefined ? {} : { ce_causationid: event.causationId }),
    ...(event.traceparent === undefined ? {} : { ce_traceparent: event.traceparent }),
  };
}

function required(headers: Readonly<Record<string, string>>, name: string): string {
  const value = headers[name];
  if (value === undefined || value === '') throw new MalformedEvent(`header ${name} is missing`);
  return value;
}

function jsonObject(body: Uint8Array): object {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new MalformedEvent('the body is not JSON in UTF-8');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new MalformedEvent('the body is not a JSON object');
  }
  return value;
}

/**
 * Decodes an event; the data are not validated yet (validate-event.ts does that, by type).
 *
 * @throws MalformedEvent when the bytes are no event
 */
export function fromBinary(event: BinaryEvent): EventEnvelope {
  const { headers } = event;
  if (required(headers, 'ce_specversion') !== '1.0') throw new MalformedEvent('ce_specversion is not 1.0');
  const sequence = Number(required(headers, 'ce_sequence'));
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new MalformedEvent('ce_sequence is no version');
  const causationId = headers['ce_causationid'];
  const traceparent = headers['ce_traceparent'];
  return {
    id: required(headers, 'ce_id'),
    source: required(headers, 'ce_source'),
    type: required(headers, 'ce_type'),
    subject: required(headers, 'ce_subject'),
    sequence,
    time: required(headers, 'ce_time'),
    key: required(headers, 'ce_partitionkey'),
    correlationId: required(headers, 'ce_correlationid'),
    principal: required(headers, 'ce_principal'),
    ...(causationId === undefined ? {} : { causationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
    data: jsonObject(event.body),
  };
}
