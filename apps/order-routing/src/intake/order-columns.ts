import { ROWS } from '#kernel/refusals/sentences.js';
import type { Columns } from '#files/uploads/columns.js';

/** What a column of a file of orders can hold. */
export type Field =
  | 'key'
  | 'reference'
  | 'commodity'
  | 'quantity'
  | 'unit'
  | 'minimum'
  | 'maxLandedPrice'
  | 'certificates'
  | 'needBy'
  | 'minLifeDays'
  | 'deliverTo'
  | 'buyer'
  | 'nib'
  | 'npwp'
  | 'origin'
  | 'partial';

/** A file of orders: one row is one order. docs/decisions/0011-order-intake.md */
export const ORDER_COLUMNS: Columns<Field> = {
  required: ['commodity', 'quantity', 'unit', 'needBy', 'buyer'],
  headings: {
    key: ['kunci', 'key'],
    reference: ['referensi', 'reference'],
    commodity: ['komoditas', 'commodity'],
    quantity: ['jumlah', 'quantity'],
    unit: ['satuan', 'unit'],
    minimum: ['minimal', 'minimum'],
    maxLandedPrice: ['harga maksimum', 'maximum price'],
    certificates: ['sertifikat', 'certificates'],
    needBy: ['butuh sebelum', 'need by'],
    minLifeDays: ['sisa umur', 'days of life'],
    deliverTo: ['tujuan', 'destination'],
    buyer: ['pembeli', 'buyer'],
    nib: ['nib'],
    npwp: ['npwp'],
    origin: ['asal', 'origin'],
    partial: ['boleh sebagian', 'partial'],
  },
  wanted: {
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
  },
  byCode: {
    COMMODITY_UNKNOWN: ROWS['COMMODITY_UNKNOWN.orders'],
    ORIGIN_REQUIRED: ROWS['ORIGIN_REQUIRED.orders'],
    KEY_REUSED: ROWS['KEY_REUSED.orders'],
    KEY_REPEATED: ROWS['KEY_REPEATED.orders'],
    ROW_REPEATED: ROWS['ROW_REPEATED.orders'],
    IDEMPOTENCY_KEY_REUSED: ROWS['IDEMPOTENCY_KEY_REUSED.orders'],
  },
};
