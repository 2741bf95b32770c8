import type { TaskKind } from '../domain/tasks.js';

/** By kind, the words of docs/glossary.md. */
export const KIND_WORDS: Readonly<Record<TaskKind, { readonly id: string; readonly en: string }>> = {
  'certificate-ends': { id: 'sertifikat segera berakhir', en: 'certificate ends soon' },
  'certificate-lapsed': { id: 'sertifikat sudah berakhir', en: 'certificate has ended' },
  'lot-held': { id: 'barang tertahan dalam lot', en: 'goods held in their lot' },
  'lot-expires': { id: 'stok belum terserap segera kedaluwarsa', en: 'unsold stock expires soon' },
  'offer-to-answer': { id: 'penawaran menunggu jawaban', en: 'offer to answer' },
  'order-to-send': { id: 'pesanan menunggu dikirim', en: 'order to send' },
  'payment-overdue': { id: 'pembayaran terlambat', en: 'payment overdue' },
  'goods-recalled': { id: 'barang terkirim ditarik', en: 'goods sent are recalled' },
  'agreement-next-step': { id: 'kerja sama menunggu langkah berikutnya', en: 'agreement waits for its next step' },
  'agreement-ends': { id: 'PKS segera berakhir', en: 'agreement ends soon' },
  'agreement-suspended': { id: 'PKS ditangguhkan', en: 'agreement suspended' },
  'report-due': { id: 'laporan berkala jatuh tempo', en: 'periodic report due' },
  'receipt-to-record': { id: 'penerimaan menunggu dicatat', en: 'receipt to record' },
  'payment-due': { id: 'tagihan menunggu dibayar', en: 'payment due' },
  'line-short': { id: 'pesanan masih kurang', en: 'order line still short' },
  'promise-to-bind': { id: 'kesanggupan menunggu penetapan lot', en: 'promise awaiting its lots' },
  'dead-letters': { id: 'peristiwa gagal diproses', en: 'events that could not be processed' },
  'events-stopped': { id: 'aliran peristiwa tertahan', en: 'streams of events that stand still' },
  'events-unsent': { id: 'peristiwa belum terkirim', en: 'events that have not gone out' },
};
