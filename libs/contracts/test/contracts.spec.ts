import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CloudEvent, Kafka } from 'cloudevents';
import { fromBinary, MalformedEvent, toBinary } from '../src/cloud-events.js';
import type { EventEnvelope } from '../src/envelope.js';
import { EVENTS, type EventType } from '../src/events.js';
import { REASONS } from '#kernel/reasons.js';
import { InvalidEvent, validateEvent } from '../src/validate-event.js';
import { SAMPLES } from './samples.js';

const TYPES = Object.keys(EVENTS) as EventType[];
const GOLDEN = join(process.cwd(), 'libs/contracts/golden');

function envelope(type: EventType, data: object = SAMPLES[type]): EventEnvelope {
  return {
    id: '0190f3a0-0000-7000-8000-000000000001',
    source: '/serap/order-routing',
    type,
    subject: 'lot:B',
    sequence: 3,
    time: '2019-03-04T02:00:00.000Z',
    key: '33.02',
    correlationId: '0190f3a0-0000-7000-8000-000000000002',
    causationId: '0190f3a0-0000-7000-8000-000000000003',
    traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    principal: 'partner-intake@82.71',
    data,
  };
}

describe.each(TYPES)('%s', (type) => {
  it('is valid as its golden sample, which never changes', () => {
    const golden = JSON.parse(readFileSync(join(GOLDEN, `${type}.json`), 'utf8')) as EventEnvelope;
    expect(golden).toEqual(JSON.parse(JSON.stringify(envelope(type))));
    expect(validateEvent(golden)?.data).toEqual(golden.data);
  });

  it('is refused without any one of its required fields, or with a wrong one', () => {
    for (const name of Object.keys(SAMPLES[type])) {
      const { [name]: value, ...rest } = SAMPLES[type] as unknown as Record<string, unknown>;
      expect(() => validateEvent(envelope(type, { ...rest, [name]: { wrong: value } }))).toThrow(InvalidEvent);
    }
  });

  it('takes fields that a newer producer added', () => {
    expect(() => validateEvent(envelope(type, { ...SAMPLES[type], addedLater: 1 }))).not.toThrow();
  });
});

describe('a golden sample with fields that came later', () => {
  it.each([
    ['serap.agreement.terms-changed.v1.with-share', 'releaseHour', [25, -1, '12']],
    ['serap.agreement.terms-changed.v1.with-price-band', 'minimumPrice', [-1, 0.5, '16500']],
    ['serap.agreement.terms-changed.v1.with-payment-days', 'paymentDays', [0, 91, 7.5, '45']],
    ['serap.agreement.terms-changed.v1.with-load-tolerance', 'loadTolerance', [-1, 1_001, 0.5, '50']],
    ['serap.agreement.terms-changed.v1.with-quota-kind', 'quotaKind', ['none', 1, '']],
    ['serap.agreement.stage-changed.v1.with-report', 'reportDueOn', ['31-08-2019', '', 7]],
    ['serap.agreement.stage-changed.v1.with-signing', 'signedOn', ['25-02-2019', '', 7]],
    ['serap.surplus.declared.v1.with-sack', 'sack', [1, 0, 2.5, '25000']],
    ['serap.surplus.declared.v1.with-law', 'makers', ['large', 1]],
    ['serap.surplus.declared.v1.with-law', 'lawAsksFor', [['BPOM'], 'P-IRT']],
    ['serap.surplus.adjusted.v1.with-parts', 'parts', [[{ producerId: 1 }], {}]],
    ['serap.allocation.line-promised.v1.with-terms', 'terms', [[{ termId: 'T1' }], {}]],
    ['serap.allocation.offered.v1.with-edition', 'edition', [0, '1']],
    ['serap.allocation.lot-balance.v1.with-refused', 'refused', [-1, '1']],
    ['serap.allocation.line-promised.v1.with-bind-by', 'bindBy', ['soon', 1]],
    ['serap.allocation.offered.v1.with-deadlines', 'answerBy', ['tomorrow', 1]],
    ['serap.allocation.offered.v1.with-deadlines', 'leaveOn', ['20-03-2019', 1]],
    ['serap.surplus.withdrawal-requested.v1.with-whole', 'whole', ['yes', 1]],
    ['serap.allocation.lot-request-decided.v1.with-available', 'available', [-1, '1']],
    ['serap.allocation.merge-decided.v1.with-reason', 'reason', ['', 1, 'OTHER']],
    ['serap.producer.suspended.v1.with-merged', 'mergedInto', [1, ['p1']]],
    ['serap.allocation.status-changed.v1.with-recall', 'recalled', ['yes', 1]],
    ['serap.allocation.status-changed.v1.with-correction', 'acceptedBefore', [-1, '1']],
    ['serap.allocation.confirmed.v1.with-split', 'splitFrom', [1, {}]],
    ['serap.shipment.dispatched.v1.with-load', 'loadId', [1, {}]],
    ['serap.shipment.delivered.v1.with-corrections', 'corrections', [0, '1']],
    ['serap.shipment.delivered.v1.with-pay-by', 'payBy', ['2019-04-17T00:00:00Z', 1]],
  ])('%s is valid, and keeps them', (name, field, wrong) => {
    const golden = JSON.parse(readFileSync(join(GOLDEN, `${name}.json`), 'utf8')) as EventEnvelope;
    expect(validateEvent(golden)?.data).toEqual(golden.data);
    for (const value of wrong) {
      const data = { ...golden.data, [field]: value };
      expect(() => validateEvent({ ...golden, data })).toThrow(InvalidEvent);
    }
  });
});

