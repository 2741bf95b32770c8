import type { Facts } from './facts.js';

/**
 * Lots that no other one can replace everywhere: of those alike in product, origin and certificates, none kept is as
 * fresh, as early and as cheap as another one kept.
 */
export class Skyline {
  private readonly fronts = new Map<number, number[]>();

  constructor(private readonly facts: Facts) {}

  /** False when a lot added before can serve all that this one can. */
  add(i: number): boolean {
    const { lotKind, lotBest, lotReady, lotPrice } = this.facts;
    const kind = lotKind[i] ?? 0;
    let front = this.fronts.get(kind);
    if (front === undefined) this.fronts.set(kind, (front = []));
    const [best, ready, price] = [lotBest[i] ?? 0, lotReady[i] ?? 0, lotPrice[i] ?? 0];
    for (let at = 0; at < front.length; at += 1) {
      const other = front[at] ?? 0;
      if ((lotBest[other] ?? 0) < best || (lotReady[other] ?? 0) > ready || (lotPrice[other] ?? 0) > price) continue;
      // The able ones come to the front: they mostly settle the next question too.
      front[at] = front[at >> 1] ?? 0;
      front[at >> 1] = other;
      return false;
    }
    let kept = 0;
    for (const other of front) {
      if ((lotBest[other] ?? 0) <= best && (lotReady[other] ?? 0) >= ready && (lotPrice[other] ?? 0) >= price) continue;
      front[kept] = other;
      kept += 1;
    }
    front.length = kept;
    front.push(i);
    return true;
  }

  get lots(): number[] {
    return [...this.fronts.values()].flat();
  }
}
