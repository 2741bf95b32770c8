import type { ReasonWords } from './words.js';

const REGISTRY = 'petugas registri (Dinarkop)';
const AGREEMENTS = 'petugas kerja sama kedua daerah';
const PARTNER = 'komite daerah mitra';
const OPERATIONS = 'operasi';

const nothing = (what: string) => `${what} saja tidak menambah apa pun`;

/** A limit that stands in an agreement and not in an order. */
const inAgreement = (partners: string) => (partners === '' ? '' : ` dalam PKS dengan ${partners}`);

export const REASONS_ID = {
  REGION_NOT_COVERED: {
    label: 'Daerah belum tercakup',
    short: () => 'daerah tujuan belum tercakup perjanjian',
    meaning: 'Tidak ada perjanjian yang mencakup daerah tujuan untuk komoditas ini.',
    more: ({ gain }) => `Perjanjian yang mencakup daerah tujuan akan menjual ${gain} lagi.`,
    alone: () => `${nothing('Mencakup daerah tujuan')}.`,
    who: AGREEMENTS,
  },
  AGREEMENT_NOT_IN_FORCE: {
    label: 'PKS belum berlaku',
    short: () => 'perjanjian kerja sama belum berlaku',
    meaning: 'Kesepakatan bersama saja belum menyalurkan barang; perjanjian kerja sama (PKS) harus berlaku dulu.',
    more: ({ partners, gain }) => `Bila PKS dengan ${partners} berlaku, ${gain} dapat terjual.`,
    alone: ({ partners }) => `${nothing(`Memberlakukan PKS dengan ${partners}`)}.`,
    who: AGREEMENTS,
  },
  AGREEMENT_SUSPENDED: {
    label: 'PKS ditangguhkan',
    short: () => 'perjanjian kerja sama ditangguhkan',
    meaning: 'PKS sedang ditangguhkan: penetapan lot berhenti, kesanggupan tetap tercatat.',
    more: ({ partners, gain }) => `Bila penangguhan PKS dengan ${partners} dicabut, ${gain} dapat terjual.`,
    alone: ({ partners }) => `${nothing(`Mencabut penangguhan PKS dengan ${partners}`)}.`,
    who: AGREEMENTS,
  },
  CERTIFICATE_MISSING: {
    label: 'Tanpa sertifikat',
    short: () => 'tanpa sertifikat',
    meaning: 'Lot tidak memiliki sertifikat yang diminta hukum, perjanjian, atau semua pembeli.',
    more: ({ certificates, lots, gain }) => `Sertifikat ${certificates} untuk ${lots} menjual ${gain} lagi.`,
    alone: ({ certificates, lots }) => `${nothing(`Mensertifikasi ${lots} dengan ${certificates}`)}.`,
    who: REGISTRY,
  },
  CERTIFICATE_EXPIRES_BEFORE_ARRIVAL: {
    label: 'Sertifikat habis sebelum tiba',
    short: () => 'sertifikat habis sebelum barang tiba',
    meaning: 'Masa berlaku sertifikat berakhir sebelum tanggal barang dibutuhkan.',
    more: ({ certificates, gain }) => `Memperpanjang sertifikat ${certificates} menjual ${gain} lagi.`,
    alone: ({ certificates }) => `${nothing(`Memperpanjang sertifikat ${certificates}`)}.`,
    who: REGISTRY,
  },
  SHELF_LIFE_TOO_SHORT: {
    label: 'Sisa umur simpan kurang',
    short: () => 'sisa umur simpan kurang saat tiba',
    meaning: 'Sisa umur simpan saat tiba lebih pendek daripada yang diminta.',
    more: ({ gain }) => `Permintaan umur simpan yang lebih pendek menjual ${gain} lagi.`,
    alone: () => `${nothing('Memperpendek umur simpan yang diminta')}.`,
    who: PARTNER,
  },
  NEEDED_TOO_SOON: {
    label: 'Dibutuhkan terlalu cepat',
    short: () => 'tidak sempat tiba pada waktunya',
    meaning: 'Perjalanan lebih lama daripada waktu sampai tanggal dibutuhkan.',
    more: ({ gain }) => `Tanggal kebutuhan yang lebih lambat menjual ${gain} lagi.`,
    alone: () => `${nothing('Memundurkan tanggal kebutuhan')}.`,
    who: PARTNER,
  },
  NEED_BY_PASSED: {
    label: 'Tanggal kebutuhan lewat',
    short: () => 'tanggal kebutuhan sudah lewat',
    meaning: 'Baris pesanan berakhir karena tanggal kebutuhannya sudah lewat.',
    who: PARTNER,
  },
  PRICE_ABOVE_CEILING: {
    label: 'Harga di atas batas',
    short: () => 'harga sampai di atas batas pembeli',
    meaning: 'Harga lot ditambah ongkos angkut melebihi harga tertinggi yang diterima pembeli.',
    more: ({ partners, gain }) => `Batas harga${inAgreement(partners)} yang lebih tinggi menjual ${gain} lagi.`,
    alone: ({ partners }) => `${nothing(`Menaikkan batas harga${inAgreement(partners)}`)}.`,
    who: PARTNER,
  },
  UNIT_INDIVISIBLE: {
    label: 'Sisa kurang dari satu kemasan',
    short: () => 'sisa kurang dari satu kemasan',
    meaning: 'Sisa tidak cukup untuk satu karung atau kemasan utuh.',
    who: PARTNER,
  },
  BELOW_MINIMUM_LOT: {
    label: 'Di bawah jumlah minimum',
    short: () => 'di bawah jumlah minimum',
    meaning: 'Yang tersedia kurang dari jumlah minimum perjanjian atau pesanan.',
    more: ({ partners, gain }) => `Jumlah minimum${inAgreement(partners)} yang lebih kecil menjual ${gain} lagi.`,
    alone: ({ partners }) => `${nothing(`Menurunkan jumlah minimum${inAgreement(partners)}`)}.`,
    who: PARTNER,
  },
  QUOTA_EXHAUSTED: {
    label: 'Kuota habis',
    short: ({ partners }) => (partners === '' ? 'kuota habis' : `kuota ${partners} habis`),
    meaning: 'Kuota perjanjian untuk periode ini sudah terpakai seluruhnya.',
    more: ({ partners, by, gain }) => `Menambah kuota ${partners} ${by} menjual tepat ${gain} lagi.`,
    alone: ({ partners }) => `${nothing(`Menambah kuota ${partners}`)}.`,
    who: AGREEMENTS,
  },
  PARTNER_SHARE_RESERVED: {
    label: 'Dicadangkan untuk mitra lain',
    short: () => 'dicadangkan untuk mitra lain',
    meaning: 'Sebagian surplus disisihkan untuk mitra lain sampai jam pelepasan.',
    more: ({ gain }) => `Melepas bagian yang dicadangkan menjual ${gain} lagi.`,
    alone: () => `${nothing('Melepas bagian yang dicadangkan')}.`,
    who: AGREEMENTS,
  },
  NO_SURPLUS: {
    label: 'Surplus tidak cukup',
    short: () => 'surplus tidak cukup',
    meaning: 'Tidak ada lagi surplus yang cocok dengan pesanan.',
    more: ({ by, gain }) => `Surplus tambahan ${by} menjual ${gain} lagi.`,
    alone: () => `${nothing('Menambah surplus')}.`,
    who: REGISTRY,
  },
  NO_DEMAND: {
    label: 'Belum ada permintaan',
    short: () => 'belum ada permintaan',
    meaning: 'Semua pesanan yang cocok sudah terpenuhi.',
    more: ({ by, gain }) => `Pesanan tambahan ${by} menjual ${gain} lagi.`,
    alone: () => `${nothing('Menambah pesanan')}.`,
    who: PARTNER,
  },
  LOT_HELD: {
    label: 'Ditahan dalam lot',
    short: () => 'ditahan karena mutunya',
    meaning: 'Lot yang ditahan karena mutunya sampai dilepas, atau ditarik dari peredaran.',
    who: REGISTRY,
  },
  PRODUCER_SUSPENDED: {
    label: 'Produsen ditangguhkan atau belum diverifikasi',
    short: () => 'produsen ditangguhkan atau belum diverifikasi',
    meaning:
      'Status produsen ditangguhkan, atau produsen belum diverifikasi dan kantor Anda baru menjual sesudahnya; barangnya tidak disanggupkan.',
    who: REGISTRY,
  },
  PRODUCER_REFUSED: {
    label: 'Ditolak produsen',
    short: () => 'ditolak produsen, belum dilepas',
    meaning:
      'Produsen menolak penawaran, atau tidak menjawabnya sampai tenggat; barangnya tertahan sampai ia melepasnya.',
    who: REGISTRY,
  },
  COMMITTED_ELSEWHERE: {
    label: 'Ditarik produsen',
    short: () => 'ditarik untuk keperluan lain',
    meaning: 'Produsen menarik kembali barangnya untuk keperluan lain.',
    who: REGISTRY,
  },
  CANCELLED: {
    label: 'Dibatalkan',
    short: () => 'dibatalkan pemesan',
    meaning: 'Pemesan membatalkan bagian yang belum dikirim.',
    who: PARTNER,
  },
  LOST_IN_TRANSIT: {
    label: 'Hilang atau rusak',
    short: () => 'hilang atau rusak di jalan',
    meaning: 'Barang yang hilang atau rusak di jalan dan dihapus dari persediaan.',
    who: OPERATIONS,
  },
  AWAITING_BIND: {
    label: 'Menunggu penetapan lot',
    short: () => 'menunggu penetapan lot',
    meaning: 'Belum dinilai atau belum ditetapkan oleh putaran penyaluran terakhir.',
    who: OPERATIONS,
  },
} satisfies Record<string, ReasonWords>;

/** Each reason says the same parts in every language. */
export type Reasons = {
  readonly [Code in keyof typeof REASONS_ID]: Required<
    Pick<ReasonWords, keyof (typeof REASONS_ID)[Code] & keyof ReasonWords>
  >;
};
