import { zoneOf } from './region-code.js';

const DAY_MS = 86_400_000;
/** Indonesia keeps no daylight saving time, so each of its zones is a fixed offset. */
const OFFSET_HOURS = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;

function offsetMs(region: string): number {
  return OFFSET_HOURS[zoneOf(region)] * 3_600_000;
}

/** Whether `text` is a calendar date that exists, as YYYY-MM-DD (2026-02-29 does not). */
export function isLocalDate(text: string): boolean {
  // Year 0 is before the calendar that PostgreSQL, like people, counts by.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** What calendar and clock on a wall in `region` show at `instant`: they are the UTC fields of the date that is returned. */
export function wallClockAt(instant: Date, region: string): Date {
  return new Date(instant.getTime() + offsetMs(region));
}

/** The date on the wall calendar of `region` at `instant`. */
export function localDateAt(instant: Date, region: string): string {
  return wallClockAt(instant, region).toISOString().slice(0, 10);
}

/** The instant at which the local day `date` of `region` begins. */
export function startOfLocalDay(date: string, region: string): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - offsetMs(region));
}

/** The instant at which the local day `date` of `region` has ended: the next local midnight. */
export function endOfLocalDay(date: string, region: string): Date {
  return startOfLocalDay(addDays(date, 1), region);
}

/** `date` moved by whole calendar days. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
