import type { ReasonCode } from '../format/result.js';
import { objection, type Facts } from './facts.js';
import { asksOf, limit, short, stockGroups, type StockGroup } from './stock-groups.js';

/** The first gate that lets nothing through, and the least by which it would have to give way (0: not by an amount). */
export interface ClosedGate {
  code: ReasonCode;
  amount: number;
  /** Places, rows or certificates that it is about; null where that is the line or lot itself, or its product. */
  names: readonly string[] | null;
}

/**
 * Tells of a line, or of a lot, which gate closes first: stock or demand at all, region, agreement, certificate, shelf life,
 * time, price. A gate is closed where nothing that came through those before comes through it.
 *
 * Cost: what asks the same, or is alike, is looked at once.
 */
export class FirstGates {
  private stock: readonly StockGroup[][] | null = null;
  private asks: readonly number[][] | null = null;
  /** Lines that a lot's place lets it to, and of these its papers, by kind of lot. */
  private readonly linesNear = new Map<number, readonly number[]>();
  private readonly linesHolding = new Map<number, readonly number[]>();
  private readonly ofLine = new Map<string, ClosedGate | null>();
  private readonly ofLot = new Map<string, ClosedGate | null>();
  private readonly closedRows = new Map<string, ClosedGate>();
  private readonly wanted: readonly number[][];

  constructor(
    private readonly facts: Facts,
    private readonly takesAny: (line: number) => boolean,
  ) {
    const wanted = Array.from({ length: facts.products }, (): number[] => []);
    facts.lines.forEach(({ quantity }, j) => {
      if (quantity > 0) wanted[facts.lineProduct[j] ?? 0]?.push(j);
    });
    this.wanted = wanted;
  }

  /** What keeps all stock from new units of a line; null where some lot may serve it. */
  line(j: number): ClosedGate | null {
    const { lineProduct, lineTerm, lineKinds, lineNeed, lineLife, lineReady, linePrice, lineServed, lines } =
      this.facts;
    const key = [
      ...[
        lineProduct[j],
        lineTerm[j],
        lineServed[j],
        lineKinds[j],
        lineNeed[j],
        lineLife[j],
        lineReady[j],
        linePrice[j],
      ],
      ...[short(this.facts, j), lines[j]?.destination, lines[j]?.term],
    ].join('|');
    let closed = this.ofLine.get(key);
    if (closed === undefined) this.ofLine.set(key, (closed = this.readLine(j)));
    return closed;
  }

  /** What keeps a lot from all lines; null where some line may take it. */
  lot(i: number): ClosedGate | null {
    const { lotKind, lotBest, lotReady, lotPrice } = this.facts;
    const key = [lotKind[i], lotBest[i], lotReady[i], lotPrice[i]].join('|');
    let closed = this.ofLot.get(key);
    if (closed === undefined) this.ofLot.set(key, (closed = this.readLot(i)));
    return closed;
  }

  private readLine(j: number): ClosedGate | null {
    const { facts } = this;
    const stock = (this.stock ??= stockGroups(facts))[facts.lineProduct[j] ?? 0] ?? [];
    if (this.hasFit(j, stock)) return null;
    if (stock.length === 0) return gate('NO_SURPLUS');
    const row = facts.lineTerm[j] ?? -1;
    const origins = new Set(stock.map(({ origin }) => origin));
    const near = facts.lineServed[j] === 1 ? stock.filter(({ origin }) => this.covers(row, origin)) : [];
    if (near.length === 0) return this.closedRow([j], origins);
    const need = facts.lineNeed[j] ?? 0;
    const holding = near.filter((group) => this.holds(group.holding, j));
    if (holding.length === 0) return this.lacking(near.map((group) => [group.holding, j]));
    const lots = holding.flatMap((group) => group.lots);
    const [life, ready] = [facts.lineLife[j] ?? 0, facts.lineReady[j] ?? 0];
    const fresh = lots.filter((i) => (facts.lotBest[i] ?? 0) >= life);
    if (fresh.length === 0) {
      return gate(
        'SHELF_LIFE_TOO_SHORT',
        least(lots, (i) => life - (facts.lotBest[i] ?? 0)),
      );
    }
    const early = fresh.filter((i) => (facts.lotReady[i] ?? 0) <= ready);
    if (early.length === 0) {
      const code = need >= facts.today ? 'NEEDED_TOO_SOON' : 'NEED_BY_PASSED';
      return gate(
        code,
        least(fresh, (i) => (facts.lotReady[i] ?? 0) - ready),
      );
    }
    return gate(
      'PRICE_ABOVE_CEILING',
      least(early, (i) => this.tooDear(i, j)),
    );
  }

