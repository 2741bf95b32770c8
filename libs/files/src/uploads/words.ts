import type { NumberLocale } from '#kernel/localized-decimal.js';
import { languageOf, type Columns } from './columns.js';

/** What is said by its code, whatever the file is about. */
const BY_CODE: Readonly<Record<'id' | 'en', Readonly<Record<string, string>>>> = {
  id: {
    QUANTITY_AMBIGUOUS: 'dapat dibaca dengan dua cara; nyatakan cara penulisan angka berkas ini (id-ID atau en)',
    QUANTITY_INDIVISIBLE: 'bukan jumlah utuh dalam satuan dasar komoditas ini',
    UNIT_MISMATCH: 'bukan satuan untuk komoditas ini',
    FORMULA: 'adalah rumus; tempel nilainya saja',
    KEY_REUSED: 'kunci ini sudah dipakai untuk baris lain di berkas ini dengan isi yang berbeda',
    KEY_REPEATED: 'baris yang sama dengan kunci yang sama sudah ada di berkas ini; hanya dicatat sekali',
    ROW_REPEATED: 'isinya sama persis dengan baris lain; periksa apakah memang dua',
    ROW_BROKEN: 'tanda kutip tidak ditutup; baris ini dan sesudahnya tidak terbaca',
    TOO_MANY_CELLS: 'berisi lebih banyak kolom daripada judulnya',
  },
  en: {
    QUANTITY_AMBIGUOUS: 'can be read in two ways; declare how this file writes numbers (id-ID or en)',
    QUANTITY_INDIVISIBLE: 'is no whole number of the base unit of this commodity',
    UNIT_MISMATCH: 'cannot measure this commodity',
    FORMULA: 'is a formula; paste its value',
    KEY_REUSED: 'another row of this file has this key and says something else',
    KEY_REPEATED: 'the same row with the same key stands in this file; it is entered once',
    ROW_REPEATED: 'is exactly like another row; check whether these are two',
    ROW_BROKEN: 'a quote is not closed; this row and those behind it cannot be read',
    TOO_MANY_CELLS: 'has more cells than there are headings',
  },
};

/** What is wrong with a cell, or with a row, in the language of the file. */
export function say<Field extends string>(
  columns: Columns<Field>,
  locale: NumberLocale | undefined,
  code: string,
  field: Field | undefined,
  otherwise = '',
): string {
  const language = languageOf(locale);
  const told = columns.byCode?.[language][code] ?? BY_CODE[language][code];
  return told ?? (field === undefined ? otherwise || code : columns.wanted[language][field]);
}
