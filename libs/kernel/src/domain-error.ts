import { CODE_OF, SENTENCES, type Refusal } from './refusals/sentences.js';
import type { ErrorCode } from './refusals/codes.js';
import { fill, same, type Language, type Values, type Words } from './refusals/words.js';

/** A fault as it is found and kept: for readers of each language. */
export interface SaidFault {
  readonly pointer: string;
  /** In English, as it stands in events and logs. */
  readonly message: string;
  /** For whoever reads it; absent in what an earlier release has kept. */
  readonly said?: Words;
}

/** One fault in an input: where it is (JSON Pointer, RFC 6901) and what to do about it, in the language of its reader. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** A refusal as it is kept: by its code, in every language. */
export interface KeptRefusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly said?: Words;
  readonly faults: readonly SaidFault[];
}

/** A key of the table, the values of its sentence's places, and the faults. */
type Given = { [Key in Refusal]: GivenTo<Key> }[Refusal];
type GivenTo<Key extends Refusal> =
  Values<(typeof SENTENCES)[Key]> extends Readonly<Record<string, never>>
    ? [key: Key, values?: Readonly<Record<string, never>>, faults?: readonly SaidFault[]]
    : [key: Key, values: Values<(typeof SENTENCES)[Key]>, faults?: readonly SaidFault[]];

/**
 * A refusal by a rule of the domain: the caller can act on it, a retry cannot.
 *
 * Code, HTTP status and words stand in one table, refusals/; a key that is not in it does not compile.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly said: Words;
  readonly faults: readonly SaidFault[];

  /** @param key the code, after a dot the case; @param given the values of the sentence's places, then the faults */
  constructor(...[key, values, faults = []]: Given) {
    const said = fill(SENTENCES[key], values);
    super(said.en);
    this.name = 'DomainError';
    this.code = CODE_OF[key];
    this.said = said;
    this.faults = faults;
  }

  /** What is kept of it; plain JSON. */
  kept(): KeptRefusal {
    const { code, message, said, faults } = this;
    return { code, message, said, faults };
  }

  /** The same refusal with other faults: those of a part, as the whole has them. */
  withFaults(faults: readonly SaidFault[]): DomainError {
    return DomainError.again({ ...this.kept(), faults });
  }

  /** A refusal that was kept, refused once more. */
  static again({ code, message, said = same(message), faults }: KeptRefusal): DomainError {
    return Object.assign(new DomainError('INVALID'), { code, message, said, faults });
  }
}

export function faultAt(pointer: string, said: Words): SaidFault {
  return { pointer, message: said.en, said };
}

/** Faults as a reader of this language is told them; nothing but what is told. */
export function told(faults: readonly SaidFault[], language: Language): Fault[] {
  return faults.map(({ pointer, message, said }) => ({ pointer, message: said?.[language] ?? message }));
}
