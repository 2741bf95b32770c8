import type { Words } from './words.js';

/** What is said of one cell, or one row, of a file; it follows the cell's name. */
export const ROW_FIELDS = {
  'ordered-on': {
    en: 'already ordered on {date}; it is left out (to order it once more, give it a reference of its own)',
    id: 'sudah dipesan pada {date}; tidak dipesan lagi (untuk memesan sekali lagi, beri referensi tersendiri)',
  },
  'key-cancelled': {
    en: 'this key named an order that was cancelled; give the row another key',
    id: 'kunci ini milik pesanan yang dibatalkan; beri baris ini kunci lain',
  },
  'key-known': {
    en: 'this key was used before; the same order is not placed again',
    id: 'kunci ini sudah pernah dipakai; pesanan yang sama tidak dipesan lagi',
  },
  'commodity-unknown': {
    en: 'no agreement covers this commodity; there are: {list}',
    id: 'komoditas ini tidak ada dalam kerja sama mana pun; yang ada: {list}',
  },
  'recorded-before': {
    en: 'already recorded; it is left out',
    id: 'sudah tercatat; tidak dicatat lagi',
  },
  'stated-before': {
    en: 'the stock of this day is stated already; it is left out. A further delivery needs its delivery number',
    id: 'stok hari ini sudah dilaporkan; tidak dilaporkan lagi. Setoran tambahan perlu nomor setoran',
  },
  'formula-value': {
    en: 'is a formula; what it showed when it was saved is read: {text}',
    id: 'adalah rumus; yang dibaca ialah hasil saat disimpan: {text}',
  },
  'cell-error': { en: 'shows the error {text}; write the value', id: 'menunjukkan galat {text}; tulis nilainya' },
  'date-form': {
    en: '"{text}" is not a date that can be read; write it like 31/12/2026 or 31 December 2026',
    id: '"{text}" bukan tanggal yang terbaca; tulis seperti 31/12/2026 atau 31 Desember 2026',
  },
  'date-none': { en: '"{text}" is not a day of the calendar', id: '"{text}" tidak ada di kalender' },
  'date-read': {
    en: '"{text}" is read as {date}; check the date',
    id: '"{text}" dibaca {date}; periksa tanggalnya',
  },
  'date-ambiguous': {
    en: '"{text}" can be read in two ways; choose how this file writes numbers and dates (id-ID or en)',
    id: '"{text}" dapat dibaca dengan dua cara; pilih format angka dan tanggal berkas ini (id-ID atau en)',
  },
  'is-date': {
    en: 'became a date ({text}); format the cell as text and write it again',
    id: 'berubah menjadi tanggal ({text}); jadikan sel ini teks, lalu tulis ulang',
  },
  'is-number': {
    en: 'is a number here ({text}); check it, zeros at its ends may be lost',
    id: 'berupa angka ({text}); periksa, angka nol di ujungnya mungkin hilang',
  },
  'digits-lost': {
    en: 'has lost digits in the spreadsheet ({text}); format the cell as text and write the number again',
    id: 'kehilangan angka di lembar kerja ({text}); jadikan sel ini teks, lalu tulis ulang nomornya',
  },
  'zero-lost': {
    en: 'has one digit too few, likely a 0 at its beginning: {likely}? Format the cell as text and write it again',
    id: 'kurang satu angka, mungkin 0 di depan: {likely}? Jadikan sel ini teks, lalu tulis ulang',
  },
  'code-likely': {
    en: '"{text}" is no region code; likely {likely} is meant: format the cell as text and write it again',
    id: '"{text}" bukan kode wilayah; mungkin maksudnya {likely}: jadikan sel ini teks, lalu tulis ulang',
  },
  'code-undotted': {
    en: '"{text}" is read by the numbers of the ministry (Kemendagri), {likely}; BPS numbers some regions otherwise: check the name',
    id: '"{text}" dibaca menurut kode Kemendagri, {likely}; kode BPS kadang berbeda: periksa nama daerahnya',
  },
  'code-two-offices': {
    en: '"{text}" is one region by the ministry (Kemendagri) and another by BPS; likely {likely}: write the code with dots, or the name',
    id: '"{text}" berarti lain menurut Kemendagri dan menurut BPS; mungkin {likely}: tulis kodenya dengan titik, atau nama daerahnya',
  },
  'code-none': {
    en: '"{text}" is no code of the ministry (Kemendagri), and may be one of BPS; likely {likely}: write the code with dots, or the name',
    id: '"{text}" bukan kode Kemendagri, mungkin kode BPS; mungkin maksudnya {likely}: tulis kodenya dengan titik, atau nama daerahnya',
  },
  'region-several': {
    en: 'several regions are called "{text}"; write the code: {likely}',
    id: 'ada beberapa daerah bernama "{text}"; tulis kodenya: {likely}',
  },
  'region-near': {
    en: 'no region is called "{text}"; likely {likely}: write the code',
    id: 'tidak ada daerah bernama "{text}"; mungkin {likely}: tulis kodenya',
  },
  'region-differs': {
    en: 'code and name in "{text}" are of different regions: {likely}; write the right code alone',
    id: 'kode dan nama dalam "{text}" bukan daerah yang sama: {likely}; tulis kode yang benar saja',
  },
  'merged-amount': {
    en: 'stands in merged cells: {text} is read for each of their rows; check that it is not their sum',
    id: 'berada dalam sel gabungan: {text} dibaca untuk setiap barisnya; pastikan bukan jumlah semuanya',
  },
  'unit-heading': {
    en: 'differs from the unit in the heading of the quantity ({unit})',
    id: 'berbeda dari satuan pada judul kolom jumlah ({unit})',
  },
  'certificate-unknown': {
    en: '{text} is no known certificate; only goods with a certificate of that name would be taken',
    id: '{text} bukan sertifikat yang dikenal; hanya barang bersertifikat itu yang dapat diambil',
  },
  'long-ago': { en: '{date} is long ago; check the year', id: '{date} sudah lama berlalu; periksa tahunnya' },
  'far-ahead': { en: '{date} is far ahead; check the year', id: '{date} masih sangat lama; periksa tahunnya' },
  'has-expired': {
    en: 'these goods have expired ({date}); check the date',
    id: 'barang ini sudah kedaluwarsa ({date}); periksa tanggalnya',
  },
  'much-for-one': {
    en: '{text} is very much for one household; check figure and unit',
    id: '{text} sangat banyak untuk satu rumah tangga; periksa angka dan satuannya',
  },
  'very-much': {
    en: '{text} is very much; check figure and unit',
    id: '{text} sangat banyak; periksa angka dan satuannya',
  },
  'very-little': { en: '{text} is very little; check the figure', id: '{text} sangat sedikit; periksa angkanya' },
  'sack-unknown': {
    en: 'nobody can tell how much is in a sack; write kg, or "karung 25 kg"',
    id: 'isi karungnya tidak diketahui; tulis kg, atau "karung 25 kg"',
  },
  'place-named': {
    en: '"{text}" is read as {likely}; check it',
    id: '"{text}" dibaca sebagai {likely}; periksa',
  },
  'place-several': {
    en: 'several villages are called "{text}"; write the code: {likely}',
    id: 'ada beberapa desa bernama "{text}"; tulis kodenya: {likely}',
  },
} as const satisfies Record<string, Words>;
