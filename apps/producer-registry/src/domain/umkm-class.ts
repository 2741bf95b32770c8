import { UMKM_CLASSES, type UmkmClass, type UmkmRule } from '#kernel/states.js';
import { UMKM_WORDS } from '#kernel/refusals/state-words.js';
import { says } from '#kernel/refusals/sentences.js';
import type { SaidFault } from '#kernel/domain-error.js';
import { violations } from './faults.js';

/** A class with the rule and the date that it was given by; the figures are looked at, not kept. */
export interface Classification {
  readonly umkmClass: UmkmClass;
  readonly umkmRule: UmkmRule;
  readonly umkmAsOf: string;
  /** Rupiah a year. */
  readonly yearlySales?: number;
  /** Rupiah. */
  readonly capital?: number;
}

/** Upper bounds in rupiah, inclusive, of micro, small, medium. */
const BOUNDS = {
  'UU 20/2008': { sales: [300_000_000, 2_500_000_000, 50_000_000_000], capital: undefined },
  'PP 7/2021': {
    sales: [2_000_000_000, 15_000_000_000, 50_000_000_000],
    capital: [1_000_000_000, 5_000_000_000, 10_000_000_000],
  },
} as const;

/** PP 7/2021 was promulgated on this day; before it UU 20/2008 gave the classes. */
const PP7_SINCE = '2021-02-02';

function classBy(bounds: readonly number[], amount: number): UmkmClass | undefined {
  const index = bounds.findIndex((bound) => amount <= bound);
  return UMKM_CLASSES[index];
}

/** Sales or capital decide, whichever is told; without either the officer's word stands. */
export function classificationFaults(given: Classification): SaidFault[] {
  const bounds = BOUNDS[given.umkmRule];
  const bySales = given.yearlySales === undefined ? given.umkmClass : classBy(bounds.sales, given.yearlySales);
  const byCapital =
    given.capital === undefined || !bounds.capital ? given.umkmClass : classBy(bounds.capital, given.capital);
  const rule = given.umkmAsOf < PP7_SINCE ? 'UU 20/2008' : 'PP 7/2021';
  // PP 7/2021 says capital or sales: one of them in the class is enough.
  const fits =
    given.yearlySales !== undefined && given.capital !== undefined && bounds.capital
      ? bySales === given.umkmClass || byCapital === given.umkmClass
      : bySales === given.umkmClass && byCapital === given.umkmClass;
  return violations(
    [given.umkmRule === rule, '/umkmRule', says('umkm-rule', { day: given.umkmAsOf, rule })],
    [fits, '/umkmClass', says('umkm-class', { class: UMKM_WORDS[given.umkmClass], rule: given.umkmRule })],
  );
}
