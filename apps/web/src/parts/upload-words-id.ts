import type { Same } from '../words/words.js';

export const UPLOADS_ID = {
  heading: 'Unggah berkas (Excel atau CSV)',
  kind: 'Isi berkas',
  choose: 'Pilih berkas',
  browse: 'Telusuri …',
  noFile: 'atau letakkan berkasnya di sini',
  locale: 'Angka ditulis sebagai',
  locales: { 'id-ID': '1.500,5 (Indonesia)', en: '1,500.5 (Inggris)' },
  offline:
    'Belum terkirim: tidak ada sambungan, atau layanannya tidak menjawab. Pilih berkasnya sekali lagi; tiap baris hanya tercatat sekali.',
  reading: 'Membaca berkas …',
  counts: (green: string, amber: string, red: string) =>
    `${green} baris siap · ${amber} perlu diperiksa · ${red} perlu diperbaiki`,
  notes: 'Yang perlu Anda ketahui tentang berkas ini',
  sheet: 'Lembar yang dibaca',
  mapping: {
    ask: 'Atur kolom',
    heading: 'Kolom berkas Anda',
    hint: 'Pilih isi setiap kolom. Pilihan Anda diingat untuk berkas berikutnya.',
    none: '(tidak dibaca)',
    missing: 'Belum ada di berkas. Isi di sini bila sama untuk semua baris:',
    apply: 'Baca berkas dengan kolom ini',
  },
  row: 'Baris',
  fault: 'Yang perlu diperiksa',
  standing: 'sudah tercatat sebelumnya',
  errors: 'Unduh baris yang perlu diperbaiki (CSV; lihat kolom "kesalahan")',
  good: (rows: string) => `Kirim ${rows} baris yang siap`,
  all: (rows: string) => `Kirim ${rows} baris, termasuk yang perlu diperiksa`,
  placing: (done: string, all: string) => `Mengirim: ${done} dari ${all} baris.`,
  columns: {
    heading: (kind: string) => `Kolom berkas ${kind}`,
    name: 'Judul kolom',
    content: 'Isi sel',
    alias: (heading: string) => `atau ${heading}`,
    optional: 'boleh tidak ada',
    template: 'Unduh berkas contoh (CSV, hanya judul kolom)',
  },
};

export type UploadWordsOfAll = Same<typeof UPLOADS_ID>;
