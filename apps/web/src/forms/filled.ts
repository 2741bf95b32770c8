/** What was filled in, by the names of the fields. */
export type Filled = Pick<FormData, 'get' | 'has'>;

/** The text of a field without what surrounds it; undefined: it is empty. */
export function textIn(filled: Filled, name: string): string | undefined {
  const value = filled.get(name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** Those of the named texts that are filled in, as parts of a body. */
export function textsIn(filled: Filled, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = textIn(filled, name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/**
 * The whole number in a field, with or without the marks between its thousands; what is none goes as it is, so that the
 * service says what is wrong with it.
 *
 * @returns undefined: it is empty
 */
export function wholeIn(filled: Filled, name: string): number | string | undefined {
  const text = textIn(filled, name);
  if (text === undefined) return undefined;
  const bare = text.replace(/[.,](?=\d{3}(\D|$))/g, '');
  return /^\d+$/.test(bare) ? Number(bare) : text;
}

/** Which boxes of a list are ticked. */
export function chosenIn<Value extends string>(filled: Filled, name: string, values: readonly Value[]): Value[] {
  return values.filter((value) => filled.has(`${name}/${value}`));
}
