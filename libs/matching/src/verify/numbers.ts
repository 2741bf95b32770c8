/** Small numbers for texts, in order of first appearance. */
export class Numbers {
  private readonly known = new Map<string, number>();
  private last = '';
  private lastNumber = -1;

  of(text: string): number {
    if (text === this.last && this.lastNumber >= 0) return this.lastNumber;
    let number = this.known.get(text);
    if (number === undefined) this.known.set(text, (number = this.known.size));
    this.last = text;
    this.lastNumber = number;
    return number;
  }

  get count(): number {
    return this.known.size;
  }

  get texts(): string[] {
    return [...this.known.keys()];
  }
}

const GUESSES = [0, -1, 1, 2] as const;

/** Finds records by id. Where a result lists them in the market's order, the next one is tried before the table. */
export class Finder {
  private next = 0;
  /** Guesses that were right, less those that were wrong; without luck no more are made. */
  private luck = 64;
  private table: Map<string, number> | null = null;

  constructor(private readonly records: readonly { id: string }[]) {}

  /** Index of a record, −1 when there is none of that id. */
  at(id: string): number {
    const { records, next } = this;
    if (this.luck > 0) {
      // The next one, the last one once more, or a little further: some records have nothing in the result.
      for (const step of GUESSES) {
        if (next + step >= records.length || records[next + step]?.id !== id) continue;
        this.next = next + step + 1;
        if (this.luck < 1024) this.luck += 1;
        return next + step;
      }
      this.luck -= 2;
    }
    this.table ??= new Map(records.map((record, at) => [record.id, at]));
    const found = this.table.get(id) ?? -1;
    if (found >= 0) this.next = found + 1;
    return found;
  }
}

/** A sum of products, exact at any size: doubles while they are, bigints for the rest. */
export class ExactSum {
  private small = 0;
  private large = 0n;

  add(a: number, b: number): void {
    const product = a * b;
    const sum = this.small + product;
    if (sum <= Number.MAX_SAFE_INTEGER) {
      this.small = sum;
    } else {
      this.large += BigInt(this.small) + BigInt(a) * BigInt(b);
      this.small = 0;
    }
  }

  toString(): string {
    return (this.large + BigInt(this.small)).toString();
  }
}
