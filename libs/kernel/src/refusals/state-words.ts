import type {
  AgreementStage,
  AllocationStatus,
  CertificateStatus,
  OrderStatus,
  ProducerStatus,
  ShipmentStatus,
  UmkmClass,
} from '../states.js';
import type { BaseUnit } from '../units.js';
import type { Language, Words } from './words.js';

/** States and units as sentences and pages name them: those of orders, allocations and agreements by docs/glossary.md. */
type WordsOf<State extends string> = Readonly<Record<State, Words>>;

/** The words of each state in one language. */
export function wordsIn<State extends string>(words: WordsOf<State>, language: Language): Record<State, string> {
  const said = Object.entries<Words>(words).map(([state, both]) => [state, both[language]]);
  return Object.fromEntries(said) as Record<State, string>;
}

export const UNIT_WORDS: WordsOf<BaseUnit> = {
  GRAM: { en: 'grams', id: 'gram' },
  PAIR: { en: 'pairs', id: 'pasang' },
  PIECE: { en: 'pieces', id: 'buah' },
};

export const ORDER_WORDS: WordsOf<OrderStatus> = {
  open: { en: 'open', id: 'terbuka' },
  'promised-in-full': { en: 'promised in full', id: 'disanggupi penuh' },
  'promised-in-part': { en: 'promised in part', id: 'disanggupi sebagian' },
  'promised-not-at-all': { en: 'not promised yet', id: 'belum dapat disanggupi' },
  allocated: { en: 'lots fixed', id: 'lot ditetapkan' },
  dispatched: { en: 'dispatched', id: 'dikirim' },
  received: { en: 'received', id: 'diterima' },
  settled: { en: 'settled', id: 'lunas' },
  cancelled: { en: 'cancelled', id: 'dibatalkan' },
  expired: { en: 'need-by passed', id: 'lewat tanggal kebutuhan' },
};

export const ALLOCATION_WORDS: WordsOf<AllocationStatus> = {
  offered: { en: 'offered', id: 'ditawarkan' },
  confirmed: { en: 'confirmed', id: 'ditetapkan' },
  refused: { en: 'refused', id: 'ditolak penjual' },
  lapsed: { en: 'lapsed', id: 'gugur' },
  released: { en: 'released', id: 'dilepas' },
  dispatched: { en: 'on its way', id: 'dikirim' },
  accepted: { en: 'received', id: 'diterima' },
  short: { en: 'received short', id: 'diterima kurang' },
  'refused-at-arrival': { en: 'refused at arrival', id: 'ditolak saat tiba' },
};

export const SHIPMENT_WORDS: WordsOf<ShipmentStatus> = {
  'under-way': { en: 'under-way', id: 'dalam perjalanan' },
  arrived: { en: 'arrived', id: 'tiba' },
  received: { en: 'received', id: 'diterima' },
};

/** What is asked of an order, an allocation or a shipment. */
export const STEP_WORDS = {
  cancel: { en: 'cancel', id: 'membatalkannya' },
  dispatch: { en: 'dispatch', id: 'mengirimkannya' },
  pay: { en: 'pay', id: 'membayarnya' },
  reverse: { en: 'reverse a payment of', id: 'membatalkan pembayarannya' },
  confirm: { en: 'confirm', id: 'menyetujuinya' },
  refuse: { en: 'refuse', id: 'menolaknya' },
  arrive: { en: 'record the arrival of', id: 'mencatat kedatangannya' },
  reschedule: { en: 'change the estimated arrival of', id: 'mengubah perkiraan tibanya' },
  receive: { en: 'receive', id: 'menerimanya' },
} as const satisfies Record<string, Words>;

export const THING_WORDS = {
  order: { en: 'order', id: 'Pesanan' },
  allocation: { en: 'allocation', id: 'Penetapan' },
  shipment: { en: 'shipment', id: 'Pengiriman' },
} as const satisfies Record<string, Words>;

/** Who signs for what side of an agreement. */
export const SIDE_WORDS = {
  origin: { en: 'origin', id: 'daerah asal' },
  partner: { en: 'partner', id: 'daerah mitra' },
} as const satisfies Record<string, Words>;

export const DOCUMENT_WORDS = {
  'joint-agreement': { en: 'joint agreement (kesepakatan bersama)', id: 'kesepakatan bersama' },
  pks: { en: 'PKS (perjanjian kerja sama)', id: 'perjanjian kerja sama (PKS)' },
} as const satisfies Record<string, Words>;

/** In what quantities a commodity is sold. */
export const SOLD_WORDS = {
  loose: { en: 'in any quantity', id: 'dalam jumlah berapa pun' },
  packages: { en: 'in packages of {n} units', id: 'dalam kemasan {n} satuan' },
} as const satisfies Record<string, Words>;

export const PRODUCER_KIND_WORDS = {
  producer: { en: 'producer', id: 'produsen' },
  aggregator: { en: 'aggregator', id: 'koperasi' },
} as const satisfies Record<string, Words>;

export const PRODUCER_WORDS: WordsOf<ProducerStatus> = {
  draft: { en: 'draft', id: 'draf' },
  verified: { en: 'verified', id: 'terverifikasi' },
  suspended: { en: 'suspended', id: 'ditangguhkan' },
  closed: { en: 'closed', id: 'nonaktif' },
};

export const CERTIFICATE_WORDS: WordsOf<CertificateStatus> = {
  recorded: { en: 'recorded', id: 'tercatat' },
  verified: { en: 'verified', id: 'terverifikasi' },
  revoked: { en: 'revoked', id: 'dicabut' },
};

export const UMKM_WORDS: WordsOf<UmkmClass> = {
  micro: { en: 'micro', id: 'mikro' },
  small: { en: 'small', id: 'kecil' },
  medium: { en: 'medium', id: 'menengah' },
};

export const STAGE_WORDS: WordsOf<AgreementStage> = {
  preparation: { en: 'preparation', id: 'persiapan' },
  offer: { en: 'offer', id: 'penawaran' },
  'joint-agreement-drafting': { en: 'drafting the joint agreement', id: 'penyusunan kesepakatan bersama' },
  'joint-agreement-signed': { en: 'joint agreement signed', id: 'kesepakatan bersama' },
  'council-submitted': { en: 'submitted to the council', id: 'diajukan ke DPRD' },
  'council-approved': { en: 'approved by the council', id: 'disetujui DPRD' },
  'council-rejected': { en: 'rejected by the council', id: 'ditolak DPRD' },
  'pks-drafting': { en: 'drafting the cooperation agreement', id: 'penyusunan PKS' },
  'pks-signed': { en: 'cooperation agreement signed', id: 'PKS ditandatangani' },
  'in-force': { en: 'agreement in force', id: 'PKS berlaku' },
  suspended: { en: 'agreement suspended', id: 'PKS ditangguhkan' },
  expired: { en: 'agreement expired', id: 'PKS berakhir' },
  terminated: { en: 'agreement terminated', id: 'PKS diakhiri' },
  declined: { en: 'offer declined', id: 'penawaran ditolak' },
  lapsed: { en: 'offer lapsed', id: 'penawaran gugur' },
};
