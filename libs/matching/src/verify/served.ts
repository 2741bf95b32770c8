import type { Facts } from './facts.js';
import type { Tally } from './tally.js';

/** How well each holder is served, up to and with the rank that is being swept. */
export class Served {
  private readonly sold: Float64Array;
  private readonly weighted: boolean;

  constructor(
    private readonly facts: Facts,
    private readonly sums: Tally,
  ) {
    const { balances } = facts.market;
    const { holderName } = facts.parts;
    this.weighted = facts.market.policy.fairness === 'proportional';
    this.sold = new Float64Array(holderName.length);
    if (balances === undefined) return;
    holderName.forEach((name, holder) => {
      if (Object.hasOwn(balances, name)) this.sold[holder] = -(balances[name] ?? 0);
    });
  }

  add(lots: Int32Array): void {
    const { firstPart, holder } = this.facts.parts;
    for (const i of lots) {
      for (let part = firstPart[i] ?? 0; part < (firstPart[i + 1] ?? 0); part += 1) {
        const who = holder[part] ?? 0;
        this.sold[who] = (this.sold[who] ?? 0) + (this.sums.partSold[part] ?? 0);
      }
    }
  }

  level(holder: number): number {
    return (this.sold[holder] ?? 0) / this.weight(holder);
  }

  /** True when `other`, with a unit less, would still stand above `one`. */
  betterOff(other: number, one: number): boolean {
    const lowered = ((this.sold[other] ?? 0) - 1) / this.weight(other);
    // Levels of weighted producers are quotients of doubles; the last bits are not worth a fault.
    return lowered > this.level(one) + (this.weighted ? Math.abs(lowered) * 1e-12 + 1e-15 : 0);
  }

  private weight(holder: number): number {
    return this.weighted ? (this.facts.parts.surplus[holder] ?? 1) : 1;
  }
}
