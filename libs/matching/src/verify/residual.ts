import type { Facts } from './facts.js';
import { Skyline } from './skyline.js';
import type { Room } from './room.js';
import type { Tally } from './tally.js';
import type { Bundle, Wiring } from './residual-graph.js';

/** What is told of nodes as they are reached. */
export interface Visitor {
  /** May name more sources by `Residual.addLot`. */
  atLot(lot: number): void;
  atRow(row: number): void;
}

/**
 * Reachability in the residual network of a result, in sweeps: what an earlier source visited is not visited again.
 * lot → line when it may serve it; line → lot when the lot serves it; line → row when it wants more;
 * row → line when the line got more than its promise (and its least quantity); row → row, of one product that is kept back in part, when the
 * first could pass more and the second passes some beside its share.
 */
export class Residual {
  private readonly seen: Uint8Array;
  private readonly firstLine: number;
  private readonly firstRow: number;
  private readonly bundlesOf: Bundle[][];
  private readonly stack: Int32Array;
  private depth = 0;
  private readonly scanned: Skyline;

  constructor(
    private readonly facts: Facts,
    private readonly sums: Tally,
    private readonly room: Room,
    private readonly wiring: Wiring,
    private readonly visitor: Visitor,
    /** False: what each row passes stays as it is. */
    private readonly acrossRows = true,
  ) {
    const { lots, lines, terms } = facts;
    this.firstLine = lots.length;
    this.firstRow = lots.length + lines.length;
    const nodes = this.firstRow + terms.length;
    this.seen = new Uint8Array(nodes);
    this.stack = new Int32Array(nodes);
    this.scanned = new Skyline(facts);
    this.bundlesOf = wiring.bundlesOf.map((bundles) =>
      bundles.map((bundle) => ({ ...bundle, lines: bundle.lines.slice() })),
    );
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
    const { spare } = this.room;
    const { firstOfRow, linesOfRow } = this.wiring;
    while (this.depth > 0) {
      this.depth -= 1;
      const node = this.stack[this.depth] ?? 0;
      if (node < this.firstLine) {
        this.visitor.atLot(node);
        // What a more able lot may serve was visited from there.
        if (this.scanned.add(node)) this.scan(node);
      } else if (node < this.firstRow) {
        this.leaveLine(node - this.firstLine);
      } else {
        const row = node - this.firstRow;
        this.visitor.atRow(row);
        for (let at = firstOfRow[row] ?? 0; at < (firstOfRow[row + 1] ?? 0); at += 1) {
          const j = linesOfRow[at] ?? 0;
          if ((spare[j] ?? 0) > 0) this.add(this.firstLine + j);
        }
        if (this.acrossRows) this.leaveRow(row);
      }
    }
  }

  private leaveRow(row: number): void {
    const { sums } = this;
    const { pool } = this.facts.kept;
    const { quota, share, held } = this.room;
    if ((pool[row] ?? -1) < 0 || (sums.rowUsed[row] ?? 0) >= (quota[row] ?? 0)) return;
    pool.forEach((product, other) => {
      const fixed = Math.max(share[other] ?? 0, held[other] ?? 0);
      if (product === pool[row] && (sums.rowUsed[other] ?? 0) > fixed) this.add(this.firstRow + other);
    });
  }

  private leaveLine(j: number): void {
    const { facts, room } = this;
    const { firstServer, servers } = this.wiring;
    for (let at = firstServer[j] ?? 0; at < (firstServer[j + 1] ?? 0); at += 1) this.add(servers[at] ?? 0);
    if ((room.line[j] ?? 0) > 0) this.add(this.firstRow + (facts.lineTerm[j] ?? 0));
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
        ) {
          this.add(firstLine + j);
        } else {
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