describe('the binary form', () => {
  it('survives a round trip', () => {
    const event = envelope('serap.allocation.lot-balance.v1');
    expect(fromBinary(toBinary(event))).toEqual(event);
  });

  it('is read by the official CloudEvents SDK, with every attribute', () => {
    const event = envelope('serap.allocation.lot-balance.v1');
    const { headers, body } = toBinary(event);
    const read = Kafka.toEvent({
      headers,
      key: event.key,
      value: Buffer.from(body),
      body: Buffer.from(body).toString(),
    } as never) as CloudEvent;
    expect(read.validate()).toBe(true);
    expect(read).toMatchObject({
      specversion: '1.0',
      id: event.id,
      source: event.source,
      type: event.type,
      subject: event.subject,
      time: event.time,
      partitionkey: event.key,
      sequence: '3',
      correlationid: event.correlationId,
    });
    expect(typeof read.data === 'string' ? JSON.parse(read.data) : read.data).toEqual(event.data);
  });

  it('reads what the official SDK writes', () => {
    const event = envelope('serap.clock.advanced.v1');
    const cloudEvent = new CloudEvent({
      id: event.id,
      source: event.source,
      type: event.type,
      subject: event.subject,
      time: event.time,
      sequence: '3',
      partitionkey: event.key,
      correlationid: event.correlationId,
      principal: event.principal,
      datacontenttype: 'application/json',
      data: event.data,
    });
    const message = Kafka.binary(cloudEvent);
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
    const value = message.value;
    const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
    const { causationId: _, traceparent: __, ...expected } = event;
    expect(fromBinary({ headers, body })).toEqual(expected);
  });

  it.each<[string, Uint8Array]>([
    ['text', Buffer.from('hello')],
    ['an array', Buffer.from('[]')],
    ['null', Buffer.from('null')],
    ['half a character', Buffer.from([0xc3])],
    ['nothing', Buffer.alloc(0)],
  ])('is malformed with %s as its body', (_, body) => {
    expect(() => fromBinary({ ...toBinary(envelope('serap.clock.advanced.v1')), body })).toThrow(MalformedEvent);
  });

  it.each(['ce_id', 'ce_type', 'ce_source', 'ce_subject', 'ce_sequence', 'ce_specversion'])(
    'is malformed without %s',
    (name) => {
      const { headers, body } = toBinary(envelope('serap.clock.advanced.v1'));
      const { [name]: _, ...rest } = headers;
      expect(() => fromBinary({ headers: rest, body })).toThrow(MalformedEvent);
    },
  );
});

describe('the contract', () => {
  it('passes over a type that it does not know', () => {
    expect(validateEvent({ ...envelope('serap.clock.advanced.v1'), type: 'serap.future.v9' })).toBeUndefined();
    expect(validateEvent({ ...envelope('serap.clock.advanced.v1'), type: 'constructor' })).toBeUndefined();
  });

  it('lists every reason once', () => {
    expect(new Set(REASONS).size).toBe(REASONS.length);
  });

  it('does not let data swap their prototype', () => {
    const data = JSON.parse('{"offsetMs":1,"__proto__":{"polluted":true}}') as object;
    const event = validateEvent(envelope('serap.clock.advanced.v1', data));
    expect((event?.data as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
