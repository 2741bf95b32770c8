import type { NormalizedMarket } from '../normalized/normalized-market.js';

/**
 * Who has a stake in which lot. An atom is one producer's part of one lot; a stakeholder is a producer in one
 * product (quantities of different products are never added up).
 */
export interface Stakes {
  atoms: number;
  atomLot: Int32Array;
  atomHolder: Int32Array;
  atomUnits: Float64Array;
  /** First atom of lot i at `firstAtom[i]`, the atom after its last at `firstAtom[i + 1]`. */
  firstAtom: Int32Array;
  holders: number;
  holderName: string[];
  /** All that the holder offers of the product. */
  surplus: Float64Array;
  /** Units it is behind from earlier weeks. */
  behind: Float64Array;
}

export function collectStakes(normal: NormalizedMarket): Stakes {
  const firstAtom = new Int32Array(normal.lots.length + 1);
  normal.lots.forEach((lot, i) => {
    firstAtom[i + 1] = (firstAtom[i] ?? 0) + (lot.contributions?.length ?? 1);
  });
  const atoms = firstAtom[normal.lots.length] ?? 0;
  const [atomLot, atomHolder, atomUnits] = [new Int32Array(atoms), new Int32Array(atoms), new Float64Array(atoms)];
  const known = normal.products.texts.map(() => new Map<string, number>());
  const holderName: string[] = [];
  const surplus: number[] = [];
  let atom = 0;
  const put = (i: number, producer: string, units: number): void => {
    const names = known[normal.lotProduct[i] ?? 0];
    let holder = names?.get(producer);
    if (holder === undefined) {
      holder = holderName.push(producer) - 1;
      surplus.push(0);
      names?.set(producer, holder);
    }
    atomLot[atom] = i;
    atomHolder[atom] = holder;
    atomUnits[atom] = units;
    surplus[holder] = (surplus[holder] ?? 0) + units;
    atom += 1;
  };
  normal.lots.forEach((lot, i) => {
    if (lot.contributions === undefined) put(i, lot.producer, lot.quantity);
    else for (const part of lot.contributions) put(i, part.producer, part.quantity);
  });
  const balances = normal.market.balances ?? {};
  return {
    atoms,
    atomLot,
    atomHolder,
    atomUnits,
    firstAtom,
    holders: holderName.length,
    holderName,
    surplus: Float64Array.from(surplus),
    behind: Float64Array.from(holderName, (name) => (Object.hasOwn(balances, name) ? (balances[name] ?? 0) : 0)),
  };
}
