import { COMMODITY_NAMES } from '#kernel/commodity-names.js';
import { ALLOCATION_WORDS, ORDER_WORDS, STAGE_WORDS, wordsIn } from '#kernel/refusals/state-words.js';
import { FORMS_ID } from './forms-id.js';
import { REASONS_ID, type Reasons } from './reasons-id.js';
import { TASKS_ID } from './tasks-id.js';
import type { Ahead, Same } from './words.js';

export const ID = {
  locale: 'id-ID',
  name: 'Serap',
  /** Names of the pages. */
  pages: { operations: 'Operasi', intake: 'Mitra', agreements: 'Kerja sama', registry: 'Registri', orders: 'Pesanan' },
  and: 'dan',
  units: { GRAM: 'g', PAIR: 'pasang', PIECE: 'potong' },
  /** One of the unit of trade, as a price is for. */
  unit: { GRAM: 'kg', PAIR: 'pasang', PIECE: 'potong' },
  tonne: 'ton',
  kilogram: 'kg',
  kodi: 'kodi',
  commodities: {
    'granulated-coconut-sugar': COMMODITY_NAMES['granulated-coconut-sugar'].id,
    'bandol-sandals': COMMODITY_NAMES['bandol-sandals'].id,
    'cassava-chips': COMMODITY_NAMES['cassava-chips'].id,
    embroidery: COMMODITY_NAMES.embroidery.id,
  },
  zones: { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' },
  clock: { simulated: 'jam simulasi', label: 'Jam usaha' },
  age: {
    fresh: (seconds: number) => `data ${String(seconds)} dtk lalu`,
    polling: (seconds: number) => `data ${String(seconds)} dtk lalu, tanpa aliran langsung`,
    behind: (events: string) => `tertinggal ${events} peristiwa`,
    lost: (since: string) => `sambungan terputus: data sejak ${since}`,
    unknownLag: 'catatan peristiwa tidak menjawab',
  },
  head: {
    loading: 'Memuat data hari ini …',
    nothing: 'Belum ada surplus yang dinyatakan.',
    nothingNext: 'Begitu registri menyatakan surplus dan mitra memesan, alirannya tampil di sini.',
    sold: (promised: string, surplus: string) => `${promised} dari ${surplus} surplus hari ini sudah punya pembeli.`,
    allSold: (surplus: string) => `Seluruh surplus hari ini, ${surplus}, sudah punya pembeli.`,
    noneSold: (surplus: string) => `Belum ada pembeli untuk ${surplus} surplus hari ini.`,
    noSurplus: (wanted: string) => `Permintaan ${wanted}, tetapi belum ada surplus.`,
    unsold: (quantity: string, parts: string) => `${quantity} belum terserap: ${parts}.`,
    waiting: (quantity: string) => `${quantity} menunggu penetapan lot.`,
    contributors: (paid: string, all: string) => `${paid} dari ${all} produsen sudah mendapat bagian penjualan.`,
  },
  households: {
    line: (count: string) => `setara produksi ${count} rumah tangga`,
    how: 'cara hitung',
    method: (sold: string, perWeek: string, count: string) =>
      `${sold} terjual hari ini × 7 hari ÷ ${perWeek} hasil satu rumah tangga seminggu = ${count}. Ini ukuran produksi yang tetap terjual (setara rumah tangga), bukan jumlah lapangan kerja baru.`,
  },
  flow: {
    heading: 'Aliran surplus',
    asTable: 'Lihat tabel',
    asPicture: 'Lihat gambar',
    key: 'tombol T',
    hint: 'Arahkan penunjuk atau tekan Tab pada sebuah pita untuk melihat isinya.',
    lot: (label: string) => `Lot ${label}`,
    /** Lots that are not told apart, by what they all hold; none: they hold nothing. */
    goods: (certificates: string) =>
      certificates === '' ? 'Lot-lot tanpa sertifikat' : `Lot-lot dengan ${certificates}`,
    supply: 'Surplus per lot',
    buyers: 'Tujuan',
    noCertificate: 'tanpa sertifikat',
    /** A band, without its full stop; of lots that are not told apart nothing more is said. */
    band: (goods: string, partner: string, quantity: string, status: string) =>
      `${goods} → ${partner}: ${quantity}, ${status}`,
    bandSold: (band: string, contributors: string, orders: string) =>
      `${band}; ${contributors} produsen, ${orders} pesanan.`,
    bandUnsold: (lot: string, quantity: string, reason: string) => `${lot}: ${quantity} belum terserap, ${reason}.`,
    bandWaiting: (lot: string, quantity: string) => `${lot}: ${quantity} menunggu penetapan lot.`,
    promisedNotBound: (quantity: string) => `${quantity} disanggupi, lot belum ditetapkan`,
    full: { quota: 'kuota penuh', demand: 'permintaan penuh' },
    legend: { sold: 'terjual', unsold: 'belum terserap', waiting: 'menunggu' },
    columns: { lot: 'Lot', to: 'Tujuan', quantity: 'Jumlah', what: 'Keterangan' },
    describe: (commodity: string) => `Diagram aliran ${commodity} dari lot ke tujuan; lebar pita menunjukkan jumlah.`,
  },
  why: {
    heading: 'Apa yang akan menjual lebih banyak',
    none: 'Tidak ada yang tersisa untuk dijual.',
    ahead: ({ what, certificates, partners, quantity, lots, demandToo }: Ahead) =>
      `Mensertifikasi ${what} dengan ${certificates} saja tidak menambah apa pun: ${
        demandToo ? `kuota dan permintaan ${partners} keduanya` : `kuota ${partners}`
      } harus lebih dulu naik melebihi ${quantity} dari ${lots}.`,
    idle: (certificate: string, lots: string, askers: string, stopped: string) =>
      `Sertifikat ${certificate} untuk ${lots} tidak menambah apa pun: permintaan ${askers} sudah terpenuhi, dan sisanya tertahan karena ${stopped}.`,
    allServed: 'semua permintaan sudah terpenuhi',
    then: (reasons: string) => `Sesudah itu yang menahan: ${reasons}.`,
    who: (person: string) => `Yang dapat mengubahnya: ${person}`,
    raise: 'siapkan adendum dan lihat hasilnya',
    openAgreement: (partner: string) => `buka perjanjian ${partner}`,
  },
  partners: {
    heading: 'Per mitra',
    columns: {
      partner: 'Mitra',
      wanted: 'Diminta',
      promised: 'Disanggupi',
      bound: 'Lot ditetapkan',
      quota: 'Kuota terpakai',
      freight: 'Ongkos angkut',
      transit: 'Perjalanan',
      limit: 'Pembatas',
    },
    left: (left: string) => `sisa ${left}`,
    target: 'target, tidak membatasi',
    unlimited: (sold: string) => `${sold} terjual, tanpa batas`,
    of: (consumed: string, quota: string) => `${consumed} dari ${quota}`,
    periods: { day: 'hari ini', week: 'minggu ini', month: 'bulan ini', year: 'tahun ini', whole: 'seluruh masa' },
    notInForce: 'belum berlaku',
    days: (days: number) => `${String(days)} hari`,
    none: 'tidak ada',
    missing: (quantity: string, reason: string) => `kurang ${quantity}: ${reason}`,
  },
  orders: {
    heading: 'Pesanan',
    empty: 'Belum ada pesanan. Pesanan mitra tampil di sini begitu diterima.',
    line: (promised: string, wanted: string, commodity: string) => `${promised} disanggupi dari ${wanted} ${commodity}`,
    show: 'riwayat',
    hide: 'tutup riwayat',
    statuses: wordsIn(ORDER_WORDS, 'id'),
    events: {
      'serap.order.received.v1': 'pesanan masuk',
      'serap.order.line-accepted.v1': 'baris dicatat',
      'serap.order.status-changed.v1': 'status berubah',
      'serap.order.cancelled.v1': 'dibatalkan',
      'serap.order.expired.v1': 'lewat tanggal kebutuhan',
      'serap.allocation.line-promised.v1': 'kesanggupan pasok',
      'serap.allocation.promise-reduced.v1': 'kesanggupan berkurang',
      'serap.allocation.offered.v1': 'lot ditawarkan',
      'serap.allocation.confirmed.v1': 'lot ditetapkan',
      'serap.allocation.released.v1': 'lot dilepas',
      'serap.allocation.refused.v1': 'penjual menolak',
      'serap.allocation.lapsed.v1': 'tawaran gugur',
      'serap.allocation.status-changed.v1': 'keadaan lot berubah',
      'serap.shipment.dispatched.v1': 'dikirim',
      'serap.shipment.leg-arrived.v1': 'tiba di persinggahan',
      'serap.shipment.rescheduled.v1': 'perkiraan tiba berubah',
      'serap.shipment.delivered.v1': 'diterima',
      'serap.shipment.settled.v1': 'hak produsen dihitung',
    },
    corrected: 'penerimaan dikoreksi',
    more: (count: string) => `50 terbaru dari ${count} pesanan`,
    all: 'cari dan saring semua pesanan',
  },
  tasks: TASKS_ID,
  stages: wordsIn(STAGE_WORDS, 'id'),
  allocationStates: wordsIn(ALLOCATION_WORDS, 'id'),
  others: { heading: 'Komoditas lain', open: 'tampilkan', shown: 'sedang ditampilkan' },
  health: {
    heading: 'Kesehatan sistem',
    run: (when: string, verified: boolean) =>
      `Putaran penyaluran terakhir ${when}: ${verified ? 'bukti optimum terperiksa' : 'belum terperiksa'}.`,
    runGap: (quantity: string) => `Selisih dari batas atas: ${quantity}.`,
    runFailed: (when: string) =>
      `Putaran penyaluran terakhir ${when} gagal dan tidak diterbitkan; kesanggupan tetap berlaku.`,
    noRun: 'Belum ada putaran penyaluran.',
    lag: (events: string) => `${events} peristiwa belum diterapkan.`,
    noLag: 'Semua peristiwa yang sampai di sini sudah diterapkan.',
    dead: (count: string) => `${count} peristiwa gagal diproses dan menunggu diperiksa.`,
    noDead: 'Tidak ada peristiwa yang gagal diproses.',
    standing: (place: string, since: string) => `${place} tertahan sejak ${since}; dicoba lagi dengan sendirinya.`,
    noStanding: 'Tidak ada layanan yang melaporkan dirinya tertahan.',
    outbox: (events: string, seconds: string) =>
      `${events} peristiwa menunggu dikirim, yang tertua sejak ${seconds} detik lalu.`,
    tooLarge: 'Satu peristiwa lebih besar daripada yang diterima log peristiwa: yang sesudahnya menunggu.',
    columns: { topic: 'Topik', events: 'Peristiwa', last: 'Terakhir' },
  },
  /** Above every page, while a service does not answer. */
  away: {
    text: (services: string) =>
      `Tidak menjawab sekarang: ${services}. Yang tampil mungkin tidak lengkap; yang Anda isi tetap ada, kirim lagi sebentar kemudian.`,
    services: {
      'producer-registry': 'data produsen',
      'partnership-agreements': 'kerja sama',
      'order-routing': 'pesanan dan penyaluran',
      'operations-dashboard': 'pemantauan',
    },
  },
  /** Of what each service says of itself. */
  services: {
    heading: 'Yang menunggu di tiap layanan',
    /** All four have answered, and nothing is amiss in any. */
    allWell: 'Tidak ada yang tertahan.',
    notAll: (services: string) => `Tidak semuanya berjalan: ${services}.`,
    asked: 'sedang ditanya.',
    silent: 'tidak memberi tahu apa yang menunggu: tidak menjawab, atau dari rilis lain.',
    allOut: 'semua peristiwanya sudah terkirim.',
    oldest: (event: string, topic: string) => `Yang pertama: ${event}, untuk ${topic}.`,
    kept: (count: string) => `${count} peristiwa disimpan untuk rilis yang mengenalnya.`,
  },
  notes: {
    heading: 'Tentang angka contoh ini',
    sourced: [
      'Bersumber: 30 ton gula sehari dibuat, sekitar 15 ton terjual (ekspor dan dalam negeri), 33.000 UMKM (KRjogja, Januari 2019).',
      'Bersumber: 27 kg seminggu per rumah tangga perajin (pers, 2020); gula semut Rp16.500/kg di tingkat perajin (2018–2020), tahan “dua tahun” bila kedap udara; bandol Rp11.000 sepasang grosir (2023); kripik Rp13.000/kg.',
    ],
    assumed:
      'Selebihnya andaian: pembagian lot dan sertifikat, nama dan nomor produsen (sintetis), kuota, permintaan, ongkos angkut, lama perjalanan, umur simpan saat tiba, dan tanggal berlakunya PKS.',
    regions: 'Nama daerah: idn-area-data (ODbL).',
  },
  sign: {
    heading: 'Masuk ke Serap',
    /** What happens when one presses `start`. */
    how: 'Anda masuk lewat penyedia identitas kantor Anda, lalu kembali ke halaman ini.',
    start: 'Masuk',
    ended: 'Sesi Anda sudah berakhir',
    /** What becomes of what was half filled in. */
    kept: 'Yang sudah Anda isi tetap ada. Masuklah lagi di jendela yang terbuka, lalu lanjutkan di sini.',
    again: 'Masuk lagi',
    done: 'Anda sudah masuk. Jendela ini boleh ditutup.',
    /** Somebody else has signed in in this browser. */
    changed: (now: string, before: string) =>
      `Peramban ini sekarang masuk sebagai ${now}. Isian ${before} yang belum terkirim sudah dihapus, tidak dikirim.`,
    roles: {
      operations: 'operasi',
      platform: 'pengelola sistem',
      'registry-officer': 'petugas registri',
      'agreement-officer': 'petugas kerja sama',
      'partner-intake': 'penerima pesanan mitra',
      cooperative: 'koperasi',
    },
    out: 'keluar',
  },
  forms: FORMS_ID,
  reasons: REASONS_ID,
};

export type Words = Same<Omit<typeof ID, 'reasons'>> & { readonly reasons: Reasons };
