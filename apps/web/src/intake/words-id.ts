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
      'Belum terkirim: tidak ada sambungan. Isian Anda tersimpan di perangkat ini; tekan Pesan sekali lagi, pesanan tidak akan ganda.',
    price: (freight: string, days: number) => `ongkos angkut ${freight} · perjalanan ${String(days)} hari`,
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
    cancel: 'Batalkan pesanan',
    closeAsItIs: 'Tutup pesanan: sisanya tidak ditunggu lagi',
    cancelled: 'Pesanan dibatalkan.',
    cancelSure: 'Tekan sekali lagi untuk memastikan',
    missing: (quantity: string, reason: string) => `${quantity} belum: ${reason}`,
    terms: (freight: string, days: number, edition: number) =>
      `ongkos angkut ${freight}, perjalanan ${String(days)} hari${edition > 1 ? ` (menurut adendum ke-${String(edition - 1)})` : ''}`,
    termsUnknown: 'syaratnya dicatat sebelum edisi perjanjian disimpan',
    eta: (date: string) => `perkiraan tiba ${date}`,
    arrivedAt: (place: string) => `sudah tiba di ${place}`,
    handover: 'Berita acara serah terima (PDF)',
    export: 'Unduh daftar (XLSX)',
  },
  receipt: {
    heading: 'Catat penerimaan',
    sent: (quantity: string) => `dikirim ${quantity}`,
    accepted: (unit: string) => `Diterima baik (${unit})`,
    damaged: (unit: string) => `Rusak (${unit})`,
    missing: (quantity: string) => `hilang ${quantity}`,
    moisture: 'Kadar air (%), bila diukur',
    send: 'Simpan penerimaan',
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
