import type { Words } from './words.js';

/** What partnership-agreements and operations-dashboard say. */
export const AGREEMENTS = {
  'FORBIDDEN.partner': {
    en: 'Only the origin may change this record; the partner may read it.',
    id: 'Hanya daerah asal yang dapat mengubah data ini; daerah mitra dapat membacanya.',
  },
  'INVALID.partner': {
    en: 'An agreement needs two different regions.',
    id: 'Kerja sama memerlukan dua daerah yang berbeda.',
  },
  'INVALID.regions': {
    en: 'The regions are not valid; see errors.',
    id: 'Daerah perlu diperbaiki; lihat rinciannya.',
  },
  'ILLEGAL_TRANSITION.signed': {
    en: 'The terms are signed ({stage}); change them by addendum.',
    id: 'Ketentuan sudah ditandatangani ({stage}); ubah dengan adendum.',
  },
  'ILLEGAL_TRANSITION.addendum': {
    en: 'Addenda require a PKS in force; its stage is {stage}.',
    id: 'Adendum hanya untuk PKS yang berlaku; tahapnya {stage}.',
  },
  'ILLEGAL_TRANSITION.stage': {
    en: 'Cannot move from {from} to {to}.',
    id: 'Tidak dapat beralih dari {from} ke {to}.',
  },
  GUARD_NOT_MET: {
    en: 'Requirements for {stage} are not met; see errors.',
    id: 'Persyaratan tahap {stage} belum lengkap; lihat rinciannya.',
  },
  'INVALID.days': {
    en: 'The dates are not valid; see errors.',
    id: 'Tanggal perlu diperbaiki; lihat rinciannya.',
  },
  'INVALID.both-days': {
    en: 'Give both the first and the last day.',
    id: 'Isi hari pertama dan hari terakhir.',
  },
  'INVALID.terms': {
    en: 'The terms are not valid; see errors.',
    id: 'Ketentuan perlu diperbaiki; lihat rinciannya.',
  },
  'INVALID.addendum': {
    en: 'An addendum must change the terms or the last day.',
    id: 'Adendum harus mengubah ketentuan atau hari terakhir.',
  },
  'INVALID.entry': {
    en: 'The entry is not valid; see errors.',
    id: 'Catatan perlu diperbaiki; lihat rinciannya.',
  },
  'INVALID.scan': {
    en: 'The file is not the document that is recorded; see errors.',
    id: 'Berkas bukan dokumen yang dicatat; lihat rinciannya.',
  },
  'INVALID.report': {
    en: 'The report is not valid; see errors.',
    id: 'Laporan perlu diperbaiki; lihat rinciannya.',
  },
  'INVALID.period': {
    en: 'The period is not valid; see errors.',
    id: 'Periode perlu diperbaiki; lihat rinciannya.',
  },
  'ALREADY_EXISTS.agenda': {
    en: 'This agenda number is already used; entries cannot be changed.',
    id: 'Nomor agenda ini sudah digunakan; catatan tidak dapat diubah.',
  },
  'ALREADY_EXISTS.report': {
    en: 'This report has already been submitted.',
    id: 'Laporan ini sudah disampaikan.',
  },
  'ALREADY_EXISTS.document-number': {
    en: 'Another document of this kind has this number.',
    id: 'Nomor ini sudah dipakai dokumen lain yang sejenis.',
  },
  'ALREADY_EXISTS.register-number': {
    en: 'Another agreement has this number in the register.',
    id: 'Nomor ini sudah dipakai kerja sama lain dalam register.',
  },
  'FORBIDDEN.other-side': {
    en: 'Your region records for its own side; the other side records its own.',
    id: 'Daerah Anda mencatat untuk pihaknya sendiri; pihak lain mencatat miliknya.',
  },
  'ALREADY_EXISTS.document': { en: 'This document is already recorded.', id: 'Dokumen ini sudah tercatat.' },
  'INVALID.clock-both': {
    en: 'Give either "to" or "advanceMs", not both.',
    id: 'Isi salah satu: "to" atau "advanceMs".',
  },
  'INVALID.clock-far': {
    en: 'Advance at most ten years at a time.',
    id: 'Majukan paling banyak sepuluh tahun sekaligus.',
  },
  'INVALID.clock-date': { en: 'This date does not exist.', id: 'Tanggal ini tidak ada.' },
  CLOCK_BACKWARDS: {
    en: 'The business clock cannot go backwards.',
    id: 'Waktu acuan tidak dapat dimundurkan.',
  },
  TOO_MANY_RECIPIENTS: {
    en: 'The limit of {n} addresses is reached. Remove an unused one.',
    id: 'Batas {n} alamat tercapai. Hapus yang tidak dipakai.',
  },
} as const satisfies Record<string, Words>;
