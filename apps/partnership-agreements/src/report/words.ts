import type { AgreementStage, QuotaKind, QuotaPeriod } from '#kernel/states.js';
import type { FilingKind } from '../domain/filing.js';
import type { DocumentKind, Side } from '../domain/paper.js';

/** Indonesian words of the report: steps as the rules call them (Permendagri 22/2020), not the states that pages name. */
export const STAGE_WORDS: Readonly<Record<AgreementStage | 'addendum', string>> = {
  preparation: 'Persiapan',
  offer: 'Penawaran',
  'joint-agreement-drafting': 'Penyusunan kesepakatan bersama',
  'joint-agreement-signed': 'Penandatanganan kesepakatan bersama',
  'council-submitted': 'Pengajuan persetujuan DPRD',
  'council-approved': 'Persetujuan DPRD',
  'council-rejected': 'Penolakan DPRD',
  'pks-drafting': 'Penyusunan perjanjian kerja sama (PKS)',
  'pks-signed': 'Penandatanganan PKS',
  'in-force': 'Pelaksanaan',
  suspended: 'Ditangguhkan',
  addendum: 'Adendum',
  expired: 'Berakhir',
  terminated: 'Diakhiri',
  declined: 'Ditolak',
  lapsed: 'Penawaran gugur',
};

export const DOCUMENT_WORDS: Readonly<Record<DocumentKind, string>> = {
  'joint-agreement-review': 'Hasil telaah TKKSD atas kesepakatan bersama',
  'joint-agreement': 'Kesepakatan bersama',
  'pks-review': 'Hasil telaah TKKSD atas PKS',
  pks: 'Perjanjian kerja sama (PKS)',
  'council-decision': 'Keputusan DPRD',
  'power-of-attorney': 'Surat kuasa',
  addendum: 'Adendum',
  other: 'Lainnya',
};

export const EVERY_WORDS: Readonly<Record<QuotaPeriod, string>> = {
  day: 'hari',
  week: 'minggu',
  month: 'bulan',
  year: 'tahun',
  whole: 'masa berlaku',
};

export const FILING_WORDS: Readonly<Record<FilingKind, string>> = {
  registered: 'Pencatatan dalam agenda',
  filed: 'Penyimpanan naskah',
  'copy-sent': 'Penyampaian salinan',
  published: 'Pengumuman',
  correspondence: 'Surat-menyurat',
};

export const SIDE_WORDS: Readonly<Record<Side, string>> = { origin: 'Daerah asal', partner: 'Daerah mitra' };

export const QUOTA_KIND_WORDS: Readonly<Record<QuotaKind, string>> = {
  cap: 'paling banyak',
  unlimited: 'tanpa batas',
  target: 'target',
};
