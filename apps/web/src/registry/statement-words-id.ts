import type { Same } from '../words/words.js';

export const STATEMENTS_ID = {
  heading: 'Pernyataan stok',
  repeating: 'Berulang setiap hari sampai diubah',
  noneRepeating: 'Tidak ada pernyataan yang berulang; stok dinyatakan sekali-sekali.',
  nextDay: (date: string) => `berikutnya ${date}`,
  lastDay: (date: string, leftOut: number, text: string) =>
    `terakhir ${date}${leftOut > 0 ? `, ${text} produsen tidak ikut` : ''}`,
  contributors: (producers: string) => `${producers} produsen`,
  change: 'Ubah mulai besok',
  stop: 'Hentikan',
  sureStop: 'Tekan sekali lagi: mulai besok tidak dinyatakan lagi',
  open: 'Nyatakan stok',
  product: 'Produk',
  date: 'Dibuat pada',
  bestBefore: 'Baik sebelum',
  bestBeforeHint: 'Kosong: menurut masa simpan produk.',
  floorPrice: (unit: string) => `Harga dasar (Rp/${unit})`,
  repeats: 'Ulangi setiap hari sampai diubah',
  repeatsHint:
    'Angka yang sama dinyatakan lagi setiap hari mulai besok, sampai Anda mengubah atau menghentikannya; ini menggantikan yang berulang untuk produk yang sama.',
  repeatsTodayOnly: 'Hanya pernyataan untuk hari ini yang dapat berulang.',
  figuresHint: (unit: string) =>
    `Angka dalam ${unit}. Yang dijual hanya surplus: produksi dikurangi ekspor, pasar lokal, dan yang disimpan. Baris kosong tidak ikut.`,
  noMembers: 'Belum ada anggota yang terdaftar; daftarkan dulu anggotanya.',
  producer: 'Produsen',
  figures: { produced: 'Produksi', committedToExport: 'Ekspor', committedAtHome: 'Pasar lokal', held: 'Disimpan' },
  surplus: 'Surplus',
  total: (surplus: string) => `Surplus seluruhnya: ${surplus}`,
  more: (rows: string) => `Tampilkan anggota berikutnya (terlihat ${rows})`,
  send: 'Nyatakan stok',
  sendChange: 'Simpan perubahan',
  busy: 'Mengirim …',
  stated: (surplus: string, lots: string) => `Sudah dinyatakan: surplus ${surplus}, menjadi ${lots} lot.`,
  changedFrom: (date: string) => `Sudah diubah; berlaku mulai ${date}.`,
  /** Instead of what a service says of a field, by the last part of its pointer. */
  refused: {
    sellerId: 'penjual ini ditangguhkan, ditutup, atau bukan milik Anda',
    productId: 'produk ini tidak ada di daerah penjual',
    date: 'tanggal tidak boleh di masa depan',
    bestBefore: 'baik sebelum tidak boleh lebih awal dari tanggal dibuat',
    repeats: 'pernyataan yang berulang harus mulai hari ini',
    floorPrice: 'harga dasar harus rupiah utuh',
    producerId: 'sudah menyatakan produk ini untuk tanggal itu, ditangguhkan, atau bukan anggota',
    produced: 'produksi kurang dari ekspor, pasar lokal, dan yang disimpan',
    contributions: 'isi paling sedikit satu dan paling banyak 2.000 baris; untuk yang lebih banyak, unggah berkas',
  },
};

export type StatementWords = Same<typeof STATEMENTS_ID>;
