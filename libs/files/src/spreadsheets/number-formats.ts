/** How a cell shows its number; a number: with zeros before it, to so many digits. */
export type Shown = 'number' | 'date' | 'time' | number;

/** Formats of ECMA-376 §18.8.30 that show a date; 22 shows the time of day, too. */
const DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58]);
const TIMES = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47, 55, 56]);

export function shownBy(id: number): Shown {
  if (DATES.has(id)) return 'date';
  return TIMES.has(id) ? 'time' : 'number';
}

/** @param code as a workbook writes it: `[$-421]dd mmmm yyyy;@` */
export function shownByCode(code: string): Shown {
  const first = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').split(';', 1)[0] ?? '';
  // Hours that count on beyond a day.
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'time';
  const plain = first.replaceAll(/\[[^\]]*\]/g, '');
  if (/^0{2,30}$/.test(plain)) return plain.length;
  if (/general|standard/i.test(plain)) return 'number';
  if (/[dy]/i.test(plain)) return 'date';
  if (/[hs]/i.test(plain) && !/[#?]/.test(plain)) return 'time';
  return /m/i.test(plain) && !/[0#?]/.test(plain) ? 'date' : 'number';
}
