import { floorsOf } from '../normalized/floors.js';
import type { NormalizedMarket } from '../normalized/normalized-market.js';
import { FloorFlow, type Saved } from './floor-flow.js';
import type { Pause } from './solve.js';

/** So many lines with a least quantity are decided exactly, and so many are tried in every way that the work allows. */
export const EXACT_LINES = 20;
const BRANCHED_LINES = 60;
/** Nodes that the steps of a search may look at together (FloorFlow.work). */
const EXACT_WORK = 60_000_000;
const BRANCH_WORK = 6_000_000;
const SWAP_WORK = 3_000_000;
/** So many lines that lack something are decided one by one on the way down; of more, and when the work is done, many at once. */
const EACH_TORN = 40;
const DIVE_WORK = 3_000_000;
/** Lines in whose place one that was left out is tried. */
const PLACES = 12;

/** Which lines with a least quantity are served. */
export interface FloorChoice {
  /** Every line that takes a least quantity or nothing, with what that is beside its promise. */
  readonly floors: ReadonlyMap<number, number>;
  readonly chosen: ReadonlySet<number>;
  /** The most that is sold with these; 0 where no line takes a least quantity. */
  readonly quantity: number;
  /** No other choice sells more. */
  readonly isBest: boolean;
  /** Nodes that were looked at. */
  readonly work: number;
}

/**
 * Chooses the lines that are served, so that the most is sold: depth first, the line that lacks least of its quantity first,
 * with the flow that leaves the undecided open as bound; then lines that were left out are tried once more, alone and in the
 * place of another. Exact for up to 20 such lines (within a limit of work that only made-up markets reach).
 *
 * @param mostWork nodes to look at, for a question of "what if", which is one of many
 * @throws PromisesNotServable
 */
export function chooseLines(normal: NormalizedMarket, pause: Pause, mostWork = Infinity): FloorChoice {
  const floors = floorsOf(normal);
  if (floors.size === 0) return { floors, chosen: new Set(), quantity: 0, isBest: true, work: 0 };
  const search = new FloorSearch(normal, floors, pause, mostWork);
  const isBest = search.run();
  return { floors, chosen: search.chosen, quantity: search.quantity, isBest, work: search.work };
}

type Decision = 'open' | 'in' | 'out';

class FloorSearch {
  chosen: ReadonlySet<number> = new Set();
  quantity = -1;
  private readonly flow: FloorFlow;
  /** Lines to be decided, in an order that their names have no part in. */
  private readonly lines: readonly number[];
  private readonly decided = new Map<number, Decision>();
  private workLeft = 0;

  constructor(
    normal: NormalizedMarket,
    private readonly floors: ReadonlyMap<number, number>,
    private readonly pause: Pause,
    private readonly mostWork: number,
  ) {
    this.flow = new FloorFlow(normal, floors);
    const { flow } = this;
    const lines = [...floors.keys()].filter((j) => flow.slotOf(j) >= 0).sort((a, b) => flow.slotOf(a) - flow.slotOf(b));
    flow.exclude(lines.filter((j) => floors.get(j) === Infinity));
    this.lines = lines.filter((j) => floors.get(j) !== Infinity);
    for (const j of this.lines) this.decided.set(j, 'open');
  }

  get work(): number {
    return this.flow.work;
  }

  /** @returns whether the choice is the best of all */
  run(): boolean {
    const [root, bound] = [this.flow.save(), this.flow.quantity];
    this.dive();
    if (this.quantity === bound) return true;
    if (this.lines.length <= BRANCHED_LINES) {
      this.backTo(root);
      this.workLeft = Math.min(this.mostWork, this.lines.length <= EXACT_LINES ? EXACT_WORK : BRANCH_WORK);
      if (this.branch() || this.quantity === bound) return true;
      this.backTo(root);
    }
    this.settle();
    this.workLeft = Math.min(this.mostWork, SWAP_WORK);
    while (this.workLeft > 0 && this.improve());
    return this.quantity === bound;
  }

