import { UPLOADS_ID } from '../parts/upload-words-id.js';
import { LOTS_ID } from './lot-words-id.js';
import { RECORDS_ID } from './records-words-id.js';
import { STATEMENTS_ID } from './statement-words-id.js';
import type { Same } from '../words/words.js';

export const REGISTRY_ID = {
  onlyRegistry: 'Halaman ini untuk petugas registri dan koperasi.',
  offline:
    'Belum terkirim: tidak ada sambungan, atau layanannya tidak menjawab. Tekan sekali lagi; yang sudah sampai tidak akan tercatat ganda.',
  export: 'Unduh daftar (XLSX)',
  answer: {
    noSurplus: 'Belum ada surplus yang dinyatakan hari ini.',
    allSold: 'Seluruh surplus hari ini sudah punya pembeli.',
    unsold: (amounts: string) => `${amounts} dari surplus hari ini belum terserap.`,
    ending: (certificates: string) => `${certificates} sertifikat berakhir dalam 90 hari`,
    nothingStated: 'Belum ada stok Anda yang dinyatakan hari ini.',
    soldOf: (sold: string, stated: string, commodity: string) => `${sold} dari ${stated} ${commodity}`,
    allOf: (stated: string, commodity: string) => `seluruh ${stated} ${commodity}`,
    own: (amounts: string) => `${amounts} Anda hari ini sudah punya pembeli.`,
  },
  search: {
    heading: 'Cari produsen',
    label: 'Nama produsen, desa, atau kecamatan; kode desa; atau NIB',
    hint: 'Contoh: Darsih, Langgongsari, 33.02.17 (kecamatan), atau NIB 13 angka. Kosong: semua.',
    find: 'Cari',
    none: 'Tidak ada yang cocok. Coba sebagian namanya, atau nama desanya.',
    more: 'Tampilkan berikutnya',
    village: (code: string) => `desa ${code}`,
    place: {
      desa: (village: string, district: string, code: string) => `desa ${village}, kec. ${district} (${code})`,
      kelurahan: (village: string, district: string, code: string) =>
        `kelurahan ${village}, kec. ${district} (${code})`,
    },
  },
  standings: { draft: 'belum diverifikasi', verified: 'terverifikasi', suspended: 'ditangguhkan', closed: 'ditutup' },
  kinds: { producer: 'produsen', aggregator: 'koperasi atau kelompok' },
  panel: {
    why: 'Kenapa punya saya (tidak) terjual?',
    certificates: 'Sertifikat',
    noCertificates: 'Belum ada sertifikat. Pembinaan sertifikasi membuka pembeli yang memintanya.',
    soldWith: (seller: string, certificates: string) =>
      certificates === ''
        ? `Dijual bersama lewat ${seller}, tanpa sertifikat.`
        : `Dijual bersama lewat ${seller}, dengan sertifikat ${certificates}.`,
    coaching: 'Pembinaan',
    noCoaching: 'Belum ada pembinaan yang tercatat.',
    history: 'Riwayat stok',
    verify: 'Verifikasi produsen',
    sure: 'Tekan sekali lagi untuk memverifikasi',
    suspend: 'Tangguhkan produsen',
    sureSuspend: 'Tekan sekali lagi: stoknya berhenti dijual',
  },
  why: {
    draft: 'Belum: produsen ini belum diverifikasi, jadi stoknya belum boleh dijual.',
    suspended: 'Tidak: produsen ini ditangguhkan. Stoknya dijual lagi sesudah diverifikasi kembali.',
    closed: 'Tidak: produsen ini sudah ditutup.',
    nothing: 'Belum ada stoknya yang dinyatakan. Yang pertama dinyatakan akan tampil di sini.',
    all: (quantity: string, commodity: string, date: string) =>
      `Terjual semua: ${quantity} ${commodity} dari ${date} sudah punya pembeli.`,
    part: (sold: string, given: string, commodity: string, date: string) =>
      `${sold} dari ${given} ${commodity} dari ${date} sudah punya pembeli.`,
    because: (reason: string) => `Sisanya belum: ${reason}.`,
    turn: 'Yang belum kebagian kali ini didahulukan pada giliran berikutnya.',
    unanswered: 'Penyaluran belum menilainya; tunggu sebentar.',
    held: 'Sisanya ditahan sampai dilepas.',
    withdrawn: 'Sisanya ditarik kembali oleh pemiliknya.',
    writtenOff: 'Sisanya dihapusbukukan: kedaluwarsa, rusak, atau hilang.',
  },
  coachingKinds: {
    certification: 'sertifikasi',
    packing: 'pengemasan',
    'health-insurance': 'jaminan kesehatan',
  },
  certificateStates: { recorded: 'tercatat, belum diverifikasi', verified: 'terverifikasi', revoked: 'dicabut' },
  certificates: {
    heading: 'Sertifikat yang berakhir',
    none: 'Tidak ada sertifikat yang berakhir dalam 90 hari.',
    endless: 'tanpa batas waktu',
    until: (date: string) => `berlaku s.d. ${date}`,
    daysLeft: (days: string) => `sisa ${days} hari`,
    ended: (days: string) => `berakhir ${days} hari lalu`,
    verify: 'Verifikasi',
    revoke: 'Cabut',
    sureVerify: 'Tekan sekali lagi untuk memverifikasi',
    sureRevoke: 'Tekan sekali lagi untuk mencabut',
  },
  history: {
    none: 'Belum ada stok yang dinyatakan.',
    day: 'Dibuat',
    goods: 'Komoditas',
    given: 'Dinyatakan',
    sold: 'Punya pembeli',
    earned: 'Hasil',
    notYet: 'belum ada penerimaan',
  },
  lots: LOTS_ID,
  statements: STATEMENTS_ID,
  records: RECORDS_ID,
  uploads: {
    ...UPLOADS_ID,
    hint: 'CSV atau XLSX. Periksa dulu pratinjaunya; berkas yang sama boleh diunggah lagi, tiap baris hanya tercatat sekali.',
    /** Files by what their rows are. */
    kinds: {
      producers: 'Produsen',
      certificates: 'Sertifikat',
      coaching: 'Pembinaan',
      'stock-statements': 'Pernyataan stok',
    },
    placed: (placed: string, refused: string, standing: string) =>
      `Selesai: ${placed} baris tercatat, ${standing} sudah ada, ${refused} ditolak.`,
  },
  offers: {
    heading: 'Penawaran yang menunggu jawaban',
    earns: (rupiah: string) => `hasil ${rupiah}`,
    until: (moment: string) => `jawab paling lambat ${moment}`,
    confirm: 'Terima',
    refuse: 'Tolak',
    sure: 'Tekan sekali lagi untuk menolak; barang ditahan',
  },
  earnings: {
    heading: 'Yang ditetapkan dan hasilnya',
    none: 'Belum ada barang yang ditetapkan untuk pembeli.',
    bound: 'Ditetapkan',
    goods: 'Barang',
    state: 'Keadaan',
    contributors: 'Produsen',
    price: 'Harga',
    earns: 'Hasil',
    paid: 'lunas',
    unpaid: 'belum lunas',
    exportAllocations: 'Unduh semua penetapan (XLSX)',
    exportSettlements: 'Unduh hasil tiap produsen (XLSX)',
  },
};

export type RegistryWords = Same<typeof REGISTRY_ID>;
