/** Order of two ids: by code unit, the same everywhere, no locale takes part. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A copy of records, sorted by id. */
export function sortedById<T extends { id: string }>(records: readonly T[]): T[] {
  let sorted = true;
  for (let i = 1; i < records.length && sorted; i += 1) {
    const [before, after] = [records[i - 1], records[i]];
    if (before !== undefined && after !== undefined && before.id > after.id) sorted = false;
  }
  return sorted ? records.slice() : records.slice().sort((a, b) => byText(a.id, b.id));
}

/** Gives each distinct text a small number, in order of first appearance. */
export class Numbering {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const fresh = this.texts.length;
    this.numbers.set(text, fresh);
    this.texts.push(text);
    return fresh;
  }
}

/** Records by key, keys in order of first appearance. */
export function groupBy<K, T>(records: Iterable<T>, key: (record: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const record of records) {
    const k = key(record);
    const group = groups.get(k);
    if (group === undefined) groups.set(k, [record]);
    else group.push(record);
  }
  return groups;
}
