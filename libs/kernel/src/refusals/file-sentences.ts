import type { Words } from './words.js';

/** What is said of files, of the rows in them, and of quantities as they are written. */
export const FILES = {
  'TOO_LARGE.rows': { en: 'A file may have at most {n} rows.', id: 'Berkas paling banyak {n} baris.' },
  'TOO_LARGE.file': { en: 'A file may have at most {n} MiB.', id: 'Berkas paling besar {n} MiB.' },
  'TOO_LARGE.cells': { en: 'A file may have at most {n} cells.', id: 'Berkas paling banyak {n} sel.' },
  'TOO_LARGE.text': {
    en: 'The cells of the file hold too much text.',
    id: 'Sel-sel berkas berisi terlalu banyak teks.',
  },
  'TOO_LARGE.row': { en: 'Row {n} is too long.', id: 'Baris {n} terlalu panjang.' },
  'TOO_LARGE.texts': {
    en: 'The spreadsheet holds too many different texts. Divide it, or save it as CSV UTF-8.',
    id: 'Lembar berisi terlalu banyak teks yang berbeda. Bagi berkasnya, atau simpan sebagai CSV UTF-8.',
  },
  'TOO_LARGE.sheet': {
    en: 'The unpacked spreadsheet is too large.',
    id: 'Isi lembar terlalu besar setelah dibuka.',
  },
  'TOO_LARGE.export': {
    en: 'Too many rows for an XLSX file. Narrow the filter, or use format=csv.',
    id: 'Baris terlalu banyak untuk XLSX. Persempit saringan, atau gunakan CSV.',
  },
  'UNSUPPORTED_MEDIA_TYPE.types': { en: 'Send {types}.', id: 'Kirim {types}.' },
  'UNSUPPORTED_MEDIA_TYPE.macros': {
    en: 'The file contains macros. Save it as XLSX without macros.',
    id: 'Berkas berisi makro. Simpan sebagai XLSX tanpa makro.',
  },
  'TOO_MANY_REQUESTS.files': {
    en: 'Your other files are still being read. Send this one when they have been answered.',
    id: 'Berkas Anda yang lain masih dibaca. Kirim berkas ini setelah semuanya dijawab.',
  },
  'UNAVAILABLE.files': {
    en: 'Other files are being read. Nothing was kept; send this one again shortly.',
    id: 'Berkas lain sedang dibaca. Tidak ada yang disimpan; kirim lagi sebentar lagi.',
  },
  'FILE_UNREADABLE.csv': {
    en: 'The file is no text that can be read. Save it as "CSV UTF-8" or XLSX.',
    id: 'Berkas bukan teks yang dapat dibaca. Simpan sebagai "CSV UTF-8" atau XLSX.',
  },
  'FILE_UNREADABLE.xlsx': {
    en: 'The file is not a readable XLSX file. Save it again, or as CSV UTF-8.',
    id: 'Berkas XLSX tidak dapat dibaca. Simpan ulang, atau sebagai CSV UTF-8.',
  },
  'FILE_UNREADABLE.empty': { en: 'The file is empty.', id: 'Berkas kosong.' },
  SHEET_UNKNOWN: {
    en: 'The file has no such sheet that can be seen. It has: {names}.',
    id: 'Lembar itu tidak ada atau tersembunyi. Yang ada: {names}.',
  },
  FILE_COLUMNS: {
    en: 'The column headings cannot be read; see errors.',
    id: 'Judul kolom tidak dapat dibaca; lihat rinciannya.',
  },
  QUANTITY_AMBIGUOUS: {
    en: '"{text}" is ambiguous. Write 15000 for fifteen thousand or 15 for fifteen.',
    id: '"{text}" dapat dibaca dengan dua cara. Tulis 15000 untuk lima belas ribu, atau 15 untuk lima belas.',
  },
  'QUANTITY_AMBIGUOUS.file': {
    en: '"{text}" is ambiguous. Choose the file\'s number format.',
    id: '"{text}" dapat dibaca dengan dua cara. Pilih format angka berkas ini.',
  },
  QUANTITY_INVALID: {
    en: '"{text}" is not a positive number; write it like 12.5.',
    id: '"{text}" bukan angka positif; tulis seperti 12.5.',
  },
  'QUANTITY_INVALID.locale': {
    en: '"{text}" is not a number in the chosen format.',
    id: '"{text}" bukan angka dalam format yang dipilih.',
  },
  'QUANTITY_INVALID.whole': {
    en: '{value} must be a whole number above 0.',
    id: '{value} harus bilangan bulat di atas 0.',
  },
  'QUANTITY_INVALID.maximum': {
    en: 'A line may have at most {max} base units; split it.',
    id: 'Satu rincian paling banyak {max} satuan dasar; bagi menjadi beberapa.',
  },
  QUANTITY_INDIVISIBLE: {
    en: '{value} {unit} is not a whole number of {base}.',
    id: '{value} {unit} bukan jumlah utuh dalam {base}.',
  },
  UNIT_MISMATCH: {
    en: 'This commodity is measured in {base}; "{unit}" cannot be used.',
    id: 'Komoditas ini dihitung dalam {base}; satuan "{unit}" tidak dapat digunakan.',
  },
} as const satisfies Record<string, Words>;

