import type { Words } from './words.js';

/** What producer-registry says. */
export const REGISTRY = {
  'ILLEGAL_TRANSITION.certificate': {
    en: 'A {from} certificate cannot be changed to {to}.',
    id: 'Sertifikat berstatus {from} tidak dapat diubah menjadi {to}.',
  },
  'ILLEGAL_TRANSITION.producer': {
    en: 'A {from} producer cannot be changed to {to}.',
    id: 'Produsen berstatus {from} tidak dapat diubah menjadi {to}.',
  },
  'ILLEGAL_TRANSITION.closed': {
    en: 'A closed producer cannot be changed.',
    id: 'Produsen nonaktif tidak dapat diubah.',
  },
  'ILLEGAL_TRANSITION.erase': {
    en: 'Close the producer before erasing its personal data.',
    id: 'Nonaktifkan produsen sebelum menghapus data pribadinya.',
  },
  'ILLEGAL_TRANSITION.merging': {
    en: 'This producer is being merged with another. Wait for the outcome, then try again.',
    id: 'Produsen ini sedang digabungkan dengan yang lain. Tunggu hasilnya, lalu coba lagi.',
  },
  'ILLEGAL_TRANSITION.merge-suspended': {
    en: 'Only one of the two is suspended, or waits to be verified. Suspend both, or verify both, then merge them.',
    id: 'Hanya satu dari keduanya yang ditangguhkan atau menunggu verifikasi. Tangguhkan atau verifikasi keduanya, lalu gabungkan.',
  },
  'ILLEGAL_TRANSITION.hold': { en: 'The lot is already on hold.', id: 'Lot sudah ditahan.' },
  'ILLEGAL_TRANSITION.release': { en: 'The lot is not on hold.', id: 'Lot tidak sedang ditahan.' },
  'ALREADY_EXISTS.certificate': {
    en: 'This certificate is already recorded.',
    id: 'Sertifikat ini sudah tercatat.',
  },
  'ALREADY_EXISTS.coaching': { en: 'This coaching is already recorded.', id: 'Pembinaan ini sudah tercatat.' },
  'ALREADY_EXISTS.reference': {
    en: 'This reference is used by another producer. Use a different one, or leave it out.',
    id: 'Nomor ini sudah dipakai produsen lain. Gunakan nomor lain, atau kosongkan.',
  },
  'ALREADY_EXISTS.product': {
    en: 'A product with this name already exists for this commodity.',
    id: 'Produk dengan nama ini sudah ada untuk komoditas ini.',
  },
  'ALREADY_EXISTS.statement': {
    en: 'This stock has already been stated for that day.',
    id: 'Stok produk ini sudah dilaporkan untuk hari itu.',
  },
  AGGREGATOR_UNKNOWN: {
    en: 'Registered; its cooperative is not registered yet. Register it, then add the membership.',
    id: 'Terdaftar, tetapi koperasinya belum terdaftar. Daftarkan koperasinya, lalu tambahkan keanggotaannya.',
  },
  NOT_A_MEMBER: { en: 'Not a member of the seller.', id: 'Bukan anggota penjual ini.' },
  PRODUCER_SUSPENDED: {
    en: 'The producer or its seller is suspended.',
    id: 'Produsen atau penjualnya sedang ditangguhkan.',
  },
  'UNIT_MISMATCH.commodity': {
    en: '{commodity} is measured in {unit} in this region.',
    id: '{commodity} dihitung dalam {unit} di daerah ini.',
  },
  'UNIT_MISMATCH.package': {
    en: 'A product sold in packages needs a package larger than one unit.',
    id: 'Produk yang dijual per kemasan memerlukan kemasan lebih dari satu satuan.',
  },
  'UNIT_MISMATCH.sold': {
    en: '{commodity} is sold {rule} in this region; use another commodity for this product.',
    id: '{commodity} dijual {rule} di daerah ini; gunakan komoditas lain untuk produk ini.',
  },
  'INVALID.statement': {
    en: 'The statement is not valid; see errors.',
    id: 'Laporan stok perlu diperbaiki; lihat rinciannya.',
  },
  'MALFORMED_JSON.statement': {
    en: 'Send the statement header first, then one contribution per line.',
    id: 'Kirim kepala laporan, lalu satu rincian anggota per baris.',
  },
  'FORBIDDEN.upload': {
    en: 'Your role may upload stock statements only.',
    id: 'Peran Anda hanya dapat mengunggah laporan stok.',
  },
} as const satisfies Record<string, Words>;
