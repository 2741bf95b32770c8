type Nullable<Value> = { [Field in keyof Value]: null extends Value[Field] ? Field : never }[keyof Value];

/** A record in which absent is said by absence, as events do, instead of by null, as tables do. */
export type WithoutNulls<Value> = Omit<Value, Nullable<Value>> & {
  [Field in Nullable<Value>]?: NonNullable<Value[Field]>;
};

/** @returns the fields of `value` that are not null */
export function withoutNulls<Value extends object>(value: Value): WithoutNulls<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== null)) as WithoutNulls<Value>;
}
