import type { Line, Lot, Market, Term } from '#matching/format/market.js';

/**
 * The problem as its format states it, written a second time for tests: nothing of the engine or of its verifier is used, so
 * that no misreading is made twice.
 */
export interface Model {
  readonly pairs: readonly { readonly lot: number; readonly line: number }[];
  /** Terms row of each line, −1 for none, and whether the line may take new units under it. */
  readonly rowOf: readonly number[];
  readonly takesNew: readonly boolean[];
  /** Units of each row's own, Infinity where nothing is kept back of its product; what is open to all, per product. */
  readonly share: readonly number[];
  readonly open: ReadonlyMap<string, number>;
}

const DAY_MS = 86_400_000;
const days = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
const isWithin = (place: string, area: string): boolean => place === area || place.startsWith(`${area}.`);

export function modelOf(market: Market): Model {
  const { lots, lines, terms } = market;
  const today = days(market.asOf);
  const isOpen = ({ from, to, suspended }: Term): boolean =>
    suspended !== true && days(from) <= today && today < days(to);
  const mayServe = ({ destination, products }: Term, line: Line): boolean =>
    isWithin(line.destination, destination) && products.includes(line.product);
  const rowOf = lines.map((line) => {
    if (line.term !== undefined) return terms.findIndex(({ id }) => id === line.term);
    const candidates = terms.filter((term) => isOpen(term) && mayServe(term, line));
    candidates.sort(
      (a, b) => b.destination.length - a.destination.length || a.freight - b.freight || (a.id < b.id ? -1 : 1),
    );
    return candidates[0] === undefined ? -1 : terms.indexOf(candidates[0]);
  });
  const takesNew = lines.map((line, j) => {
    const row = terms[rowOf[j] ?? -1];
    return row !== undefined && isOpen(row) && mayServe(row, line);
  });
  const pairs = lots.flatMap((lot, i) =>
    lines.flatMap((line, j) => {
      const row = terms[rowOf[j] ?? -1];
      return row !== undefined && fits(lot, line, row, today) ? [{ lot: i, line: j }] : [];
    }),
  );
  return { pairs, rowOf, takesNew, ...sharesOf(market, isOpen, today) };
}

function fits(lot: Lot, line: Line, row: Term, today: number): boolean {
  const needBy = days(line.needBy);
  if (lot.product !== line.product || !isWithin(lot.origin, row.origin)) return false;
  if (days(lot.bestBefore) < needBy + line.minLifeDays) return false;
  if (Math.max(today, days(lot.availableFrom)) + row.transitDays > needBy) return false;
  const ceiling = line.maxLandedPrice === null ? Infinity : line.maxLandedPrice - row.freight;
  const band = row.priceBand ?? { minimum: -Infinity, maximum: Infinity };
  if (ceiling < band.minimum || lot.price > Math.min(ceiling, band.maximum)) return false;
  return [...line.certificates, ...row.certificates].every((kind) => holds(lot, kind, needBy));
}

function holds({ certificates }: Lot, kind: string, on: number): boolean {
  return certificates.some((one) =>
    typeof one === 'string' ? one === kind : one.kind === kind && on <= days(one.until),
  );
}

function sharesOf(
  { lots, lines, terms }: Market,
  isOpen: (term: Term) => boolean,
  today: number,
): Pick<Model, 'share' | 'open'> {
  const own = terms.map((term) => (isOpen(term) ? Math.min(term.reserved ?? 0, term.quota) : 0));
  const shared = new Set(terms.flatMap(({ products }, g) => ((own[g] ?? 0) > 0 ? products : [])));
  const open = new Map<string, number>();
  for (const product of shared) {
    const sharing = terms.filter(({ products }, g) => (own[g] ?? 0) > 0 && products.includes(product));
    const usable = lots.filter(
      (lot) =>
        lot.product === product &&
        sharing.every(
          (term) =>
            isWithin(lot.origin, term.origin) &&
            lot.price <= (term.priceBand?.maximum ?? Infinity) &&
            term.certificates.every((kind) => holds(lot, kind, today)),
        ),
    );
    const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
    open.set(
      product,
      Math.max(
        0,
        sum(usable.map(({ quantity }) => quantity)) -
          sum(lines.map((line) => (line.product === product ? line.promised : 0))) -
          sum(terms.map(({ products }, g) => (products.includes(product) ? (own[g] ?? 0) : 0))),
      ),
    );
  }
  return { share: terms.map(({ products }, g) => (shared.has(products[0] ?? '') ? (own[g] ?? 0) : Infinity)), open };
}
