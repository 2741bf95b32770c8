import type { Facts } from './facts.js';
import type { Tally } from './tally.js';

/** Lines that want one set of certificates. */
export interface Bundle {
  /** Not yet visited, by rising day of life wanted; the first `count` of them. */
  lines: Int32Array;
  count: number;
  /** Per holding: last day on which the set holds. */
  until: Int32Array;
}

/** Who is joined to whom in a result. */
export interface Wiring {
  /** Lots that serve line j: servers[firstServer[j]] up to firstServer[j + 1]; lines of rows likewise. */
  firstServer: Int32Array;
  servers: Int32Array;
  firstOfRow: Int32Array;
  linesOfRow: Int32Array;
  /** Per product. */
  bundlesOf: Bundle[][];
}

export function wire(facts: Facts, sums: Tally): Wiring {
  const { lines, terms } = facts;
  const [firstServer, servers] = gather(lines.length, sums.moves, sums.moveLine, sums.moveLot);
  const served = Int32Array.from(lines.keys()).filter((j) => facts.lineServed[j] === 1 && wants(facts, j));
  const rows = served.map((j) => facts.lineTerm[j] ?? 0);
  const [firstOfRow, linesOfRow] = gather(terms.length, served.length, rows, served);
  return { firstServer, servers, firstOfRow, linesOfRow, bundlesOf: bundlesByProduct(facts) };
}

/** Lines with a row that can be given units, promised or new. */
function wants(facts: Facts, j: number): boolean {
  const line = facts.lines[j];
  return (
    line !== undefined &&
    (facts.lineTerm[j] ?? -1) >= 0 &&
    (facts.lineServed[j] === 1 || line.promised > 0) &&
    line.quantity > 0
  );
}

function bundlesByProduct(facts: Facts): Bundle[][] {
  const sets = facts.until.length;
  const lists = Array.from({ length: facts.products * sets }, (): number[] => []);
  facts.lines.forEach((_, j) => {
    if (wants(facts, j)) lists[(facts.lineProduct[j] ?? 0) * sets + (facts.lineKinds[j] ?? 0)]?.push(j);
  });
  return Array.from({ length: facts.products }, (_, product) =>
    facts.until.flatMap((until, set) => {
      const lines = Int32Array.from(lists[product * sets + set] ?? []);
      lines.sort((a, b) => (facts.lineLife[a] ?? 0) - (facts.lineLife[b] ?? 0));
      return lines.length === 0 ? [] : [{ lines, count: lines.length, until }];
    }),
  );
}

/** Groups `values` by `keys` (0 … groups − 1): where each group begins, and the values in that order. */
export function gather(
  groups: number,
  count: number,
  keys: Int32Array,
  values: Int32Array,
): [first: Int32Array, grouped: Int32Array] {
  const first = new Int32Array(groups + 1);
  for (let at = 0; at < count; at += 1) first[(keys[at] ?? 0) + 1] = (first[(keys[at] ?? 0) + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group += 1) first[group + 1] = (first[group + 1] ?? 0) + (first[group] ?? 0);
  const next = first.slice();
  const grouped = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? 0;
    grouped[next[key] ?? 0] = values[at] ?? 0;
    next[key] = (next[key] ?? 0) + 1;
  }
  return [first, grouped];
}
