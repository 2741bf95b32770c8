import type { BaseUnit } from '#kernel/units.js';
import { zoneOf } from '#kernel/region-code.js';

const NUMBER = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 3 });
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const DATE = new Intl.DateTimeFormat('id-ID', { ...DAY, timeZone: 'UTC' });

/** Base units as they are traded: grams as kilograms. */
export function quantityText(quantity: number, unit: BaseUnit): string {
  if (unit === 'GRAM') return `${NUMBER.format(quantity / 1_000)} kg`;
  return `${NUMBER.format(quantity)} ${unit === 'PAIR' ? 'pasang' : 'buah'}`;
}

/** A share in whole per cent, rounded down: 100 % is said of what is used up, and of nothing else. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '-' : `${NUMBER.format(Math.floor((part * 100) / whole))} %`;
}

export function dateText(date: string): string {
  return DATE.format(new Date(`${date}T00:00:00Z`));
}

/** The day of an instant on the calendar of a region. */
export function dayText(instant: string | Date, region: string): string {
  return new Intl.DateTimeFormat('id-ID', { ...DAY, timeZone: zoneOf(region) }).format(new Date(instant));
}
