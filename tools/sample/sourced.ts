/**
 * What is reported of Banyumas, from sample-data of the design: 30 t of granulated coconut sugar a day, of which 15 t
 * are sold (KRjogja, January 2019); 33,000 UMKM (the same); 27 kg a week per household (press 2020), hence 7,778
 * households; Rp 16,500/kg at the farm (2018-2020), "two years" airtight. How it divides is assumed (assumed.ts).
 */
export const BANYUMAS = '33.02';
export const TOTAL_PRODUCERS = 33_000;
export const SUGAR_HOUSEHOLDS = 7_778;
export const SUGAR_FLOOR_PRICE = 16_500;
export const SUGAR_SHELF_LIFE_DAYS = 730;
export const SUGAR = 'granulated-coconut-sugar';

/** Scenario days: before any PKS (3 January 2019), and under PKS (4 March 2019). */
export const DAYS = { 'as-reported': '2019-01-03', 'in-force': '2019-03-04' } as const;
export const PKS = { effectiveFrom: '2019-03-01', effectiveTo: '2021-02-28' } as const;
