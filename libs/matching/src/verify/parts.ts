import type { Lot } from '../format/market.js';

/**
 * Producers' parts of lots, flat: part n belongs to lot i when firstPart[i] ≤ n < firstPart[i + 1]. A holder is a
 * producer in one product.
 */
export interface Parts {
  firstPart: Int32Array;
  holder: Int32Array;
  units: Float64Array;
  holderName: string[];
  /** All that a holder offers. */
  surplus: Float64Array;
  /** The part of a producer in a pooled lot, −1 when it has none. */
  find(lot: number, producer: string): number;
}

/** Takes lots in their order. */
export class PartsReader {
  private readonly firstPart: Int32Array;
  private holder: Int32Array;
  private units: Float64Array;
  private readonly names: Map<string, number>[] = [];
  private readonly holderName: string[] = [];
  private lot = 0;
  private part = 0;

  constructor(private readonly lots: readonly Lot[]) {
    this.firstPart = new Int32Array(lots.length + 1);
    this.holder = new Int32Array(lots.length);
    this.units = new Float64Array(lots.length);
  }

  add({ contributions, producer, quantity }: Lot, product: number): void {
    const known = (this.names[product] ??= new Map<string, number>());
    if (contributions === undefined) this.put(known, producer, quantity);
    else for (const one of contributions) this.put(known, one.producer, one.quantity);
    this.lot += 1;
    this.firstPart[this.lot] = this.part;
  }

  private put(known: Map<string, number>, producer: string, quantity: number): void {
    let id = known.get(producer);
    if (id === undefined) {
      id = this.holderName.push(producer) - 1;
      known.set(producer, id);
    }
    if (this.part === this.holder.length) this.grow();
    this.holder[this.part] = id;
    this.units[this.part] = quantity;
    this.part += 1;
  }

  private grow(): void {
    const [holder, units] = [new Int32Array(this.part * 2), new Float64Array(this.part * 2)];
    holder.set(this.holder);
    units.set(this.units);
    this.holder = holder;
    this.units = units;
  }

  read(): Parts {
    const { firstPart, holderName, lots } = this;
    const [holder, units] = [this.holder.subarray(0, this.part), this.units.subarray(0, this.part)];
    const surplus = new Float64Array(holderName.length);
    holder.forEach((who, part) => {
      surplus[who] = (surplus[who] ?? 0) + (units[part] ?? 0);
    });
    const pooled = new Map<number, Map<string, number>>();
    const find = (i: number, producer: string): number => {
      let index = pooled.get(i);
      if (index === undefined) {
        const contributors = lots[i]?.contributions ?? [];
        index = new Map(contributors.map((one, at) => [one.producer, (firstPart[i] ?? 0) + at]));
        pooled.set(i, index);
      }
      return index.get(producer) ?? -1;
    };
    return { firstPart, holder, units, holderName, surplus, find };
  }
}
