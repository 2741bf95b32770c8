/**
 * What a read model keeps of an event, some of it otherwise. Each field of the event is described, or said to lie
 * elsewhere: one that is added to the contract does not compile until then.
 */
export type ReadModelOf<Data extends object, Otherwise extends object = object> = Required<
  Omit<Data, keyof Otherwise>
> &
  Otherwise & { readonly version: number };

/** An instant of an event as it is kept; absent: null. */
export function instant(text: string | undefined): Date | null {
  return text === undefined ? null : new Date(text);
}