  private hasFit(j: number, stock: readonly StockGroup[]): boolean {
    const { lineServed, lineTerm, lineLife, lineReady, linePrice, lotBest, lotReady, lotPrice } = this.facts;
    if (lineServed[j] !== 1) return false;
    const [life, ready, price] = [lineLife[j] ?? 0, lineReady[j] ?? 0, linePrice[j] ?? 0];
    for (const { origin, holding, lots } of stock) {
      if (!this.covers(lineTerm[j] ?? -1, origin) || !this.holds(holding, j)) continue;
      for (const i of lots) {
        if ((lotBest[i] ?? 0) < life) break;
        if ((lotReady[i] ?? 0) <= ready && (lotPrice[i] ?? 0) <= price) return true;
      }
    }
    return false;
  }

  private readLot(i: number): ClosedGate | null {
    const { facts } = this;
    const product = facts.lotProduct[i] ?? 0;
    const [origin, held] = [facts.lotOrigin[i] ?? 0, facts.lotHolding[i] ?? 0];
    const asks = (this.asks ??= asksOf(facts, this.takesAny))[product] ?? [];
    if (asks.some((j) => objection(facts, i, j) === null)) return null;
    const wanted = this.wanted[product] ?? [];
    if (wanted.length === 0) return gate('NO_DEMAND');
    const isServed = wanted.some(
      (j) =>
        (facts.lineServed[j] === 1 || (facts.lines[j]?.promised ?? 0) > 0) &&
        this.covers(facts.lineTerm[j] ?? -1, origin),
    );
    if (!isServed) return this.closedRow(wanted, new Set([origin]));
    const kind = facts.lotKind[i] ?? 0;
    const near = known(this.linesNear, kind, () => asks.filter((j) => this.covers(facts.lineTerm[j] ?? -1, origin)));
    if (near.length === 0) return gate('NO_DEMAND');
    const holding = known(this.linesHolding, kind, () => near.filter((j) => this.holds(held, j)));
    if (holding.length === 0) return this.lacking(this.helped(near).map((j) => [held, j]));
    const [best, ready] = [facts.lotBest[i] ?? 0, facts.lotReady[i] ?? 0];
    const lasting = holding.filter((j) => best >= (facts.lineLife[j] ?? 0));
    if (lasting.length === 0) {
      return gate(
        'SHELF_LIFE_TOO_SHORT',
        least(this.helped(holding), (j) => (facts.lineLife[j] ?? 0) - best),
      );
    }
    const inTime = lasting.filter((j) => ready <= (facts.lineReady[j] ?? 0));
    if (inTime.length === 0) {
      const late = this.helped(lasting);
      const isOver = late.every((j) => (facts.lineNeed[j] ?? 0) < facts.today);
      const amount = least(late, (j) => ready - (facts.lineReady[j] ?? 0));
      return gate(isOver ? 'NEED_BY_PASSED' : 'NEEDED_TOO_SOON', amount);
    }
    return gate(
      'PRICE_ABOVE_CEILING',
      least(this.helped(inTime), (j) => this.tooDear(i, j)),
    );
  }

  private covers(row: number, origin: number): boolean {
    return row >= 0 && this.facts.covered[row * this.facts.origins + origin] === 1;
  }