  /** One way down, without turning back. */
  private dive(): void {
    this.workLeft = DIVE_WORK;
    for (let torn = this.tornLines(); torn.length > 0; torn = this.tornLines()) {
      this.pause();
      const [j] = torn;
      if (j === undefined) return;
      if (torn.length > EACH_TORN || this.workLeft <= 0) {
        this.leaveOut(...torn.slice(-Math.ceil(torn.length / (this.workLeft > 0 ? 4 : 2))));
        continue;
      }
      const saved = this.flow.save();
      if (this.takeIn(j)) continue;
      this.flow.restore(saved);
      this.leaveOut(j);
    }
    this.keep();
  }

  /** Every choice that could sell more than the best one so far; false when the work ran out. */
  private branch(): boolean {
    if (this.flow.quantity <= this.quantity) return true;
    const [j] = this.tornLines();
    if (j === undefined) {
      this.keep();
      return true;
    }
    if (this.workLeft <= 0) return false;
    this.pause();
    const saved = this.flow.save();
    let isWhole = !this.takeIn(j) || this.branch();
    this.flow.restore(saved);
    if (isWhole) {
      this.leaveOut(j);
      isWhole = this.branch();
      this.flow.restore(saved);
    }
    this.decided.set(j, 'open');
    return isWhole;
  }

  /** Decides every line as in the best choice. */
  private settle(): void {
    for (const j of this.lines) {
      if (this.decided.get(j) === 'open' && this.chosen.has(j)) this.takeIn(j);
    }
    this.leaveOut(...this.lines.filter((j) => !this.chosen.has(j)));
  }

  /** One line more, or another one, that sells more; false when there is none. */
  private improve(): boolean {
    const least = (j: number): number => this.floors.get(j) ?? 0;
    const out = this.lines.filter((j) => this.decided.get(j) === 'out').sort((a, b) => least(b) - least(a));
    const saved = this.flow.save();
    for (const j of out) {
      if (this.workLeft <= 0) return false;
      this.pause();
      if (this.isBetterWith(j)) return true;
      this.flow.restore(saved);
      const places = this.lines
        .filter((other) => this.decided.get(other) === 'in' && least(other) < least(j))
        .sort((a, b) => least(b) - least(a));
      for (const other of places.slice(0, PLACES)) {
        this.leaveOut(other);
        if (this.isBetterWith(j)) return true;
        this.flow.restore(saved);
        this.decided.set(other, 'in');
      }
    }
    return false;
  }

  private isBetterWith(j: number): boolean {
    if (this.takeIn(j) && this.flow.quantity > this.quantity) {
      this.keep();
      return true;
    }
    this.decided.set(j, 'out');
    return false;
  }

  private takeIn(j: number): boolean {
    this.decided.set(j, 'in');
    return this.counted(() => this.flow.include(j));
  }

  private leaveOut(...lines: readonly number[]): void {
    for (const j of lines) this.decided.set(j, 'out');
    this.counted(() => {
      this.flow.exclude(lines);
    });
  }

  private counted<Answer>(change: () => Answer): Answer {
    const before = this.flow.work;
    const answer = change();
    this.workLeft -= this.flow.work - before;
    return answer;
  }

  private backTo(saved: Saved): void {
    this.flow.restore(saved);
    for (const j of this.lines) this.decided.set(j, 'open');
  }

  /** The best choice so far: no undecided line has less than its least quantity. */
  private keep(): void {
    const { flow, lines, decided } = this;
    this.quantity = flow.quantity;
    this.chosen = new Set(
      lines.filter((j) => decided.get(j) === 'in' || (decided.get(j) === 'open' && flow.units(j) > 0)),
    );
  }

  /** Undecided lines that have a part of their least quantity: first those that have most of it. */
  private tornLines(): number[] {
    const share = (j: number): number => this.flow.units(j) / (this.floors.get(j) ?? 1);
    const torn = this.lines.filter((j) => this.decided.get(j) === 'open' && share(j) > 0 && share(j) < 1);
    const shares = new Map(torn.map((j) => [j, share(j)]));
    const of = (j: number): number => shares.get(j) ?? 0;
    return torn.sort((a, b) => of(b) - of(a) || (this.floors.get(b) ?? 0) - (this.floors.get(a) ?? 0));
  }
}
