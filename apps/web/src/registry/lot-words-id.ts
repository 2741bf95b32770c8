import type { Same } from '../words/words.js';

export const LOTS_ID = {
  correct: {
    heading: 'Koreksi laporan stok hari ini',
    hint: 'Isi angka yang benar. Laporan hari ini dapat dikurangi sampai yang sudah dijanjikan; hasilnya tampil di bawah.',
    reason: 'Apa yang keliru',
    send: 'Minta koreksi',
    done: 'Koreksi diminta; hasilnya tampil di bawah.',
    notNumber: 'harus berupa angka',
  },
  heading: 'Lot stok',
  hint: 'Yang terbaru lebih dulu. Buka tindakan untuk menahan, melepas, menarik, atau menghapus stok.',
  none: 'Belum ada lot. Stok yang dinyatakan dan belum terjual menjadi lot di sini.',
  all: (lots: string) => `Tampilkan semua (${lots})`,
  fewer: 'Tampilkan yang terbaru saja',
  file: 'Unduh semua lot (XLSX)',
  seller: 'Penjual',
  free: 'Bebas',
  held: 'Tertahan',
  act: 'Tindakan',
  open: 'tindakan',
  close: 'tutup',
  /** Names a lot to who does not see its row. */
  of: (goods: string, seller: string, date: string) => `lot ${goods} ${seller}, ${date}`,
  onHold: 'lot ditahan',
  unanswered: 'belum dinilai penyaluran',
  allGone: 'Semua isi lot ini sudah keluar; tidak ada lagi yang dapat ditahan atau ditarik.',
  acts: {
    hold: 'Tahan lot',
    release: 'Lepaskan lot',
    'hold-release': 'Lepaskan barang yang ditolak',
    withdrawals: 'Tarik stok kembali',
    'write-offs': 'Hapus stok yang rusak',
    recall: 'Tarik produk (recall)',
  },
  /** What an act does, before it is done. */
  does: {
    hold: 'Tidak ada lagi yang dijanjikan, ditetapkan, atau dikirim dari lot ini sampai dilepaskan.',
    release: 'Lot ini boleh dijual lagi.',
    'hold-release': 'Barang yang tawarannya ditolak atau tidak dijawab boleh ditawarkan lagi.',
    withdrawals: 'Pemilik mengambil kembali stok yang tidak dibutuhkan kesanggupan; yang tertahan lebih dulu.',
    'write-offs': 'Stok ini rusak dan tidak dijual lagi. Bila perlu, kesanggupan yang terakhir dikurangi.',
    recall: 'Semua yang belum dikirim dihapus dari penjualan, juga yang sudah ditetapkan untuk pembeli.',
  },
  /** Stands on the button after the first press, where an act cannot be taken back. */
  sure: {
    withdrawals: 'Tekan sekali lagi untuk menarik stok',
    'write-offs': 'Tekan sekali lagi: stok ini tidak dijual lagi',
    recall: 'Tekan sekali lagi: seluruh isi lot ditarik',
  },
  quantity: (unit: string) => `Jumlah (${unit})`,
  inStore: (free: string, held: string, bound: string) => `bebas ${free} · tertahan ${held} · untuk pembeli ${bound}`,
  partOnly: (name: string) => `Hanya bagian ${name} dalam lot ini.`,
  cause: 'Sebab',
  causeIfAny: 'Sebab (boleh kosong)',
  busy: 'Mengirim …',
  done: 'Sudah tercatat.',
  requests: {
    heading: 'Yang sudah diminta atas lot ini',
    file: 'Unduh semua permintaan (XLSX)',
    kinds: {
      hold: 'ditahan',
      release: 'dilepaskan',
      withdrawal: 'penarikan stok',
      'write-off': 'penghapusan stok',
      recall: 'penarikan produk',
      correction: 'pembetulan laporan stok',
    },
    waiting: 'menunggu keputusan penyaluran',
    granted: (granted: string, asked: string) => `dikabulkan ${granted} dari ${asked}`,
    available: (most: string) =>
      `tidak dikabulkan: paling banyak ${most} dapat dikurangi, sisanya sudah dijanjikan atau sudah keluar`,
    nothing: 'tidak dikabulkan: semuanya sudah dijanjikan atau sudah keluar',
  },
};

export type LotWords = Same<typeof LOTS_ID>;
