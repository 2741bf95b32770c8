import { UPLOADS_ID } from '../parts/upload-words-id.js';
import type { Same } from '../words/words.js';

export const INTAKE_ID = {
  onlyPartners: 'Halaman ini untuk daerah mitra. Masuklah sebagai penerima pesanan mitra.',
  noOffers: 'Belum ada perjanjian yang berlaku untuk daerah Anda.',
  noOffersNext: 'Begitu PKS berlaku, komoditas dan kuotanya tampil di sini.',
  nothingLeft: 'Untuk saat ini kuota atau surplus sudah habis; pesanan baru akan menunggu.',
  mayOrder: (amounts: string) => `Anda bisa memesan s.d. ${amounts} sekarang.`,
  form: {
    heading: 'Pesan',
    product: 'Komoditas',
    quantity: (unit: string) => `Jumlah (${unit})`,
    needBy: 'Dibutuhkan tiba pada',
    earliest: (date: string) => `paling cepat ${date}`,
    buyer: 'Pembeli (badan usaha yang membayar)',
    buyerHint: 'nama badan usaha',
    use: 'Untuk apa barang dibeli',
    useHint: 'Sertifikat yang diminta hukum bergantung pada ini.',
    uses: { resale: 'dijual lagi', 'raw-material': 'bahan baku', repacking: 'dikemas ulang' },
    certificates: 'Sertifikat yang diminta',
    ceiling: (unit: string) => `Harga tertinggi sampai di tempat (Rp/${unit}), boleh kosong`,
    more: 'Syarat lain',
    send: 'Pesan',
    sending: 'Mengirim …',
    offline:
      'Belum terkirim: tidak ada sambungan, atau layanannya tidak menjawab. Isian Anda tersimpan di perangkat ini; tekan Pesan sekali lagi, pesanan tidak akan ganda.',
    price: (freight: string, days: number) => `ongkos angkut ${freight} · perjalanan ${String(days)} hari`,
  },
  quote: {
    ask: 'Lihat harga dan yang dapat disanggupi',
    promised: (promised: string, quantity: string) => `${promised} dari ${quantity} dapat disanggupi sekarang`,
    price: (price: string) => `${price} sampai di tempat`,
    prices: (from: string, to: string) => `${from} s.d. ${to} sampai di tempat`,
    waits: (quantity: string, reason: string) => `${quantity} menunggu: ${reason}`,
    total: (goods: string, freight: string, landed: string) => `Barang ${goods} + ongkos kirim ${freight} = ${landed}.`,
    notKept: 'Ini perkiraan dari lot yang ada sekarang; belum dipesan, dan tidak ada yang disisihkan.',
  },
  answer: {
    full: (quantity: string) => `${quantity} disanggupi.`,
    none: (quantity: string) => `${quantity} belum dapat disanggupi.`,
    part: (quantity: string) => `${quantity} disanggupi`,
    waits: (quantity: string, reason: string) => `${quantity} menunggu: ${reason}`,
    tomorrow: 'lanjut besok 00.00 waktu daerah asal',
    pending: 'Pesanan tersimpan dan sedang diputuskan; hasilnya tampil di bawah.',
  },
  orders: {
    heading: 'Pesanan saya',
    empty: 'Belum ada pesanan. Yang pertama Anda kirim akan tampil di sini, dengan jejaknya.',
    steps: ['dipesan', 'disanggupi', 'ditetapkan', 'dikirim', 'diterima'] as const,
    open: 'rincian',
    close: 'tutup rincian',
    missing: (quantity: string, reason: string) => `${quantity} belum: ${reason}`,
    export: 'Unduh daftar (XLSX)',
  },
  uploads: {
    ...UPLOADS_ID,
    hint: 'CSV atau XLSX, satu baris satu pesanan. Perbaiki berkasnya lalu unggah lagi seutuhnya: tiap pesanan hanya tercatat sekali.',
    /** Files by what their rows are. */
    kinds: { orders: 'Pesanan' },
    placed: (placed: string, refused: string, standing: string) =>
      `Selesai: ${placed} pesanan baru tercatat, ${standing} sudah ada, ${refused} ditolak.`,
  },
};

export type IntakeWords = Same<typeof INTAKE_ID>;
