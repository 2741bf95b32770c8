/**
 * A value of which every field is known to `Known`: one that is not does not compile. A spread lets any field through.
 *
 * @example function told<Row extends TermRow>(row: NoMore<Row, AgreementTermsChanged>) { … }
 */
export type NoMore<Value, Known> = Value & Readonly<Record<Exclude<keyof Value, keyof Known>, never>>;
