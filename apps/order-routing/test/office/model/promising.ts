import { dayAt, endOf, periodOf } from './calendar.js';
import { Flow } from './flow.js';
import { closedGate, hasEnded, leavesAt, ORIGIN } from './gates.js';
import type { Office } from './office.js';
import { boundOf, openOf, promisedOf, type Held, type Line, type Lot, type Part, type Row } from './records.js';

/** Goods of a lot that hold the same certificates. */
export interface Goods {
  readonly lot: Lot;
  readonly certificates: readonly Held[];
  free: number;
}

/** Unbound promises under one edition of a row. */
export interface PromisePart {
  readonly termId: string;
  readonly edition: number;
  readonly unbound: number;
}

/**
 * What a contributor's goods may be sold with: his own certificates, or the lot's. Of goods in sacks one who holds more than
 * the rest fills his sacks with theirs, so what he holds beyond them counts for nothing.
 */
export function heldBy(lot: Lot, part: Part): readonly Held[] {
  const { certificates: own } = part;
  if (own === null || lot.sack === 1) return own ?? lot.certificates;
  const hasAsMuch = lot.certificates.every(({ kind, until = '9999' }) =>
    own.some((held) => held.kind === kind && (held.until ?? '9999') >= until),
  );
  return hasAsMuch ? lot.certificates : own;
}

/** The same for the same certificates, in whatever order they are named. */
export function certificatesKey(certificates: readonly Held[]): string {
  return certificates
    .map(({ kind, until = '' }) => `${kind} ${until}`)
    .sort()
    .join();
}

export function goodsOf(office: Office, commodity: string): Goods[] {
  const all: Goods[] = [];
  for (const lot of office.lots.values()) {
    if (lot.commodity !== commodity || lot.onHold) continue;
    const own = new Map<string, Goods>();
    for (const part of lot.parts) {
      const certificates = heldBy(lot, part);
      const key = certificatesKey(certificates);
      const goods = own.get(key) ?? { lot, certificates, free: 0 };
      goods.free += part.free;
      own.set(key, goods);
    }
    all.push(...own.values());
  }
  return all;
}

export function sackOf(office: Office, commodity: string): number {
  for (const lot of office.lots.values()) if (lot.commodity === commodity) return lot.sack;
  return 1;
}

export function partsOf(line: Line): PromisePart[] {
  const parts = new Map<string, PromisePart>();
  for (const { termId, edition, quantity, allocated } of line.takes) {
    const key = `${termId} ${String(edition)}`;
    const unbound = (parts.get(key)?.unbound ?? 0) + quantity - allocated;
    parts.set(key, { termId, edition, unbound });
  }
  return [...parts.values()];
}

/** What of the goods may serve a line under an edition of a row, by their places. */
function fitting(goods: readonly Goods[], line: Line, row: Row, at: Date): number[] {
  return goods.flatMap(({ lot, certificates }, index) =>
    closedGate(lot, certificates, line, row, at) === null ? [index] : [],
  );
}

/** All unbound promises of a commodity, served from what is free. */
export class Served {
  readonly flow: Flow;
  readonly goods: readonly Goods[];
  private readonly sack: number;

  constructor(
    private readonly office: Office,
    private readonly commodity: string,
    private readonly at: Date,
    private readonly isAsked: (line: Line, lot: Lot) => boolean = () => true,
  ) {
    this.goods = goodsOf(office, commodity);
    this.sack = sackOf(office, commodity);
    this.flow = new Flow(this.goods.map(({ free }) => Math.floor(free / this.sack)));
  }

  /** @returns base units that are served, in whole sacks */
  serve(line: Line, row: Row, quantity: number): number {
    const fit = fitting(this.goods, line, row, this.at).filter((index) => this.isAsked(line, this.goods[index]!.lot));
    return this.flow.give(fit, Math.floor(quantity / this.sack)) * this.sack;
  }

  /**
   * Every promise keeps what can be served: the one that came first keeps first. Where all of them stand on goods of which
   * some lie beside the packages, they stay.
   */
  keep(): void {
    if (this.sack > 1 && this.canServeLoose()) {
      for (const line of this.office.lines.values()) {
        if (line.commodity !== this.commodity) continue;
        for (const part of partsOf(line)) this.serve(line, this.office.edition(part), part.unbound);
      }
      return;
    }
    for (const line of this.office.lines.values()) {
      if (line.commodity !== this.commodity) continue;
      for (const part of partsOf(line)) {
        if (part.unbound === 0) continue;
        const kept = this.serve(line, this.office.edition(part), part.unbound);
        lower(this.office, line, part, part.unbound - kept);
      }
    }
  }

