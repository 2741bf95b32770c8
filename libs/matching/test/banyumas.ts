import type { HeldCertificate, Line, Lot, Market, Term } from '#matching/format/market.js';

const KG = 1000;
const PIRT = 'P-IRT';

export interface Scenario {
  asOf: string;
  needBy: string;
  inForce: boolean;
}

export const AS_REPORTED: Scenario = { asOf: '2019-01-03', needBy: '2019-02-02', inForce: false };
export const IN_FORCE: Scenario = { asOf: '2019-03-04', needBy: '2019-04-03', inForce: true };

/** The three pooled sugar lots, three partners and three lines of the Banyumas answer key; no line is promised. */
export function banyumas(scenario: Scenario): Market {
  return {
    asOf: scenario.asOf,
    priceScale: KG,
    policy: { priceObjective: 'freight-only', priceTierPercent: 0, fairness: 'max-min' },
    terms: [
      term(scenario, 'T', '82.71', 3500, 2500, 14),
      term(scenario, 'S', '13.03', 3000, 1500, 5),
      term(scenario, 'SS', '73', 7000, 2000, 8),
    ],
    lots: [
      lot(scenario, 'A', 6000, ['HALAL', PIRT], -5),
      lot(scenario, 'B', 7000, [PIRT], 0),
      lot(scenario, 'C', 2000, [], 0),
    ],
    lines: [
      line(scenario, 'T', '82.71', 4000, [PIRT], 180),
      line(scenario, 'S', '13.03', 3000, [PIRT], 120),
      line(scenario, 'SS', '73.71', 6000, [PIRT, 'HALAL'], 180),
    ],
  };
}

function term(
  scenario: Scenario,
  id: string,
  destination: string,
  quotaKg: number,
  freight: number,
  transitDays: number,
): Term {
  const [from, to] = scenario.inForce ? ['2019-03-01', '2020-03-01'] : ['2999-01-01', '2999-12-31'];
  return {
    id: `term-${id}`,
    agreement: `agreement-${id}`,
    origin: '33.02',
    destination,
    products: ['sugar'],
    from,
    to,
    quota: quotaKg * KG,
    freight,
    transitDays,
    certificates: [],
  };
}

function lot(scenario: Scenario, id: string, kg: number, certificates: HeldCertificate[], shift: number): Lot {
  const best = new Date(Date.parse(scenario.asOf) + (730 + shift) * 86_400_000).toISOString().slice(0, 10);
  const households = kg === 2000 ? 8 : 20;
  return {
    id: `lot-${id}`,
    producer: 'cooperative',
    origin: '33.02',
    product: 'sugar',
    quantity: kg * KG,
    price: 16_500,
    availableFrom: scenario.asOf,
    bestBefore: best,
    certificates,
    contributions: Array.from({ length: households }, (_, n) => ({
      producer: `household-${id}-${String(n).padStart(2, '0')}`,
      quantity: (kg * KG) / households,
    })),
  };
}

function line(
  scenario: Scenario,
  id: string,
  destination: string,
  kg: number,
  certificates: string[],
  minLifeDays: number,
): Line {
  return {
    id: `line-${id}`,
    order: `order-${id}`,
    destination,
    product: 'sugar',
    quantity: kg * KG,
    maxLandedPrice: 25_000,
    certificates,
    needBy: scenario.needBy,
    minLifeDays,
    promised: 0,
  };
}

/** All orders in which three lines can arrive. */
export function arrivalOrders(lines: readonly Line[]): Line[][] {
  if (lines.length <= 1) return [lines.slice()];
  return lines.flatMap((first) =>
    arrivalOrders(lines.filter((line) => line !== first)).map((rest) => [first, ...rest]),
  );
}
