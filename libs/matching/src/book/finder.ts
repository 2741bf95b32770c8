const NEVER = 2_147_483_647;

/**
 * Finds the first marked position whose ready day and price are low enough: a tournament tree of minima.
 * Marking and unmarking cost O(log n); a search costs O(log n) unless early and cheap never meet in one lot.
 */
export class Finder {
  private readonly leaves: number;
  private readonly ready: Int32Array;
  private readonly price: Float64Array;

  constructor(size: number) {
    let leaves = 1;
    while (leaves < size) leaves *= 2;
    this.leaves = leaves;
    this.ready = new Int32Array(leaves * 2).fill(NEVER);
    this.price = new Float64Array(leaves * 2).fill(Infinity);
  }

  mark(position: number, ready: number, price: number): void {
    let at = position + this.leaves;
    if (this.ready[at] === ready && this.price[at] === price) return;
    this.ready[at] = ready;
    this.price[at] = price;
    // Above a node whose minima stay, all others do.
    for (at >>= 1; at > 0 && this.pull(at); at >>= 1);
  }

  unmark(position: number): void {
    this.mark(position, NEVER, Infinity);
  }

  /** First marked position ≥ `from` with ready ≤ `ready` and price ≤ `price`; −1 when there is none. */
  first(from: number, ready: number, price: number): number {
    if (from >= this.leaves) return -1;
    let at = from + this.leaves;
    for (;;) {
      if (this.holds(at, ready, price)) {
        if (at >= this.leaves) return at - this.leaves;
        at *= 2;
        continue;
      }
      // On to the next subtree to the right: up while a right child, then across.
      while ((at & 1) === 1) {
        at >>= 1;
        if (at <= 1) return -1;
      }
      if (at === 0) return -1;
      at += 1;
    }
  }

  private holds(at: number, ready: number, price: number): boolean {
    return (
      (this.ready[at] ?? NEVER) <= ready && (this.price[at] ?? Infinity) <= price && (this.ready[at] ?? NEVER) < NEVER
    );
  }

  private pull(at: number): boolean {
    const ready = Math.min(this.ready[at * 2] ?? NEVER, this.ready[at * 2 + 1] ?? NEVER);
    const price = Math.min(this.price[at * 2] ?? Infinity, this.price[at * 2 + 1] ?? Infinity);
    if (this.ready[at] === ready && this.price[at] === price) return false;
    this.ready[at] = ready;
    this.price[at] = price;
    return true;
  }
}
