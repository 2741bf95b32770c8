import type { Facts } from './facts.js';
import { Skyline } from './skyline.js';
import type { Tally } from './tally.js';

/** Lines that want one set of certificates. */
interface Bundle {
  /** Not yet visited, by rising day of life wanted; the first `count` of them. */
  lines: Int32Array;
  count: number;
  /** Per holding: last day on which the set holds. */
  until: Int32Array;
}

/** What is told of nodes as they are reached. */
export interface Visitor {
  /** May name more sources by `Residual.addLot`. */
  atLot(lot: number): void;
  atRow(row: number): void;
}

/**
 * Reachability in the residual network of a result, in sweeps: what an earlier source visited is not visited again.
 * lot → line when it may serve it; line → lot when the lot serves it; line → row when it wants more;
 * row → line when the line got more than its promise.
 */
export class Residual {
  private readonly seen: Uint8Array;
  private readonly firstLine: number;
  private readonly firstRow: number;
  private readonly bundlesOf: Bundle[][];
  /** Lots that serve line j: servers[firstServer[j]] up to firstServer[j + 1]; lines of rows likewise. */
  private readonly firstServer: Int32Array;
  private readonly servers: Int32Array;
  private readonly firstOfRow: Int32Array;
  private readonly linesOfRow: Int32Array;
  private readonly stack: Int32Array;
  private depth = 0;
  private readonly scanned: Skyline;

  constructor(
    private readonly facts: Facts,
    private readonly sums: Tally,
    private readonly visitor: Visitor,
  ) {
    const { lots, lines, terms } = facts;
    this.firstLine = lots.length;
    this.firstRow = lots.length + lines.length;
    const nodes = this.firstRow + terms.length;
    this.seen = new Uint8Array(nodes);
    this.stack = new Int32Array(nodes);
    this.scanned = new Skyline(facts);
    [this.firstServer, this.servers] = gather(lines.length, sums.moves, sums.moveLine, sums.moveLot);
    const served = Int32Array.from(lines.keys()).filter((j) => facts.lineServed[j] === 1 && wants(facts, j));
    const rows = served.map((j) => facts.lineTerm[j] ?? 0);
    [this.firstOfRow, this.linesOfRow] = gather(terms.length, served.length, rows, served);
    this.bundlesOf = bundlesByProduct(facts);
  }

  fromLots(lots: readonly number[]): void {
    for (const lot of lots) this.addLot(lot);
    this.visitAll();
  }

  fromRow(row: number): void {
    this.add(this.firstRow + row);
    this.visitAll();
  }

  addLot(lot: number): void {
    this.add(lot);
  }

  private add(node: number): void {
    if (this.seen[node] === 1) return;
    this.seen[node] = 1;
    this.stack[this.depth] = node;
    this.depth += 1;
  }

  private visitAll(): void {
    const { facts, sums } = this;
    while (this.depth > 0) {
      this.depth -= 1;
      const node = this.stack[this.depth] ?? 0;
      if (node < this.firstLine) {
        this.visitor.atLot(node);
        // What a more able lot may serve was visited from there.
        if (this.scanned.add(node)) this.scan(node);
      } else if (node < this.firstRow) this.leaveLine(node - this.firstLine);
      else {
        const row = node - this.firstRow;
        this.visitor.atRow(row);
        for (let at = this.firstOfRow[row] ?? 0; at < (this.firstOfRow[row + 1] ?? 0); at += 1) {
          const j = this.linesOfRow[at] ?? 0;
          if ((sums.lineGot[j] ?? 0) > (facts.lines[j]?.promised ?? 0)) this.add(this.firstLine + j);
        }
      }
    }
  }

  private leaveLine(j: number): void {
    const { facts, sums } = this;
    for (let at = this.firstServer[j] ?? 0; at < (this.firstServer[j + 1] ?? 0); at += 1)
      this.add(this.servers[at] ?? 0);
    if (facts.lineServed[j] === 1 && (facts.lines[j]?.quantity ?? 0) > (sums.lineGot[j] ?? 0))
      this.add(this.firstRow + (facts.lineTerm[j] ?? 0));
  }

  /** Lines that the lot may serve leave their bundle; those it may not stay for others. */
  private scan(i: number): void {
    const { facts, seen, firstLine } = this;
    const { lineLife, lineNeed, lineReady, linePrice, lineTerm, covered, origins } = facts;
    const [best, ready, price] = [facts.lotBest[i] ?? 0, facts.lotReady[i] ?? 0, facts.lotPrice[i] ?? 0];
    const [holding, origin] = [facts.lotHolding[i] ?? 0, facts.lotOrigin[i] ?? 0];
    for (const bundle of this.bundlesOf[facts.lotProduct[i] ?? 0] ?? []) {
      const until = bundle.until[holding] ?? -1;
      if (until < 0) continue;
      const { lines, count } = bundle;
      let [kept, at] = [0, 0];
      for (; at < count; at += 1) {
        const j = lines[at] ?? 0;
        if ((lineLife[j] ?? 0) > best) break;
        if (seen[firstLine + j] === 1) continue;
        if (
          (lineNeed[j] ?? 0) <= until &&
          ready <= (lineReady[j] ?? 0) &&
          price <= (linePrice[j] ?? 0) &&
          covered[(lineTerm[j] ?? 0) * origins + origin] === 1
        )
          this.add(firstLine + j);
        else {
          lines[kept] = j;
          kept += 1;
        }
      }
      if (kept === at) continue;
      lines.copyWithin(kept, at, count);
      bundle.count = count - at + kept;
    }
  }
}

/** Lines with a row that can be given units, promised or new. */
function wants(facts: Facts, j: number): boolean {
  const line = facts.lines[j];
  return (
    line !== undefined &&
    (facts.lineTerm[j] ?? -1) >= 0 &&
    (facts.lineServed[j] === 1 || line.promised > 0) &&
    line.quantity > 0
  );
}

function bundlesByProduct(facts: Facts): Bundle[][] {
  const sets = facts.until.length;
  const lists = Array.from({ length: facts.products * sets }, (): number[] => []);
  facts.lines.forEach((_, j) => {
    if (wants(facts, j)) lists[(facts.lineProduct[j] ?? 0) * sets + (facts.lineKinds[j] ?? 0)]?.push(j);
  });
  return Array.from({ length: facts.products }, (_, product) =>
    facts.until.flatMap((until, set) => {
      const lines = Int32Array.from(lists[product * sets + set] ?? []);
      lines.sort((a, b) => (facts.lineLife[a] ?? 0) - (facts.lineLife[b] ?? 0));
      return lines.length === 0 ? [] : [{ lines, count: lines.length, until }];
    }),
  );
}

/** Groups `values` by `keys` (0 … groups − 1): where each group begins, and the values in that order. */
export function gather(
  groups: number,
  count: number,
  keys: Int32Array,
  values: Int32Array,
): [first: Int32Array, grouped: Int32Array] {
  const first = new Int32Array(groups + 1);
  for (let at = 0; at < count; at += 1) first[(keys[at] ?? 0) + 1] = (first[(keys[at] ?? 0) + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group += 1) first[group + 1] = (first[group + 1] ?? 0) + (first[group] ?? 0);
  const next = first.slice();
  const grouped = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    grouped[next[key] ?? 0] = values[at] ?? 0;
    next[key] = (next[key] ?? 0) + 1;
  }
  return [first, grouped];
}
