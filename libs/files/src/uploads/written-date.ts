import { isLocalDate } from '#kernel/local-date.js';
import type { NumberLocale } from '#kernel/localized-decimal.js';

/** What a text says of a day: the day; `doubtful`, where its century is guessed; or why it says none. */
export type WrittenDate =
  | { readonly date: string; readonly doubtful?: true }
  | { readonly fault: 'date-form' | 'date-none' | 'date-ambiguous' };

const MONTHS = [
  'januari january jan i',
  'februari february pebruari februaria febuari feb peb ii',
  'maret march mar mrt iii',
  'april apr iv',
  'mei may v',
  'juni june jun vi',
  'juli july jul vii',
  'agustus august agus agust agt ags aug viii',
  'september sept sep ix',
  'oktober october okt oct x',
  'november nopember nov nop xi',
  'desember december des dec xii',
].map((names) => names.split(' '));
const WEEKDAY =
  /^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday|sen|sel|rab|kam|jum|sab|min|mon|tue|wed|thu|fri|sat|sun)\b\.?\s*[,/]?\s*/i;
const TIME = /[T ,]+(pukul |jam )?\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?(am|pm|wib|wita|wit|z))?$/i;
const YEAR_FIRST = /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/;
const NUMERIC = /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[ ./-]*([a-z]+)[ .,/'-]*(\d{4}|\d{2})$/i;
const MONTH_FIRST = /^([a-z]+)[ .]*(\d{1,2})(?:st|nd|rd|th)?[ ,]+(\d{4}|\d{2})$/i;

/**
 * Reads a date as people write it: with names of months in either language, a weekday before it, a time behind it. Days
 * come first in numbers; without a declared locale, and in English, only what can be one day and no other.
 */
export function readDate(written: string, locale: NumberLocale | undefined): WrittenDate {
  const text = written
    .replace(WEEKDAY, '')
    .replace(/^(tanggal|tgl)\.? /i, '')
    .replace(TIME, '')
    .trim();
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, Number(month), Number(day));
  const numeric = NUMERIC.exec(text);
  if (numeric) return numericDay(numeric, locale);
  const named = DAY_FIRST.exec(text);
  if (named) return dayOf(named[3] ?? '', monthOf(named[2] ?? ''), Number(named[1]));
  const english = MONTH_FIRST.exec(text);
  if (english) return dayOf(english[3] ?? '', monthOf(english[1] ?? ''), Number(english[2]));
  return { fault: 'date-form' };
}

function numericDay(
  [, one = '', other = '', year = '']: readonly string[],
  locale: NumberLocale | undefined,
): WrittenDate {
  const [first, second] = [Number(one), Number(other)];
  if (locale === 'id-ID' || first === second || first > 12) return dayOf(year, second, first);
  return second > 12 ? dayOf(year, first, second) : { fault: 'date-ambiguous' };
}

function monthOf(name: string): number | undefined {
  const found = MONTHS.findIndex((names) => names.includes(name.toLowerCase()));
  return found === -1 ? undefined : found + 1;
}

function dayOf(year: string, month: number | undefined, day: number): WrittenDate {
  if (month === undefined) return { fault: 'date-form' };
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;
  if (!isLocalDate(date)) return { fault: 'date-none' };
  return year.length === 2 ? { date, doubtful: true } : { date };
}

const DAY_MS = 86_400_000;

/** The day that a spreadsheet means by a bare number, from 1990 to 2099; undefined: none that it is likely to mean. */
export function dayOfSerial(text: string): string | undefined {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 32_874 || number > 73_050) return undefined;
  return new Date((number - 25_569) * DAY_MS).toISOString().slice(0, 10);
}
