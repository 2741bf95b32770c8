/** The languages in which people are told things. */
export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One thing, said in each language. */
export type Words = Readonly<Record<Language, string>>;

/** What stands in a place of a sentence; what is itself a word is said in the sentence's language. */
export type Value = string | number | Words;

/** Names of the places in a sentence: `'{a} of {b}'` has `a` and `b`. */
type Places<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never;

/** What a sentence needs to be told: nothing, or a value for each of its places. */
export type Values<Sentence extends Words> = [Places<Sentence['en']>] extends [never]
  ? Readonly<Record<string, never>>
  : Readonly<Record<Places<Sentence['en']>, Value>>;

/** The same, as the arguments of a call: none at all where nothing is needed. */
export type Given<Sentence extends Words> = [Places<Sentence['en']>] extends [never]
  ? [values?: Readonly<Record<string, never>>]
  : [values: Values<Sentence>];

/** A sentence with its places filled, in each language. */
export function fill(sentence: Words, values: Readonly<Record<string, Value>> = {}): Words {
  if (!sentence.en.includes('{')) return sentence;
  return { en: filled(sentence.en, values, 'en'), id: filled(sentence.id, values, 'id') };
}

function filled(text: string, values: Readonly<Record<string, Value>>, language: Language): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** What has no other words: a name, a figure, a text that somebody gave. */
export function same(text: string): Words {
  return { en: text, id: text };
}

/** One of several, each in its language: "a, b or c". */
export function oneOf(all: readonly Words[]): Words {
  return { en: joined(all, 'en', ' or '), id: joined(all, 'id', ' atau ') };
}

function joined(all: readonly Words[], language: Language, last: string): string {
  const words = all.map((each) => each[language]);
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(last);
}
