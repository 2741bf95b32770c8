/** Names in one text, each ended by a line break, and where each begins: a string of its own costs more than its letters. */
interface Packed {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** The district's digits and the village's as one number: `33.02.16.2007` is 162007, its district 160000. */
const A_DISTRICT = 10_000;

/** Districts and villages of one regency, by code and by name. Names in small letters are kept: searches come often. */
export class RegencyPlaces {
  private readonly numbers: Uint32Array;
  private readonly names: Packed;
  private readonly small: Packed;

  /** @param places codes that begin with the regency's, NN.NN.NN or NN.NN.NN.NNNN, with their names; in any order */
  constructor(
    private readonly regency: string,
    places: readonly (readonly [code: string, name: string])[],
  ) {
    const sorted = places.map(([code, name]) => [numberOf(code), name] as const).sort(([a], [b]) => a - b);
    const names = sorted.map(([, name]) => name);
    this.numbers = Uint32Array.from(sorted, ([number]) => number);
    this.names = packed(names);
    this.small = packed(names.map((name) => name.toLowerCase()));
  }

  /** @returns undefined for a code that is none of these places */
  nameOf(code: string): string | undefined {
    const number = numberOf(code);
    const at = lastUpTo(this.numbers, number);
    return this.numbers[at] === number ? this.nameAt(at) : undefined;
  }

  /** Codes of the places that have a text in their name. @param part in small letters */
  codesNamed(part: string): string[] {
    if (part.includes('\n')) return [];
    const { text, starts } = this.small;
    const codes: string[] = [];
    for (let found = text.indexOf(part); found !== -1 && found < text.length;) {
      const at = lastUpTo(starts, found);
      codes.push(this.codeAt(at));
      found = text.indexOf(part, starts[at + 1] ?? text.length);
    }
    return codes;
  }

  /** Codes of the villages that are called so. @param name in small letters */
  villagesCalled(name: string): string[] {
    return this.codesNamed(name).filter((code) => code.length > 8 && this.nameOf(code)?.toLowerCase() === name);
  }

  private nameAt(at: number): string {
    const { text, starts } = this.names;
    return text.slice(starts[at], (starts[at + 1] ?? text.length) - 1);
  }

  private codeAt(at: number): string {
    const digits = String(this.numbers[at]).padStart(6, '0');
    const district = `${this.regency}.${digits.slice(0, 2)}`;
    return digits.endsWith('0000') ? district : `${district}.${digits.slice(2)}`;
  }
}

function numberOf(code: string): number {
  return Number(code.slice(6, 8)) * A_DISTRICT + Number(code.slice(9));
}

function packed(names: readonly string[]): Packed {
  const starts = new Uint32Array(names.length);
  let length = 0;
  names.forEach((name, at) => {
    starts[at] = length;
    length += name.length + 1;
  });
  return { text: names.map((name) => `${name}\n`).join(''), starts };
}

/** Place of the last of ascending numbers that is not above a limit; -1: all are. */
function lastUpTo(ascending: Uint32Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
