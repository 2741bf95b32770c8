import { validateSync, type ValidationError } from 'class-validator';
import type { EventEnvelope } from './envelope.js';
import { EVENTS, isEventType, type SerapEvent } from './events.js';
import { nestedTypes } from './shapes.js';

/** An event of a known type whose data break the contract. The message names the fields, never their values. */
export class InvalidEvent extends Error {
  override readonly name = 'InvalidEvent';
}

function hydrate(type: new () => object, plain: object): object {
  const nested = nestedTypes(type);
  const target = new type() as Record<string, unknown>;
  for (const [name, value] of Object.entries(plain)) {
    // Assigning it would swap the prototype and with it every rule.
    if (name === '__proto__') continue;
    const inner = nested.get(name);
    // A wrong shape is kept as it came, so that the validator names it.
    target[name] =
      inner && Array.isArray(value)
        ? value.map((item: unknown): unknown => (isObject(item) ? hydrate(inner, item) : item))
        : value;
  }
  return target;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function paths(errors: readonly ValidationError[], prefix = ''): string[] {
  return errors.flatMap((error) => {
    const path = `${prefix}/${error.property}`;
    const own = Object.keys(error.constraints ?? {}).map((rule) => `${path}: ${rule}`);
    return [...own, ...paths(error.children ?? [], path)];
  });
}

/**
 * @returns the event with data of its class; `undefined` when its type is not known here (pass over it, count it)
 * @throws InvalidEvent when the data break the contract; fields that a newer producer added are let through
 */
export function validateEvent(event: EventEnvelope): SerapEvent | undefined {
  if (!isEventType(event.type)) return undefined;
  const data = hydrate(EVENTS[event.type].data, event.data);
  const faults = paths(validateSync(data, { forbidUnknownValues: true }));
  if (faults.length > 0) throw new InvalidEvent(`${event.type}: ${faults.slice(0, 10).join(', ')}`);
  return { ...event, data } as SerapEvent;
}
