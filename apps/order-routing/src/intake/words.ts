import type { NumberLocale } from '#kernel/localized-decimal.js';
import type { Field } from './columns.js';

/** What a cell should hold, in the language of the file. */
const WANTED: Readonly<Record<'id' | 'en', Readonly<Record<Field, string>>>> = {
  id: {
    key: 'harus 1–100 huruf atau angka, berbeda di setiap baris',
    reference: 'harus teks biasa, paling banyak 100 huruf',
    commodity: 'harus kode komoditas, misalnya gula-semut',
    quantity: 'harus angka di atas 0, misalnya 1.500 atau 12,5',
    unit: 'harus kg, kuintal, ton, g, pasang, buah, lusin, atau kodi',
    minimum: 'harus angka di atas 0, misalnya 500, atau kosong',
    maxLandedPrice: 'harus rupiah utuh, misalnya 25.000, atau kosong',
    certificates: 'harus kode sertifikat dipisah koma, misalnya P-IRT, HALAL',
    needBy: 'harus tanggal yang belum lewat, misalnya 31/12/2026',
    minLifeDays: 'harus jumlah hari, 0 sampai 3.650, atau kosong',
    deliverTo: 'harus kode wilayah di dalam wilayah Anda, misalnya 13.03',
    buyer: 'harus nama pembeli, paling banyak 200 huruf',
    nib: 'harus 13 angka, atau kosong',
    npwp: 'harus 15 atau 16 angka, atau kosong',
    origin: 'harus kode wilayah asal, misalnya 33.02',
    partial: 'harus ya atau tidak',
  },
  en: {
    key: 'must be 1–100 characters, different in each row',
    reference: 'must be plain text of at most 100 characters',
    commodity: 'must be the code of a commodity',
    quantity: 'must be a number above 0, such as 1,500 or 12.5',
    unit: 'must be kg, kuintal, ton, g, pair, piece, lusin or kodi',
    minimum: 'must be a number above 0, or empty',
    maxLandedPrice: 'must be whole rupiah, such as 25,000, or empty',
    certificates: 'must be codes of certificates with commas between them',
    needBy: 'must be a date that has not passed, YYYY-MM-DD',
    minLifeDays: 'must be a number of days from 0 to 3,650, or empty',
    deliverTo: 'must be the code of a region inside yours, such as 13.03',
    buyer: 'must be the name of the buyer, at most 200 characters',
    nib: 'must be 13 digits, or empty',
    npwp: 'must be 15 or 16 digits, or empty',
    origin: 'must be the code of the origin, such as 33.02',
    partial: 'must be yes or no',
  },
};

/** What is said by its code instead; `row`: it is about no cell. */
const BY_CODE: Readonly<Record<'id' | 'en', Readonly<Record<string, string>>>> = {
  id: {
    QUANTITY_AMBIGUOUS: 'dapat dibaca dengan dua cara; nyatakan cara penulisan angka berkas ini (id-ID atau en)',
    QUANTITY_INDIVISIBLE: 'bukan jumlah utuh dalam satuan dasar komoditas ini',
    UNIT_MISMATCH: 'bukan satuan untuk komoditas ini',
    COMMODITY_UNKNOWN: 'komoditas ini tidak ada dalam kerja sama mana pun',
    ORIGIN_REQUIRED: 'daerah asalnya tidak pasti; isi kolom "asal", misalnya 33.02',
    FORMULA: 'adalah rumus; tempel nilainya saja',
    KEY_REUSED: 'kunci ini sudah dipakai untuk pesanan lain di berkas ini',
    KEY_REPEATED: 'pesanan yang sama dengan kunci yang sama sudah ada di berkas ini; hanya dipesan sekali',
    ROW_REPEATED: 'isinya sama persis dengan baris lain; periksa apakah memang dua pesanan',
    ROW_BROKEN: 'tanda kutip tidak ditutup; baris ini dan sesudahnya tidak terbaca',
    TOO_MANY_CELLS: 'berisi lebih banyak kolom daripada judulnya',
    IDEMPOTENCY_KEY_REUSED: 'kunci ini sudah dipakai untuk pesanan lain',
  },
  en: {
    QUANTITY_AMBIGUOUS: 'can be read in two ways; declare how this file writes numbers (id-ID or en)',
    QUANTITY_INDIVISIBLE: 'is no whole number of the base unit of this commodity',
    UNIT_MISMATCH: 'cannot measure this commodity',
    COMMODITY_UNKNOWN: 'no agreement knows this commodity',
    ORIGIN_REQUIRED: 'its origin is not certain; fill in the column "origin", such as 33.02',
    FORMULA: 'is a formula; paste its value',
    KEY_REUSED: 'another order of this file has this key',
    KEY_REPEATED: 'the same order with the same key stands in this file; it is placed once',
    ROW_REPEATED: 'is exactly like another row; check whether these are two orders',
    ROW_BROKEN: 'a quote is not closed; this row and those behind it cannot be read',
    TOO_MANY_CELLS: 'has more cells than there are headings',
    IDEMPOTENCY_KEY_REUSED: 'this key was used for another order',
  },
};

/** @param locale without one, Indonesian: it comes first everywhere */
export function say(locale: NumberLocale | undefined, code: string, field: Field | undefined, otherwise = ''): string {
  const language = locale === 'en' ? 'en' : 'id';
  return BY_CODE[language][code] ?? (field === undefined ? otherwise || code : WANTED[language][field]);
}
