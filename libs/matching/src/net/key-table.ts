/** Gives each distinct number a small one, in order of first appearance: a hash table on typed arrays. */
export class KeyTable {
  private keys: Float64Array;
  private values: Int32Array;
  private mask: number;
  size = 0;

  constructor(expected: number) {
    let room = 64;
    while (room < expected * 2) room *= 2;
    this.keys = new Float64Array(room);
    this.values = new Int32Array(room).fill(-1);
    this.mask = room - 1;
  }

  /** The number of `key`, a safe integer ≥ 0; a new one when it was not seen before. */
  of(key: number): number {
    let at = this.slot(key);
    const found = this.values[at] ?? -1;
    if (found >= 0) return found;
    if ((this.size + 1) * 2 > this.mask) {
      this.grow();
      at = this.slot(key);
    }
    this.keys[at] = key;
    this.values[at] = this.size;
    this.size += 1;
    return this.size - 1;
  }

  private slot(key: number): number {
    const high = Math.floor(key / 4_294_967_296);
    let at = Math.imul((key | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    at = (at ^ (at >>> 15)) & this.mask;
    while ((this.values[at] ?? -1) >= 0 && this.keys[at] !== key) at = (at + 1) & this.mask;
    return at;
  }

  private grow(): void {
    const [keys, values] = [this.keys, this.values];
    this.keys = new Float64Array(keys.length * 2);
    this.values = new Int32Array(keys.length * 2).fill(-1);
    this.mask = this.keys.length - 1;
    for (let i = 0; i < keys.length; i += 1) {
      const value = values[i] ?? -1;
      if (value < 0) continue;
      const at = this.slot(keys[i] ?? 0);
      this.keys[at] = keys[i] ?? 0;
      this.values[at] = value;
    }
  }
}