  private canServeLoose(): boolean {
    const loose = new Flow(this.goods.map(({ free }) => free));
    return [...this.office.lines.values()]
      .filter((line) => line.commodity === this.commodity)
      .every((line) =>
        partsOf(line).every(({ unbound, ...part }) => {
          const fit = fitting(this.goods, line, this.office.edition(part), this.at);
          return loose.give(fit, unbound) === unbound;
        }),
      );
  }

  /** What is open is promised, in the order in which it came, by one row after the other. */
  promise(): void {
    for (const line of this.office.lines.values()) {
      if (line.commodity !== this.commodity || line.status !== 'open' || openOf(line) === 0) continue;
      if (endOf(line.needBy, line.deliverTo) <= this.at) continue;
      const rows = this.office.servingRows(line, this.at);
      for (const row of rows) this.promiseUnder(line, row);
    }
  }

  private promiseUnder(line: Line, row: Row): void {
    const room = Math.min(openOf(line), this.office.quotaLeft(row, this.at));
    const least = this.least(line, row);
    const could = least > 0 ? this.couldServe(line, row, room) : room;
    if (could < least) return;
    const served = this.serve(line, row, could);
    if (served > 0) grant(this.office, line, row, { quantity: served, at: this.at });
  }

  /** What of a quantity could be served: asked of a copy, for too little is not promised at all. */
  private couldServe(line: Line, row: Row, quantity: number): number {
    const copy = new Served(this.office, this.commodity, this.at);
    for (const other of this.office.lines.values()) {
      if (other.commodity !== this.commodity) continue;
      for (const part of partsOf(other)) copy.serve(other, this.office.edition(part), part.unbound);
    }
    return copy.serve(line, row, quantity);
  }

  private least(line: Line, row: Row): number {
    if (!line.partial) return openOf(line);
    const promised = promisedOf(line);
    const ofRow = promised === 0 ? row.minimumLot : 0;
    return Math.max(ofRow, line.minimum - promised);
  }
}

function grant(office: Office, line: Line, row: Row, { quantity, at }: { quantity: number; at: Date }): void {
  const day = dayAt(at, ORIGIN);
  const period = periodOf(day, row.period);
  const same = line.takes.find(
    (take) => take.termId === row.id && take.edition === row.edition && take.period === period && take.day === day,
  );
  if (same) same.quantity += quantity;
  else line.takes.push({ termId: row.id, edition: row.edition, period, day, quantity, allocated: 0 });
  office.spend(row.id, period, quantity);
}

/** A promise becomes smaller: what was promised last goes first, back to the quota that it came from. */
export function lower(
  office: Office,
  line: Line,
  under: { readonly termId: string; readonly edition: number },
  quantity: number,
): void {
  let rest = quantity;
  for (const take of [...line.takes].reverse()) {
    if (take.termId !== under.termId || take.edition !== under.edition) continue;
    const less = Math.min(rest, take.quantity - take.allocated);
    take.quantity -= less;
    office.spend(take.termId, take.period, -less);
    rest -= less;
  }
  if (rest > 0) throw new Error(`The model lowers ${line.id} by more than is unbound.`);
  line.takes = line.takes.filter((take) => take.quantity > 0);
}

/** Goods bound to a line, or let go of again: of the part that they stand under, the first promised is bound first. */
export function bind(line: Line, under: { readonly termId: string; readonly edition: number }, quantity: number): void {
  let rest = quantity;
  const takes = line.takes.filter((take) => take.termId === under.termId && take.edition === under.edition);
  for (const take of rest > 0 ? takes : takes.reverse()) {
    const more = rest > 0 ? Math.min(rest, take.quantity - take.allocated) : -Math.min(-rest, take.allocated);
    take.allocated += more;
    rest -= more;
  }
  if (rest !== 0) throw new Error(`The model cannot bind ${String(quantity)} to ${line.id}.`);
}

/** What stands under an agreement that has ended. @param by when it has to have ended */
export function endedParts(office: Office, line: Line, by: (agreementId: string) => Date): PromisePart[] {
  return partsOf(line).filter(({ termId }) => {
    const agreement = office.agreementOf(termId);
    return agreement !== undefined && hasEnded(agreement, by(agreement.id));
  });
}

/** What is promised under a suspended agreement and would have to leave: from then on, or at that instant by its timer. */
export function frozenParts(office: Office, line: Line, at: Date, isItsTimer: boolean): PromisePart[] {
  return partsOf(line).filter((part) => {
    const leaves = leavesAt(line, office.edition(part));
    return office.agreementOf(part.termId)?.stage === 'suspended' && (isItsTimer ? leaves <= at : leaves < at);
  });
}

export function unboundOf(line: Line): number {
  return promisedOf(line) - boundOf(line);
}
