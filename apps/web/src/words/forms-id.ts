import type { Same } from './words.js';

/** What every form says. */
export const FORMS_ID = {
  busy: 'Mengirim …',
  offline:
    'Belum terkirim: tidak ada sambungan, atau layanannya sedang tidak menjawab. Isian Anda tetap ada; kirim sekali lagi, tidak akan tercatat ganda.',
  done: 'Tercatat.',
  /** Recorded, and the market's owner has yet to decide on it. */
  pending: 'Tersimpan dan sedang diputuskan; hasilnya segera tampil.',
  check: 'Periksa isian ini:',
  sure: 'Ya, benar: kirim',
  back: 'Kembali, perbaiki isian',
  cancel: 'Tidak jadi',
  optional: 'boleh kosong',
  choose: 'pilih …',
  add: 'Tambah baris',
  remove: (row: string) => `Hapus ${row}`,
  faults: {
    missing: 'wajib diisi',
    least: (limit: string) => `paling sedikit atau paling awal ${limit}`,
    most: (limit: string) => `paling banyak atau paling akhir ${limit}`,
    form: 'belum berbentuk seperti contohnya',
  },
};

export type FormWords = Same<typeof FORMS_ID>;
