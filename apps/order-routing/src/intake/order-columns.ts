import { ROWS } from '#kernel/refusals/sentences.js';
import { columnsOf, type FieldOf } from '#files/uploads/columns.js';

/** A file of orders: one row is one order. docs/decisions/0011-order-intake.md */
export const ORDER_COLUMNS = columnsOf(
  {
    key: {
      headings: ['kunci', 'key'],
      id: 'harus 1–100 huruf atau angka, berbeda di setiap baris',
      en: 'must be 1–100 characters, different in each row',
    },
    reference: {
      headings: [
        'referensi',
        'reference',
        'nomor pesanan',
        'no pesanan',
        'no. pesanan',
        'nomor po',
        'no po',
        'no. po',
        'po',
      ],
      id: 'harus teks biasa, paling banyak 100 huruf',
      en: 'must be plain text of at most 100 characters',
    },
    commodity: {
      headings: ['komoditas', 'commodity', 'komoditi', 'nama komoditas'],
      required: true,
      id: 'harus nama atau kode komoditas, misalnya gula semut',
      en: 'must be the name or the code of a commodity, such as coconut sugar',
    },
    quantity: {
      headings: ['jumlah', 'quantity', 'jumlah pesanan', 'jumlah kebutuhan', 'kuantitas', 'volume', 'qty'],
      figure: true,
      required: true,
      id: 'harus angka di atas 0, misalnya 1.500 atau 12,5',
      en: 'must be a number above 0, such as 1,500 or 12.5',
    },
    unit: {
      headings: ['satuan', 'unit', 'unit of measure'],
      required: true,
      id: 'harus kg, kuintal, ton, g, pasang, buah, lusin, atau kodi',
      en: 'must be kg, kuintal, ton, g, pair, piece, lusin or kodi',
    },
    minimum: {
      headings: ['minimal', 'minimum', 'jumlah minimal', 'minimum quantity'],
      figure: true,
      id: 'harus angka di atas 0, misalnya 500, atau kosong',
      en: 'must be a number above 0, or empty',
    },
    maxLandedPrice: {
      headings: ['harga maksimum', 'maximum price', 'harga maksimal', 'harga tertinggi', 'harga maks', 'harga maks.'],
      figure: true,
      id: 'harus rupiah utuh, misalnya 25.000, atau kosong',
      en: 'must be whole rupiah, such as 25,000, or empty',
    },
    certificates: {
      headings: ['sertifikat', 'certificates', 'sertifikasi'],
      id: 'harus kode sertifikat dipisah koma, misalnya P-IRT, HALAL',
      en: 'must be codes of certificates with commas between them',
    },
    needBy: {
      headings: [
        'butuh sebelum',
        'need by',
        'dibutuhkan sebelum',
        'tanggal kebutuhan',
        'tanggal butuh',
        'tgl butuh',
        'tgl. butuh',
        'paling lambat',
      ],
      required: true,
      id: 'harus tanggal yang belum lewat, misalnya 31/12/2026',
      en: 'must be a date that has not passed, YYYY-MM-DD',
    },
    minLifeDays: {
      headings: ['sisa umur', 'days of life'],
      figure: true,
      id: 'harus jumlah hari, 0 sampai 3.650, atau kosong',
      en: 'must be a number of days from 0 to 3,650, or empty',
    },
    deliverTo: {
      headings: ['tujuan', 'destination', 'kode tujuan', 'daerah tujuan', 'wilayah tujuan', 'deliver to'],
      id: 'harus kode wilayah di dalam wilayah Anda, misalnya 13.03',
      en: 'must be the code of a region inside yours, such as 13.03',
    },
    buyer: {
      headings: ['pembeli', 'buyer', 'nama pembeli', 'buyer name'],
      required: true,
      id: 'harus nama pembeli, paling banyak 200 huruf',
      en: 'must be the name of the buyer, at most 200 characters',
    },
    nib: { headings: ['nib'], id: 'harus 13 angka, atau kosong', en: 'must be 13 digits, or empty' },
    npwp: { headings: ['npwp'], id: 'harus 15 atau 16 angka, atau kosong', en: 'must be 15 or 16 digits, or empty' },
    origin: {
      headings: ['asal', 'origin', 'daerah asal', 'kode asal'],
      id: 'harus kode wilayah asal, misalnya 33.02',
      en: 'must be the code of the origin, such as 33.02',
    },
    use: {
      headings: ['penggunaan', 'use', 'kegunaan', 'peruntukan', 'tujuan penggunaan'],
      id: 'harus dijual lagi, bahan baku, atau dikemas ulang; kosong berarti dijual lagi',
      en: 'must be resale, raw material or repacking; empty is resale',
    },
    partial: { headings: ['boleh sebagian', 'partial'], id: 'harus ya atau tidak', en: 'must be yes or no' },
  },
  {
    COMMODITY_UNKNOWN: ROWS['COMMODITY_UNKNOWN.orders'],
    ORIGIN_REQUIRED: ROWS['ORIGIN_REQUIRED.orders'],
    KEY_REUSED: ROWS['KEY_REUSED.orders'],
    KEY_REPEATED: ROWS['KEY_REPEATED.orders'],
    ROW_REPEATED: ROWS['ROW_REPEATED.orders'],
    IDEMPOTENCY_KEY_REUSED: ROWS['IDEMPOTENCY_KEY_REUSED.orders'],
  },
);

/** What a column can hold. */
export type Field = FieldOf<typeof ORDER_COLUMNS>;
