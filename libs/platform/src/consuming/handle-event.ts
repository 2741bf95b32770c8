import { EventPattern } from '@nestjs/microservices';
import type { EventEnvelope } from '#contracts/envelope.js';
import type { EventData, EventType } from '#contracts/events.js';
import type { HandlerContext } from './event-log-server.js';

type One<Type extends EventType> = EventEnvelope<Type, EventData<Type>>;

/** A decorator that refuses, when compiled, a method whose parameters do not fit the event. */
type Decorates<Payload> = (
  target: object,
  name: string | symbol,
  method: TypedPropertyDescriptor<(payload: Payload, context: HandlerContext) => Promise<void>>,
) => void;

/** Nest's `@EventPattern(type)` with its parameters checked: one event, then the context. */
export function HandleEvent<Type extends EventType>(type: Type): Decorates<One<Type>> {
  return EventPattern<EventType>(type);
}

/** The same for consecutive events of one type, in order, in one call; a failed batch comes again one by one. */
export function HandleEventBatch<Type extends EventType>(type: Type): Decorates<One<Type>[]> {
  return EventPattern<EventType>(type, { batch: true });
}
