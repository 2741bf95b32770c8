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

/** Nest's `@EventPattern(types)` with its parameters checked: one event of any of the types, then the context. */
export function HandleEvent<Type extends EventType>(...types: readonly [Type, ...Type[]]): Decorates<One<Type>> {
  return EventPattern<readonly EventType[]>(types);
}

/**
 * The same for consecutive events of one type, in order, in one call: a batch never mixes the types. A failed batch comes
 * again one by one.
 */
export function HandleEventBatch<Type extends EventType>(...types: readonly [Type, ...Type[]]): Decorates<One<Type>[]> {
  return EventPattern<readonly EventType[]>(types, { batch: true });
}
