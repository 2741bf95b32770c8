import type { Same } from '../words/words.js';

/** Of an agreement's papers: documents, signatories, registers, signing. */
export const PAPERS_ID = {
  documents: {
    heading: 'Dokumen',
    empty: 'Belum ada dokumen yang dicatat.',
    kinds: {
      'joint-agreement-review': 'hasil telaah TKKSD atas kesepakatan bersama',
      'joint-agreement': 'kesepakatan bersama',
      'pks-review': 'hasil telaah TKKSD atas PKS',
      pks: 'perjanjian kerja sama (PKS)',
      'council-decision': 'keputusan DPRD',
      'power-of-attorney': 'surat kuasa',
      addendum: 'adendum',
      other: 'lainnya',
    },
    add: 'Catat dokumen',
    kind: 'Jenis',
    number: 'Nomor, boleh kosong',
    file: 'Berkas dokumen',
    browse: 'Telusuri …',
    noFile: 'atau letakkan berkasnya di sini',
    fileHint: 'Dicatat dengan sidik jarinya (SHA-256); naskahnya dapat disimpan sesudahnya.',
    reading: 'Menghitung sidik jari …',
    print: (hash: string) => `sidik jari ${hash}`,
    send: 'Catat dokumen',
  },
  signatories: {
    heading: 'Penanda tangan',
    empty: 'Belum ada penanda tangan.',
    add: 'Catat penanda tangan',
    side: 'Pihak',
    sides: { origin: 'daerah asal', partner: 'daerah mitra' },
    name: 'Nama',
    office: 'Jabatan',
    offices: { 'head-of-region': 'kepala daerah', delegate: 'penerima kuasa' },
    power: 'Nomor surat kuasa (penerima kuasa)',
    withPower: (number: string) => `surat kuasa ${number}`,
    recordedBy: { origin: 'dicatat daerah asal', partner: 'dicatat daerah mitra' },
    withoutPower: 'tanpa surat kuasa',
    send: 'Catat penanda tangan',
  },
  papers: {
    open: (kib: string) => `Buka naskah (PDF, ${kib} KiB)`,
    none: 'naskah belum disimpan',
    keep: 'Simpan naskahnya (PDF, paling besar 10 MiB)',
  },
  registers: {
    heading: 'Nomor register',
    none: 'belum ada nomor',
    number: 'Nomor dalam register',
    add: 'Catat nomor register',
    send: 'Catat nomor',
  },
  signing: {
    signedOn: 'Tanggal penandatanganan',
    backdating: 'Alasan berlaku surut',
    backdatingHint: 'wajib bila berlaku sebelum ditandatangani, atau ditandatangani sebelum disusun di sini',
    signed: (day: string) => `PKS ditandatangani ${day}`,
    backdated: (reason: string) => `berlaku surut: ${reason}`,
  },
};

export type PapersWords = Same<typeof PAPERS_ID>;
