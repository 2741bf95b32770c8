import type { Words } from './refusals/words.js';

const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const;

/** A date as people write it: `4 Maret 2019`, `4 March 2019`. @param date YYYY-MM-DD */
export function dateInWords(date: string): Words {
  const [year = '', month = '', day = ''] = date.split('-');
  const said = (months: readonly string[]): string =>
    `${String(Number(day))} ${months[Number(month) - 1] ?? ''} ${year}`;
  return { id: said(MONTHS.id), en: said(MONTHS.en) };
}
