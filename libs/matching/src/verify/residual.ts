import { liesIn, type Facts } from './facts.js';
import type { Tally } from './tally.js';

interface Bundle {
  kinds: string[];
  /** Lines not yet visited, by rising day of life wanted. */
  lines: number[];
  /** Per holding: last day on which all kinds hold. */
  until: number[];
}

/**
 * Reachability in the residual network of a result, in sweeps: what an earlier source visited is not visited again.
 * lot → line when it may serve it; line → lot when the lot serves it; line → row when it wants more;
 * row → line when the line got more than its promise.
 */
export class Residual {
  private readonly lotSeen: Uint8Array;
  private readonly lineSeen: Uint8Array;
  private readonly rowSeen: Uint8Array;
  private readonly bundles = new Map<string, Bundle[]>();
  private readonly servedBy: number[][];
  private readonly linesOfRow: number[][];
  private readonly room: number[];
  private readonly stack: number[] = [];

  constructor(
    private readonly facts: Facts,
    private readonly sums: Tally,
  ) {
    const { lots, lines, terms } = facts;
    this.lotSeen = new Uint8Array(lots.length);
    this.lineSeen = new Uint8Array(lines.length);
    this.rowSeen = new Uint8Array(terms.length);
    this.servedBy = lines.map(() => []);
    for (const { lot, line } of sums.moves) this.servedBy[line]?.push(lot);
    this.linesOfRow = terms.map(() => []);
    this.room = lines.map((line, j) => line.quantity - (sums.lineGot[j] ?? 0));
    lines.forEach((line, j) => {
      const term = terms[facts.lineTerm[j] ?? -1];
      if (term === undefined || (facts.lineServed[j] !== true && line.promised === 0) || line.quantity === 0) return;
      if (facts.lineServed[j] === true) this.linesOfRow[facts.lineTerm[j] ?? 0]?.push(j);
      this.bundleOf(line.product, [...new Set([...line.certificates, ...term.certificates])].sort()).lines.push(j);
    });
    for (const bundles of this.bundles.values()) {
      for (const bundle of bundles) bundle.lines.sort((a, b) => this.lifeOf(a) - this.lifeOf(b));
    }
  }

  private bundleOf(product: string, kinds: string[]): Bundle {
    const bundles = this.bundles.get(product) ?? [];
    this.bundles.set(product, bundles);
    const name = kinds.join('\n');
    const known = bundles.find((bundle) => bundle.kinds.join('\n') === name);
    if (known !== undefined) return known;
    const until = this.facts.holdings.map((held) => Math.min(Infinity, ...kinds.map((kind) => held.get(kind) ?? -1)));
    const fresh = { kinds, lines: [], until };
    bundles.push(fresh);
    return fresh;
  }

  private lifeOf(j: number): number {
    return (this.facts.lineNeed[j] ?? 0) + (this.facts.lines[j]?.minLifeDays ?? 0);
  }

  /**
   * Visits all that is newly reachable from lots or rows.
   * @param atLot called for every lot reached; more lots that become sources are pushed by `addLot`
   * @param atRow called for every row reached
   */
  sweep(
    sources: readonly ({ lot: number } | { row: number })[],
    atLot: (lot: number) => void,
    atRow: (row: number) => void,
  ): void {
    const lots = this.facts.lots.length;
    const lines = this.facts.lines.length;
    for (const source of sources) {
      if ('lot' in source) this.addLot(source.lot);
      else this.addRow(source.row);
    }
    for (let node = this.stack.pop(); node !== undefined; node = this.stack.pop()) {
      if (node < lots) {
        atLot(node);
        this.fromLot(node);
      } else if (node < lots + lines) this.fromLine(node - lots);
      else {
        atRow(node - lots - lines);
        for (const j of this.linesOfRow[node - lots - lines] ?? []) {
          if ((this.sums.lineGot[j] ?? 0) > (this.facts.lines[j]?.promised ?? 0)) this.addLine(j);
        }
      }
    }
  }

  addLot(lot: number): void {
    if (this.lotSeen[lot] === 1) return;
    this.lotSeen[lot] = 1;
    this.stack.push(lot);
  }

  private addLine(j: number): void {
    if (this.lineSeen[j] === 1) return;
    this.lineSeen[j] = 1;
    this.stack.push(this.facts.lots.length + j);
  }

  private addRow(row: number): void {
    if (this.rowSeen[row] === 1) return;
    this.rowSeen[row] = 1;
    this.stack.push(this.facts.lots.length + this.facts.lines.length + row);
  }

  private fromLine(j: number): void {
    for (const lot of this.servedBy[j] ?? []) this.addLot(lot);
    if ((this.room[j] ?? 0) > 0 && this.facts.lineServed[j] === true) this.addRow(this.facts.lineTerm[j] ?? 0);
  }

  /** Lines that the lot may serve leave their bundle; those it may not stay for others. */
  private fromLot(i: number): void {
    const { facts } = this;
    const lot = facts.lots[i];
    if (lot === undefined) return;
    const [best, ready, holding] = [facts.lotBest[i] ?? 0, facts.lotReady[i] ?? 0, facts.lotHolding[i] ?? 0];
    for (const bundle of this.bundles.get(lot.product) ?? []) {
      const until = bundle.until[holding] ?? -1;
      if (until < 0 || bundle.lines.length === 0) continue;
      let kept = 0;
      let at = 0;
      for (; at < bundle.lines.length; at += 1) {
        const j = bundle.lines[at] ?? 0;
        if (this.lifeOf(j) > best) break;
        if (this.lineSeen[j] === 1) continue;
        if ((facts.lineNeed[j] ?? 0) <= until && this.mayServe(lot.price, ready, lot.origin, j)) this.addLine(j);
        else {
          bundle.lines[kept] = j;
          kept += 1;
        }
      }
      if (kept < at) bundle.lines.splice(kept, at - kept);
    }
  }

  private mayServe(price: number, ready: number, origin: string, j: number): boolean {
    const term = this.facts.terms[this.facts.lineTerm[j] ?? -1];
    const ceiling = this.facts.lines[j]?.maxLandedPrice ?? null;
    return (
      term !== undefined &&
      ready + term.transitDays <= (this.facts.lineNeed[j] ?? 0) &&
      (ceiling === null || price + term.freight <= ceiling) &&
      liesIn(origin, term.origin)
    );
  }
}
