import type { Same } from '../words/words.js';

/** What an addendum would change for one kind of goods. */
export interface Sells {
  readonly goods: string;
  readonly difference: string;
  readonly isMore: boolean;
  readonly today: string;
  readonly then: string;
  readonly rupiah: string;
}

/** Of opening an agreement, and of writing its quota table. */
export const TERMS_ID = {
  opening: {
    heading: 'Buka kerja sama baru',
    send: 'Buka kerja sama',
    done: 'Kerja sama dibuka.',
    partner: 'Daerah mitra',
    partnerHint: 'Ketik sebagian nama provinsi, kabupaten, atau kota, lalu pilih dari daftar di bawahnya.',
    pick: 'pilih daerahnya dari daftar di bawah isian ini',
    found: (count: string) => `${count} daerah cocok`,
    none: 'Tidak ada daerah dengan nama itu. Coba sebagian namanya saja.',
    chosen: (name: string) => `Dipilih: ${name}`,
    kinds: { province: 'provinsi', regency: 'kabupaten', city: 'kota' },
    title: 'Judul kerja sama',
    titleHint: 'Misalnya: Pemasaran produk UMKM Banyumas di Kota Makassar',
    regime: 'Dasar hukum',
    council: 'Membebani masyarakat atau belum ada dalam APBD: perlu persetujuan DPRD',
    number: 'Nomor dalam register sendiri, boleh kosong',
    reports: 'Laporan berkala setiap',
    months: (count: string) => `${count} bulan`,
  },
  writing: {
    heading: 'Isi tabel kuota',
    change: 'Ubah tabel kuota',
    send: 'Simpan tabel kuota',
    done: 'Tabel kuota disimpan.',
    row: (number: string, what: string) => (what === '' ? `Baris ${number}` : `Baris ${number}: ${what}`),
    commodityHint: 'misalnya gula semut',
    unit: 'Dihitung dalam',
    kind: 'Jenis kuota',
    kinds: { cap: 'batas tertinggi', target: 'target, tidak membatasi', unlimited: 'tanpa batas' },
    quota: (unit: string) => `Jumlah (${unit})`,
    period: 'Untuk setiap',
    periods: { day: 'hari', week: 'minggu', month: 'bulan', year: 'tahun', whole: 'seluruh masa PKS' },
    freight: (unit: string) => `Ongkos kirim (Rp/${unit})`,
    transit: 'Lama perjalanan (hari)',
    payment: 'Pembayaran sesudah diterima (hari)',
    paymentHint: 'kosong: 30 hari',
    tolerance: 'Toleransi muatan (%)',
    toleranceHint: 'kosong: 0,5 % dari yang ditimbang',
    more: 'Syarat lain baris ini',
    minimum: (unit: string) => `Pesanan paling sedikit (${unit})`,
    reserved: (unit: string) => `Dicadangkan setiap hari (${unit})`,
    hour: 'sampai pukul (1–24)',
    lowest: (unit: string) => `Harga paling rendah (Rp/${unit})`,
    highest: (unit: string) => `Harga paling tinggi (Rp/${unit})`,
    certificates: 'Sertifikat yang diminta',
    add: 'Tambah baris',
    remove: (row: string) => `Hapus ${row}`,
    noRows: 'isi paling sedikit satu baris',
    notNumber: 'harus berupa angka',
  },
  amending: {
    hint: 'Baris yang berlaku sudah terisi. Ubah yang berubah saja; yang akan dicatat tampil di bawahnya.',
    preview: 'Yang akan berubah',
    nothing: 'belum ada yang berubah: ubah tabelnya, atau hari terakhirnya',
    lastDay: 'Hari terakhir, bila berubah',
    whatIf: {
      heading: 'Yang akan terjual bila ini berlaku hari ini',
      asking: 'Sedang dihitung …',
      failed: 'Belum dapat dihitung. Adendum tetap dapat dicatat; ubah satu angka untuk mencoba lagi.',
      same: 'Hari ini tidak ada yang terjual lebih banyak atau lebih sedikit.',
      sells: ({ goods, difference, isMore, today, then, rupiah }: Sells) =>
        `${goods}: ${difference} ${isMore ? 'lagi terjual' : 'tidak lagi terjual'}, dari ${today} menjadi ${then} (Rp${rupiah}).`,
      households: (gaining: string, losing: string) =>
        losing === '0'
          ? `${gaining} produsen mendapat bagian lebih besar.`
          : `${gaining} produsen mendapat bagian lebih besar, ${losing} lebih kecil.`,
      promises: (count: number) =>
        count === 0
          ? 'Tidak ada kesanggupan yang berkurang.'
          : `${String(count)} kesanggupan kepada pembeli akan berkurang.`,
      proved: 'Dihitung dari pasar saat ini dan diperiksa ulang; tidak ada yang ditulis.',
      notProved: 'Hasilnya tidak lolos pemeriksaan ulang: jangan dijadikan dasar.',
    },
  },
};

export type TermsWords = Same<typeof TERMS_ID>;
