import { says } from '#kernel/refusals/sentences.js';
import type { Words } from '#kernel/refusals/words.js';

/** Days of each month in a leap year: the century of a birth year is not in the number, so 29 February may pass. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Checks a NIK (Nomor Induk Kependudukan): 6 digits of the region of first registration (not necessarily where the
 * person lives now), the birth date as DDMMYY with 40 added to a woman's day, 4 digits of serial.
 *
 * @param wasRegency whether a code is a regency's or was one: a number that was given before a region got another code stays
 * @returns what is wrong with it, without repeating the number; undefined when nothing is
 */
export function nikFault(nik: string, wasRegency: (code: string) => boolean): Words | undefined {
  const match = /^([1-9]\d)(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{4})$/.exec(nik);
  if (!match) return says('digits', { n: 16 });
  const [, province, regency, district, day, month, year, serial] = match;
  if (district === '00' || !wasRegency(`${province ?? ''}.${regency ?? ''}`)) return says('nik-region');
  if (!birthDateExists(Number(day), Number(month), Number(year))) {
    return says('nik-birth');
  }
  return serial === '0000' ? says('nik-serial') : undefined;
}

function birthDateExists(codedDay: number, month: number, year: number): boolean {
  const day = codedDay > 40 ? codedDay - 40 : codedDay;
  const days = month === 2 && year % 4 !== 0 ? 28 : DAYS[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** What may be shown of a NIK. */
export function maskNik(nik: string): string {
  return nik.slice(-4).padStart(nik.length, '*');
}
