const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Day number of a `YYYY-MM-DD` date (days since 1970-01-01), or null when it is no calendar date.
 * The proleptic Gregorian calendar; no time zone takes part.
 */
export function dayOf(date: string): number | null {
  const parts = SHAPE.exec(date);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1 || year < 1) return null;
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  if (instant.getUTCDate() !== day || instant.getUTCMonth() !== month - 1) return null;
  return Math.round(instant.getTime() / DAY_MS);
}

/** As `dayOf`, for dates that readMarket has accepted. */
export function dayNumber(date: string): number {
  const day = dayOf(date);
  if (day === null) throw new RangeError(`not a calendar date: ${date}`);
  return day;
}

/** True when region `code` is `cover` or lies under it ("73" covers "73.71", not "731"). */
export function covers(cover: string, code: string): boolean {
  return code === cover || (code.length > cover.length && code.startsWith(cover) && code.charAt(cover.length) === '.');
}
