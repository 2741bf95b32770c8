export type Language = 'id' | 'en';

/**
 * The type of a page's words in every language, made from its Indonesian words: the same keys, texts of any content, and
 * sentences made from the same parts. Words of another language in which one lacks, or is too many, do not compile.
 */
export type Same<Indonesian> = Indonesian extends string
  ? string
  : Indonesian extends (...parts: infer Parts) => string
    ? (...parts: Parts) => string
    : { readonly [Key in keyof Indonesian]: Same<Indonesian[Key]> };

/** The words of a code that a service sends; undefined: it is newer than these pages. */
export function wordsOf<Words extends object>(words: Words, code: string): Words[keyof Words] | undefined {
  return Object.hasOwn(words, code) ? words[code as keyof Words] : undefined;
}

/** What the sentences of a reason are made from: words already, no codes. */
export interface ReasonParts {
  /** Partners that the binding names, joined: "Ternate" or "Ternate, Sijunjung dan Sulawesi Selatan". */
  readonly partners: string;
  readonly certificates: string;
  readonly lots: string;
  readonly quantity: string;
  /** How far to relax; the gain where the reason does not say. */
  readonly by: string;
  readonly gain: string;
}

/** A refusal to sell in words. */
export interface ReasonWords {
  /** After a quantity: "2 ton tanpa sertifikat". */
  readonly short: (parts: ReasonParts) => string;
  /** As a label of its own: "Tanpa sertifikat". */
  readonly label: string;
  /** What it means, for the glossary and the tooltip. */
  readonly meaning: string;
  /** What relaxing it sells; absent where nothing can be relaxed. */
  readonly more?: (parts: ReasonParts) => string;
  /** That relaxing it alone sells nothing. */
  readonly alone?: (parts: ReasonParts) => string;
  /** Who can change it. */
  readonly who?: string;
}

/** What the sentence of a task is made from: words already, no codes. */
export interface TaskParts {
  readonly partner: string;
  readonly goods: string;
  readonly amount: string;
  readonly count: string;
  /** Kind of certificate, stage, or service with its cause. */
  readonly detail: string;
}

/** Where a certificate alone sells nothing: what would have to rise first. */
export interface Ahead {
  readonly what: string;
  readonly certificates: string;
  readonly partners: string;
  readonly quantity: string;
  readonly lots: string;
  readonly demandToo: boolean;
}