  private holds(holding: number, j: number): boolean {
    const { until, lineKinds, lineNeed } = this.facts;
    return (until[lineKinds[j] ?? 0]?.[holding] ?? -1) >= (lineNeed[j] ?? 0);
  }

  private tooDear(i: number, j: number): number {
    const { facts } = this;
    return Math.max(0, (facts.lotPrice[i] ?? 0) - limit(facts, j), short(facts, j));
  }

  /** Lines that a lot could be changed for; if there are none, all. */
  private helped(lines: readonly number[]): readonly number[] {
    const some = lines.filter((j) => short(this.facts, j) === 0);
    return some.length > 0 ? some : lines;
  }

  /** Certificates that are all there but end too soon, for one pair at least, are told as such; the fewest are named. */
  private lacking(pairs: readonly (readonly [number, number])[]): ClosedGate {
    const { facts } = this;
    let code: ReasonCode = 'CERTIFICATE_MISSING';
    let names: string[] | null = null;
    for (const [holding, j] of pairs) {
      const held = facts.held[holding];
      const need = facts.lineNeed[j] ?? 0;
      const rows = facts.terms[facts.lineTerm[j] ?? -1]?.certificates ?? [];
      const kinds = [...new Set([...(facts.lines[j]?.certificates ?? []), ...rows])].sort();
      const lacking = kinds.filter((kind) => (held?.get(kind) ?? -1) < need);
      if (lacking.every((kind) => held?.has(kind) === true)) code = 'CERTIFICATE_EXPIRES_BEFORE_ARRIVAL';
      if (names === null || isFewer(lacking, names)) names = lacking;
    }
    return { code, amount: 0, names };
  }

  /** No row serves any of the lines from any of the origins: for want of one that reaches there, or of one that is open. */
  private closedRow(lines: readonly number[], origins: ReadonlySet<number>): ClosedGate {
    const { facts } = this;
    const [first = 0] = lines;
    const { destination, term } = facts.lines[first] ?? {};
    const where = lines.length === 1 ? [destination, term] : [];
    const key = [facts.lineProduct[first], ...where, ...origins].join('|');
    let closed = this.closedRows.get(key);
    if (closed === undefined) this.closedRows.set(key, (closed = this.readClosedRow(lines, origins)));
    return closed;
  }

  private readClosedRow(lines: readonly number[], origins: ReadonlySet<number>): ClosedGate {
    const { facts } = this;
    const rows = [...facts.terms.keys()].filter(
      (row) =>
        facts.rowOpen[row] !== 1 &&
        [...origins].some((origin) => this.covers(row, origin)) &&
        lines.some((j) => facts.mayServe(row, j)),
    );
    const idsOf = (some: readonly number[]): string[] => some.map((row) => facts.terms[row]?.id ?? '');
    const suspended = rows.filter((row) => facts.inForce[row] === 1);
    if (suspended.length > 0) return { code: 'AGREEMENT_SUSPENDED', amount: 0, names: idsOf(suspended) };
    if (rows.length > 0) return { code: 'AGREEMENT_NOT_IN_FORCE', amount: 0, names: idsOf(rows) };
    const places = new Set(lines.map((j) => facts.lines[j]?.destination ?? ''));
    return { code: 'REGION_NOT_COVERED', amount: 0, names: [...places] };
  }
}

function known(by: Map<number, readonly number[]>, key: number, read: () => readonly number[]): readonly number[] {
  let found = by.get(key);
  if (found === undefined) by.set(key, (found = read()));
  return found;
}

function gate(code: ReasonCode, amount = 0): ClosedGate {
  return { code, amount, names: null };
}

/** Fewer names, or as many that come first in the alphabet. */
function isFewer(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return some.length < others.length;
  return some.join('\u0001') < others.join('\u0001');
}

function least(of: readonly number[], amount: (one: number) => number): number {
  let smallest = Infinity;
  for (const one of of) smallest = Math.min(smallest, amount(one));
  return smallest;
}
