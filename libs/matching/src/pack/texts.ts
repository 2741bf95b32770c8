/** Many texts as one, with where each ends: threads copy one string and one buffer instead of a million objects. */
export interface Texts {
  text: string;
  ends: Int32Array;
}

export function packTexts(texts: readonly string[]): Texts {
  const ends = new Int32Array(texts.length);
  let end = 0;
  for (let at = 0; at < texts.length; at += 1) ends[at] = end += texts[at]?.length ?? 0;
  return { text: texts.join(''), ends };
}

export function textAt({ text, ends }: Texts, at: number): string {
  return text.slice(at === 0 ? 0 : ends[at - 1], ends[at]);
}

/** Equal values share a number: a column of few different ones. */
export class Column<T> {
  readonly values: T[] = [];
  readonly numbers: Int32Array;
  private readonly known = new Map<string, number>();

  constructor(length: number) {
    this.numbers = new Int32Array(length);
  }

  /** @param key equal for equal values only */
  put(at: number, key: string, value: T): void {
    let number = this.known.get(key);
    if (number === undefined) this.known.set(key, (number = this.values.push(value) - 1));
    this.numbers[at] = number;
  }

  get packed(): PackedColumn<T> {
    return { values: this.values, numbers: this.numbers };
  }
}

export interface PackedColumn<T> {
  values: T[];
  numbers: Int32Array;
}

export function valueAt<T>({ values, numbers }: PackedColumn<T>, at: number): T {
  return values[numbers[at] ?? 0] as T;
}

/** The buffers of all typed arrays in a packed record, to be handed over instead of copied. */
export function buffersOf(packed: object): ArrayBuffer[] {
  return Object.values(packed).flatMap((value: unknown): ArrayBuffer[] => {
    if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? buffersOf(value) : [];
  });
}
