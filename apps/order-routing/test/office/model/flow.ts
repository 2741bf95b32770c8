/**
 * Goods handed to wishes one after another, by the plainest of all ways: look for a path from the wish to goods that are
 * left, over goods that others could give up for others; take what fits through it; look again.
 */
export class Flow {
  private readonly wishes: { readonly from: readonly number[]; readonly got: number[] }[] = [];
  private readonly left: number[];

  constructor(stock: readonly number[]) {
    this.left = [...stock];
  }

  /** @param from goods that would do, by their place in the stock. @returns how much of `want` the wish gets */
  give(from: readonly number[], want: number): number {
    this.wishes.push({ from, got: this.left.map(() => 0) });
    const wish = this.wishes.length - 1;
    let given = 0;
    while (given < want) {
      const more = this.find(wish, want - given, new Set());
      if (more === 0) break;
      given += more;
    }
    return given;
  }

  /** What of these goods nobody needs: they are taken away, and what is missed for them is asked of the rest. */
  spare(goods: readonly number[]): number {
    const kept = this.left.map((_, index) => (goods.includes(index) ? 0 : this.left[index]!));
    const stock = goods.reduce((sum, index) => sum + this.left[index]! + this.taken(index), 0);
    const others = new Flow(kept.map((rest, index) => (goods.includes(index) ? 0 : rest + this.taken(index))));
    let needed = 0;
    for (const { from, got } of this.wishes) {
      const want = got.reduce((sum, one) => sum + one, 0);
      needed +=
        want -
        others.give(
          from.filter((index) => !goods.includes(index)),
          want,
        );
    }
    return stock - needed;
  }

  private taken(index: number): number {
    return this.wishes.reduce((sum, { got }) => sum + got[index]!, 0);
  }

  private find(wish: number, most: number, seen: Set<number>): number {
    const { from, got } = this.wishes[wish]!;
    for (const index of from) {
      if (seen.has(index)) continue;
      seen.add(index);
      let found = Math.min(most, this.left[index]!);
      if (found > 0) {
        this.left[index]! -= found;
      } else {
        for (let other = 0; other < this.wishes.length && found === 0; other += 1) {
          const theirs = this.wishes[other]!.got[index]!;
          if (other === wish || theirs === 0) continue;
          found = this.find(other, Math.min(most, theirs), seen);
          if (found > 0) this.wishes[other]!.got[index]! -= found;
        }
      }
      if (found === 0) continue;
      got[index]! += found;
      return found;
    }
    return 0;
  }
}