/** What is said in a row of a file, after the name of its cell. */
export const ROWS = {
  QUANTITY_AMBIGUOUS: {
    en: 'is ambiguous; choose how this file writes numbers (id-ID or en)',
    id: 'dapat dibaca dengan dua cara; pilih format angka berkas ini (id-ID atau en)',
  },
  QUANTITY_INDIVISIBLE: {
    en: 'is not a whole number of base units of this commodity',
    id: 'bukan jumlah utuh dalam satuan dasar komoditas ini',
  },
  UNIT_MISMATCH: { en: 'cannot measure this commodity', id: 'bukan satuan untuk komoditas ini' },
  FORMULA: { en: 'is a formula; paste its value', id: 'adalah rumus; tempel nilainya saja' },
  KEY_REUSED: {
    en: 'another row of this file has this key and says something else',
    id: 'kunci ini sudah dipakai untuk baris lain di berkas ini dengan isi yang berbeda',
  },
  KEY_REPEATED: {
    en: 'the same row with the same key is already in this file; it is recorded once',
    id: 'baris yang sama dengan kunci yang sama sudah ada di berkas ini; hanya dicatat sekali',
  },
  ROW_REPEATED: {
    en: 'is exactly like another row; check whether these are two',
    id: 'isinya sama persis dengan baris lain; periksa apakah memang dua',
  },
  DOUBTFUL: {
    en: 'is possible, but unlikely; look at it, and place it only if it is right',
    id: 'mungkin saja, tetapi tidak lazim; periksa, dan kirim hanya bila memang benar',
  },
  DIGITS_LOST: {
    en: 'the spreadsheet has lost digits of it; format the cell as text and write it again',
    id: 'sebagian angkanya hilang di lembar kerja; ubah format sel menjadi teks, lalu tulis lagi',
  },
  ROW_BROKEN: {
    en: 'a quote is not closed; this row and those after it cannot be read',
    id: 'tanda kutip tidak ditutup; baris ini dan sesudahnya tidak terbaca',
  },
  TOO_MANY_CELLS: { en: 'has more cells than headings', id: 'berisi lebih banyak kolom daripada judulnya' },
  'COMMODITY_UNKNOWN.orders': {
    en: 'no agreement covers this commodity',
    id: 'komoditas ini tidak ada dalam kerja sama mana pun',
  },
  'ORIGIN_REQUIRED.orders': {
    en: 'its origin is not certain; fill in the column "origin", for example 33.02',
    id: 'daerah asalnya tidak pasti; isi kolom "asal", misalnya 33.02',
  },
  'KEY_REUSED.orders': {
    en: 'another order of this file has this key',
    id: 'kunci ini sudah dipakai untuk pesanan lain di berkas ini',
  },
  'KEY_REPEATED.orders': {
    en: 'the same order with the same key is already in this file; it is placed once',
    id: 'pesanan yang sama dengan kunci yang sama sudah ada di berkas ini; hanya dipesan sekali',
  },
  'ROW_REPEATED.orders': {
    en: 'is exactly like another row; check whether these are two orders',
    id: 'isinya sama persis dengan baris lain; periksa apakah memang dua pesanan',
  },
  'IDEMPOTENCY_KEY_REUSED.orders': {
    en: 'this key was used for another order',
    id: 'kunci ini sudah dipakai untuk pesanan lain',
  },
  'ALREADY_EXISTS.certificates': {
    en: 'this certificate is already recorded; the row is not recorded again',
    id: 'sertifikat ini sudah tercatat; baris ini tidak dicatat lagi',
  },
  'ALREADY_EXISTS.producers': {
    en: 'this number is already registered; the row is not registered again',
    id: 'nomor ini sudah terdaftar; baris ini tidak didaftarkan lagi',
  },
} as const satisfies Record<string, Words>;
