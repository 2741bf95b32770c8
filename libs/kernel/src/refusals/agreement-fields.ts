import type { Words } from './words.js';

/** What partnership-agreements says of one field. */
export const AGREEMENT_FIELDS = {
  'other-region': { en: 'must differ from the origin', id: 'harus berbeda dari daerah asal' },
  'agenda-used': { en: 'is already used for this agreement', id: 'sudah digunakan untuk kerja sama ini' },
  'report-submitted': { en: 'is already submitted', id: 'sudah disampaikan' },
  'document-recorded': {
    en: 'is already recorded for this agreement',
    id: 'sudah tercatat untuk kerja sama ini',
  },
  pdf: { en: 'is not a PDF', id: 'bukan PDF' },
  'other-paper': {
    en: 'has another SHA-256 than the document that is recorded',
    id: 'memiliki SHA-256 yang berbeda dari dokumen yang dicatat',
  },
  'not-due': {
    en: 'is not a due date of this agreement',
    id: 'bukan tanggal jatuh tempo laporan kerja sama ini',
  },
  'before-period': {
    en: 'must not be before {day}, the start of the period',
    id: 'tidak boleh sebelum {day}, awal periode',
  },
  'signing-only': {
    en: 'is allowed only when signing the PKS',
    id: 'hanya saat PKS ditandatangani',
  },
  'terminating-only': { en: 'is allowed only when terminating', id: 'hanya saat kerja sama diakhiri' },
  'running-only': {
    en: 'is allowed only for a running PKS; this one ends immediately',
    id: 'hanya untuk PKS yang sedang berlaku; yang ini berakhir seketika',
  },
  past: { en: 'is in the past', id: 'sudah lewat' },
  'after-last-day': { en: 'is after the last day of the PKS', id: 'melewati hari terakhir PKS' },
  'before-first-day': { en: 'is before the first day', id: 'sebelum hari pertama' },
  'no-document': {
    en: 'the signed {document} is not recorded',
    id: 'naskah {document} yang ditandatangani belum dicatat',
  },
  'no-council-decision': {
    en: 'the decision of the council (DPRD) is not recorded',
    id: 'keputusan DPRD belum dicatat',
  },
  'council-decision-spent': {
    en: 'every decision of the council (DPRD) in the file has decided an earlier submission; record the new one',
    id: 'setiap keputusan DPRD di berkas sudah memutus pengajuan sebelumnya; catat keputusan yang baru',
  },
  'decision-not-open': {
    en: 'is no decision of the council (DPRD) in this file that decides this submission',
    id: 'bukan keputusan DPRD di berkas ini yang dapat memutus pengajuan ini',
  },
  'no-review': {
    en: "the cooperation team's (TKKSD) review of the {document} is not recorded",
    id: 'hasil telaah TKKSD atas {document} belum dicatat',
  },
  'no-power-document': {
    en: 'power of attorney {number} is not among the documents; record it',
    id: 'surat kuasa {number} belum ada di dokumen; catat naskahnya',
  },
  'backdated-force': {
    en: 'is required: the PKS counts from before its signing ({day})',
    id: 'wajib diisi: PKS berlaku sejak sebelum ditandatangani ({day})',
  },
  'backdated-signing': {
    en: 'is required: the PKS was signed before its drafting was recorded ({day})',
    id: 'wajib diisi: PKS ditandatangani sebelum penyusunannya dicatat ({day})',
  },
  'document-number-used': {
    en: 'is the number of another document of this kind in this agreement',
    id: 'sudah dipakai dokumen lain sejenis di kerja sama ini',
  },
  'register-number-used': {
    en: 'is the number of another agreement in this register',
    id: 'sudah dipakai kerja sama lain di register ini',
  },
  'no-signatory': { en: 'no signatory for the {side}', id: 'belum ada penanda tangan {side}' },
  'no-power': { en: 'the delegate has no power of attorney', id: 'penerima kuasa belum memiliki surat kuasa' },
  'no-council': {
    en: 'this agreement does not require council approval',
    id: 'kerja sama ini tidak memerlukan persetujuan DPRD',
  },
  'council-open': { en: 'the council (DPRD) has not approved it', id: 'DPRD belum menyetujui' },
  'no-terms': { en: 'the terms table is empty', id: 'rincian volume masih kosong' },
  'row-repeated': {
    en: 'duplicates an earlier row (same destination and commodity)',
    id: 'sama dengan baris sebelumnya (tujuan dan komoditas)',
  },
  'above-quota': { en: 'exceeds the quota', id: 'melebihi kuota' },
  'no-quota': {
    en: 'goes with a cap or a target, not with an unlimited row',
    id: 'hanya untuk batas atau target, bukan untuk baris tanpa batas',
  },
  'needs-hour': {
    en: 'is required with a reserved share',
    id: 'wajib diisi jika ada bagian yang dicadangkan',
  },
  'above-maximum': { en: 'must not exceed the maximum', id: 'tidak boleh melebihi harga tertinggi' },
  'no-change': { en: 'changes nothing', id: 'tidak mengubah apa pun' },
  'before-from': { en: 'is before the start', id: 'sebelum awal periode' },
  'too-long-period': {
    en: 'is more than {n} days after the start',
    id: 'lebih dari {n} hari setelah awal periode',
  },
  'too-many-cells': {
    en: 'covers too many quota periods; choose a shorter period',
    id: 'mencakup terlalu banyak periode kuota; pilih periode yang lebih pendek',
  },
} as const satisfies Record<string, Words>;
