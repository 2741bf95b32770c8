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

interface Holder {
  name: string;
  level: number;
  weight: number;
  sold: number;
  /** Lots of the rank in which it has unsold units. */
  unsoldIn: number[];
}

/**
 * Checks 1, 2 and 4 in one sweep over unsold lots, best rank first and, inside a rank, least served producer
 * first: nothing reachable may be an open row (more could be sold), a sold lot of a later rank (a better lot
 * could take its place) or a producer of the rank who is served better by more than a unit.
 */
export function sweepStock(facts: Facts, sums: Tally, maximal: boolean, fault: (text: string) => void): void {
  const residual = new Residual(facts, sums);
  const ranks = ranksOf(facts);
  const byRank: number[][] = [];
  ranks.forEach((rank, i) => (byRank[rank] ??= []).push(i));
  const fair = facts.market.policy.fairness !== 'none';
  const before = new Map<string, number>();
  const surplus = surplusByHolder(facts);
  byRank.forEach((lots, rank) => {
    const holders = holdersOf(facts, sums, lots, before, surplus);
    const atRow = (row: number): void => {
      const term = facts.terms[row];
      if (maximal && term !== undefined && (sums.rowUsed[row] ?? 0) < term.quota) fault(`more could be sold under row ${term.id}`);
    };
    const sources = [...holders.values()].filter((holder) => holder.unsoldIn.length > 0);
    sources.sort((a, b) => a.level - b.level);
    for (const source of sources) {
      const atLot = (i: number): void => {
        const lot = facts.lots[i];
        if (lot === undefined || (sums.lotSold[i] ?? 0) === 0) return;
        if ((ranks[i] ?? 0) > rank) fault(`lot ${lot.id} sells although a better lot could take its place`);
        if (!fair || ranks[i] !== rank) return;
        for (const [producer, units] of sums.shares[i] ?? []) {
          const other = units > 0 ? holders.get(`${lot.product}\n${producer}`) : undefined;
          if (other === undefined) continue;
          const lowered = other.level - 1 / other.weight;
          if (lowered > source.level + tolerance(lowered, other.weight)) fault(`producer ${source.name} is served less than ${producer} without need`);
          for (const more of other.unsoldIn) residual.addLot(more);
        }
      };
      residual.sweep(source.unsoldIn.map((lot) => ({ lot })), atLot, atRow);
    }
    for (const [name, holder] of holders) before.set(name, (before.get(name) ?? 0) + holder.sold);
  });
}

/** Levels of weighted producers are quotients of doubles; the last bits are not worth a fault. */
function tolerance(level: number, weight: number): number {
  return weight === 1 ? 0 : Math.abs(level) * 1e-12 + 1e-15;
}

function holdersOf(facts: Facts, sums: Tally, lots: readonly number[], before: ReadonlyMap<string, number>, surplus: ReadonlyMap<string, number>): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  const proportional = facts.market.policy.fairness === 'proportional';
  const balances = facts.market.balances ?? {};
  for (const i of lots) {
    const lot = facts.lots[i];
    if (lot === undefined || lot.quantity === 0) continue;
    for (const part of lot.contributions ?? [{ producer: lot.producer, quantity: lot.quantity }]) {
      if (part.quantity === 0) continue;
      const key = `${lot.product}\n${part.producer}`;
      let holder = holders.get(key);
      if (holder === undefined) {
        const weight = proportional ? (surplus.get(key) ?? 1) : 1;
        holders.set(key, (holder = { name: part.producer, level: 0, weight, sold: 0, unsoldIn: [] }));
      }
      const sold = sums.shares[i]?.get(part.producer) ?? 0;
      holder.sold += sold;
      if (sold < part.quantity) holder.unsoldIn.push(i);
    }
  }
  for (const [key, holder] of holders) {
    const behind = Object.hasOwn(balances, holder.name) ? (balances[holder.name] ?? 0) : 0;
    holder.level = ((before.get(key) ?? 0) + holder.sold - behind) / holder.weight;
  }
  return holders;
}

function surplusByHolder(facts: Facts): Map<string, number> {
  const surplus = new Map<string, number>();
  for (const lot of facts.lots) {
    for (const part of lot.contributions ?? [{ producer: lot.producer, quantity: lot.quantity }]) {
      const key = `${lot.product}\n${part.producer}`;
      surplus.set(key, (surplus.get(key) ?? 0) + part.quantity);
    }
  }
  return surplus;
}

/** Check 3: sweeping used rows by falling freight, none may reach an open row that is cheaper. */
export function sweepFreight(facts: Facts, sums: Tally, fault: (text: string) => void): void {
  const residual = new Residual(facts, sums);
  const freight = (row: number): number => facts.terms[row]?.freight ?? 0;
  const used = facts.terms.map((_, row) => row).filter((row) => (sums.rowUsed[row] ?? 0) > 0);
  used.sort((a, b) => freight(b) - freight(a));
  for (const dear of used) {
    residual.sweep([{ row: dear }], () => undefined, (row) => {
      const term = facts.terms[row];
      if (term !== undefined && term.freight < freight(dear) && (sums.rowUsed[row] ?? 0) < term.quota) {
        fault(`units of row ${facts.terms[dear]?.id ?? ''} could go under the cheaper row ${term.id}`);
      }
    });
  }
}
