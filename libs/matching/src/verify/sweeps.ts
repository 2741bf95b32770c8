import type { Facts } from './facts.js';
import { Residual } from './residual.js';
import type { Tally } from './tally.js';

/** Lots by the order in which the policy wants them sold; equals share a rank. */
export function ranksOf(facts: Facts): number[] {
  const { policy } = facts.market;
  const cheapest = new Map<string, number>();
  for (const lot of facts.lots) {
    if (lot.quantity > 0) cheapest.set(lot.product, Math.min(lot.price, cheapest.get(lot.product) ?? Infinity));
  }
  const span = policy.expiryBucketDays ?? 30;
  const keys = facts.lots.map((lot, i): [number, number] => {
    const life = (facts.lotBest[i] ?? 0) - facts.today;
    const bucket = span === 0 ? life : Math.floor(life / span);
    if (policy.priceObjective === 'freight-only') return [0, bucket];
    const low = Math.min(lot.price, cheapest.get(lot.product) ?? lot.price);
    const step = low * policy.priceTierPercent;
    // The tier's beginning, in hundredths of a rupiah; whole numbers far below 2^53 × 100 in practice, else bigint.
    if (step === 0) return [lot.price * 100, bucket];
    const tier = (BigInt(lot.price - low) * 100n) / BigInt(step);
    return [low * 100 + Number(tier) * step, bucket];
  });
  const order = keys.map((_, i) => i).sort((a, b) => compare(keys[a], keys[b]));
  const ranks = new Array<number>(keys.length).fill(0);
  order.forEach((i, at) => {
    const before = order[at - 1];
    ranks[i] = before === undefined ? 0 : (ranks[before] ?? 0) + (compare(keys[before], keys[i]) === 0 ? 0 : 1);
  });
  return ranks;
}

function compare(a: [number, number] | undefined, b: [number, number] | undefined): number {
  return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}

/**
 * Checks 1, 2 and 4 in one sweep over unsold lots, best rank first and, inside a rank, least served producer
 * first: nothing reachable may be an open row (more could be sold), a sold lot of a later rank (a better lot
 * could take its place) or a producer of the rank who is served better by more than a unit.
 */
export function sweepStock(facts: Facts, sums: Tally, fault: (text: string) => void): void {
  const residual = new Residual(facts, sums);
  const ranks = ranksOf(facts);
  const byRank: number[][] = [];
  ranks.forEach((rank, i) => (byRank[rank] ??= []).push(i));
  const { parts } = facts;
  const fair = facts.market.policy.fairness !== 'none';
  const served = new Served(facts, sums);
  const atRow = (row: number): void => {
    const term = facts.terms[row];
    if (term !== undefined && (sums.rowUsed[row] ?? 0) < term.quota) fault(`more could be sold under row ${term.id}`);
  };
  byRank.forEach((lots, rank) => {
    served.add(lots);
    const unsold = lots.filter((i) => (sums.lotSold[i] ?? 0) < (facts.lots[i]?.quantity ?? 0));
    if (unsold.length === 0) return;
    const atLot = (i: number, from: number): void => {
      if ((sums.lotSold[i] ?? 0) === 0) return;
      if ((ranks[i] ?? 0) > rank)
        fault(`lot ${facts.lots[i]?.id ?? ''} sells although a better lot could take its place`);
      if (!fair || ranks[i] !== rank) return;
      for (let part = parts.firstPart[i] ?? 0; part < (parts.firstPart[i + 1] ?? 0); part += 1) {
        const other = parts.holder[part] ?? 0;
        if ((sums.partSold[part] ?? 0) === 0) continue;
        if (served.betterOff(other, from))
          fault(
            `producer ${parts.holderName[from] ?? ''} is served less than ${parts.holderName[other] ?? ''} without need`,
          );
        for (const more of unsoldOf.get(other) ?? []) residual.addLot(more);
      }
    };
    const unsoldOf = new Map<number, number[]>();
    for (const i of unsold) {
      for (let part = parts.firstPart[i] ?? 0; part < (parts.firstPart[i + 1] ?? 0); part += 1) {
        if ((sums.partSold[part] ?? 0) >= (parts.units[part] ?? 0)) continue;
        const known = unsoldOf.get(parts.holder[part] ?? 0);
        if (known === undefined) unsoldOf.set(parts.holder[part] ?? 0, [i]);
        else known.push(i);
      }
    }
    const sources = [...unsoldOf.keys()].sort((a, b) => served.level(a) - served.level(b));
    for (const source of sources) {
      residual.sweep(
        (unsoldOf.get(source) ?? []).map((lot) => ({ lot })),
        (i) => {
          atLot(i, source);
        },
        atRow,
      );
    }
  });
}

/** How well each holder is served, up to and with the rank that is being swept. */
class Served {
  private readonly sold: Float64Array;
  private readonly weighted: boolean;

  constructor(
    private readonly facts: Facts,
    private readonly sums: Tally,
  ) {
    const balances = facts.market.balances ?? {};
    this.weighted = facts.market.policy.fairness === 'proportional';
    this.sold = Float64Array.from(facts.parts.holderName, (name) =>
      Object.hasOwn(balances, name) ? -(balances[name] ?? 0) : 0,
    );
  }

  add(lots: readonly number[]): void {
    const { parts } = this.facts;
    for (const i of lots) {
      for (let part = parts.firstPart[i] ?? 0; part < (parts.firstPart[i + 1] ?? 0); part += 1) {
        const holder = parts.holder[part] ?? 0;
        this.sold[holder] = (this.sold[holder] ?? 0) + (this.sums.partSold[part] ?? 0);
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

/** Check 3: sweeping used rows by falling freight, none may reach an open row that is cheaper. */
export function sweepFreight(facts: Facts, sums: Tally, fault: (text: string) => void): void {
  const residual = new Residual(facts, sums);
  const freight = (row: number): number => facts.terms[row]?.freight ?? 0;
  const used = facts.terms.map((_, row) => row).filter((row) => (sums.rowUsed[row] ?? 0) > 0);
  used.sort((a, b) => freight(b) - freight(a));
  for (const dear of used) {
    residual.sweep(
      [{ row: dear }],
      () => undefined,
      (row) => {
        const term = facts.terms[row];
        if (term !== undefined && term.freight < freight(dear) && (sums.rowUsed[row] ?? 0) < term.quota) {
          fault(`units of row ${facts.terms[dear]?.id ?? ''} could go under the cheaper row ${term.id}`);
        }
      },
    );
  }
}
