import type { Same, TaskParts } from './words.js';

export const TASKS_ID = {
  heading: 'Perlu tindakan',
  none: 'Tidak ada yang perlu Anda tindak lanjuti sekarang. Tugas baru tampil di sini dengan batas waktunya.',
  more: (tasks: string) => `lihat semua (${tasks})`,
  fewer: 'tampilkan yang paling mendesak saja',
  overdue: (tasks: string) => `${tasks} lewat batas`,
  until: (when: string) => `sampai ${when}`,
  late: (when: string) => `lewat batas: ${when}`,
  reference: (id: string) => `no. ${id}`,
  copy: 'salin teks WhatsApp',
  copied: 'tersalin',
  notCopied: 'tidak tersalin: pilih teksnya, lalu salin',
  file: 'unduh semua (XLSX)',
  /** What leads to the task's end, by what it is. */
  acts: {
    dispatch: 'Berangkatkan …',
    receive: 'Catat penerimaan …',
    pay: 'Catat pembayaran …',
    run: 'Jalankan penyaluran sekarang',
    runDone: 'Penyaluran dijalankan.',
    close: 'tutup',
    open: 'buka',
  },
  /** By kind: what is to be done, as a sentence. */
  kinds: {
    'certificate-ends': ({ detail }) => `Sertifikat ${detail} segera berakhir: perpanjang, lalu catat yang baru.`,
    'certificate-lapsed': ({ detail }) => `Sertifikat ${detail} sudah berakhir: perpanjang, atau cabut.`,
    'lot-held': ({ goods }) => `${goods} tertahan dalam lot: lepaskan atau tarik.`,
    'lot-expires': ({ goods }) => `${goods} belum terserap dan segera kedaluwarsa: cari pembeli atau tarik.`,
    'offer-to-answer': ({ goods, partner }) => `${goods} ditawarkan untuk ${partner}: konfirmasi atau tolak.`,
    'order-to-send': ({ goods, partner }) => `${goods} untuk ${partner} siap dikirim: berangkatkan.`,
    'payment-overdue': ({ amount, partner }) =>
      `${partner} belum membayar ${amount}: ingatkan, atau catat pembayarannya.`,
    'goods-recalled': ({ goods, partner }) =>
      `${goods} untuk ${partner} ditarik: jangan dijual; hubungi pembeli dan pisahkan barangnya.`,
    'agreement-next-step': ({ partner, detail }) => `Kerja sama dengan ${partner}: ${detail}.`,
    'agreement-ends': ({ partner }) => `PKS dengan ${partner} segera berakhir: siapkan adendum atau PKS baru.`,
    'agreement-suspended': ({ partner }) =>
      `PKS dengan ${partner} ditangguhkan: berlakukan lagi atau akhiri, sebelum kesanggupannya dilepas.`,
    'report-due': ({ partner }) => `Laporan berkala PKS dengan ${partner} jatuh tempo: susun, sampaikan, lalu catat.`,
    'receipt-to-record': () => 'Kiriman sudah tiba atau seharusnya tiba: catat penerimaannya.',
    'payment-due': ({ amount }) => `Bayar ${amount} untuk barang yang sudah diterima.`,
    'line-short': ({ goods }) => `Pesanan masih kurang ${goods}: longgarkan syaratnya atau cari pasokan lain.`,
    'promise-to-bind': ({ goods, partner }) =>
      `${goods} untuk ${partner} belum punya lot: jalankan putaran penyaluran.`,
    'dead-letters': ({ count, detail }) => `${count} peristiwa gagal diproses (${detail}): ulangi atau buang.`,
    'events-stopped': ({ count, detail }) =>
      `${count} aliran peristiwa tertahan (${detail}) dan dicoba lagi dengan sendirinya: cari sebabnya.`,
    'events-unsent': ({ count, detail }) =>
      `${count} peristiwa belum terkirim lebih dari dua menit (${detail}): periksa log peristiwa.`,
  } satisfies Record<string, (parts: TaskParts) => string>,
  /** By stage: what an agreement at it waits for. */
  nextSteps: {
    'joint-agreement-signed': 'kesepakatan bersama sudah ditandatangani; ajukan ke DPRD bila perlu, atau susun PKS',
    'council-submitted': 'menunggu DPRD; catat keputusannya',
    'council-approved': 'DPRD menyetujui; susun PKS',
    'council-rejected': 'DPRD menolak; susun ulang kesepakatan bersama atau akhiri',
    'pks-drafting': 'PKS sedang disusun; lengkapi lalu tanda tangani',
  },
};

export type TaskWords = Same<typeof TASKS_ID>;
