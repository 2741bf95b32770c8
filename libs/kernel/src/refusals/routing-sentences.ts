import type { Words } from './words.js';

/** What order-routing says. */
export const ROUTING = {
  'NOT_FOUND.allocation': {
    en: 'Allocation {id} does not exist or is closed.',
    id: 'Penetapan {id} tidak ada atau sudah selesai.',
  },
  'NOT_FOUND.order': {
    en: 'This order does not exist or is closed.',
    id: 'Pesanan ini tidak ada atau sudah selesai.',
  },
  'NOT_FOUND.lot': { en: 'This lot does not exist or is closed.', id: 'Lot ini tidak ada atau sudah selesai.' },
  'NOT_FOUND.not-of-order': {
    en: 'Allocation {id} does not belong to this order.',
    id: 'Penetapan {id} bukan bagian pesanan ini.',
  },
  'NOT_FOUND.leg': {
    en: 'This leg does not exist or has arrived.',
    id: 'Etape ini tidak ada atau sudah tiba.',
  },
  'NOT_FOUND.shipment': {
    en: 'This shipment does not exist or has been received.',
    id: 'Pengiriman ini tidak ada atau sudah diterima.',
  },
  'NOT_FOUND.market': {
    en: 'You may not start a run for this origin.',
    id: 'Anda tidak dapat menjalankan penyaluran untuk daerah asal ini.',
  },
  'INVALID.dispatch': {
    en: 'List at least one allocation, each only once, and at least one leg.',
    id: 'Isi paling sedikit satu penetapan, masing-masing satu kali, dan paling sedikit satu etape.',
  },
  'INVALID.legs-join': {
    en: 'Leg {n} must start in {place}, where the leg before it ends.',
    id: 'Etape {n} harus mulai di {place}, tempat etape sebelumnya berakhir.',
  },
  'INVALID.legs-time': {
    en: 'Leg {n} cannot arrive before {date}, when the leg before it arrives.',
    id: 'Etape {n} tidak dapat tiba sebelum {date}, saat etape sebelumnya tiba.',
  },
  'INVALID.eta-same': {
    en: 'The estimated arrival is {date} already. Give another date.',
    id: 'Perkiraan tibanya sudah {date}. Isi tanggal lain.',
  },
  'INVALID.load-part': {
    en: 'Allocation {id}: load at least 1 and at most its {n}.',
    id: 'Penetapan {id}: muat paling sedikit 1 dan paling banyak {n}.',
  },
  'INVALID.load-sack': {
    en: 'Allocation {id}: load whole sacks of {n}.',
    id: 'Penetapan {id}: muat dalam karung utuh berisi {n}.',
  },
  'INVALID.load-places': {
    en: 'A load goes to one place, these allocations to several: {list}. Make a load for each.',
    id: 'Satu muatan menuju satu tempat, penetapan ini ke beberapa: {list}. Buat muatan untuk masing-masing.',
  },
  'INVALID.load-unit': {
    en: 'Allocation {id} is counted in another unit than the capacity. Leave it out, or the capacity.',
    id: 'Penetapan {id} dihitung dengan satuan lain dari kapasitasnya. Keluarkan, atau kosongkan kapasitas.',
  },
  'INVALID.load-capacity': {
    en: 'The load of {n} exceeds the capacity of {most}. Take something out.',
    id: 'Muatan {n} melebihi kapasitas {most}. Kurangi muatannya.',
  },
  'INVALID.receipt': {
    en: 'A receipt must list every allocation of its shipment exactly once.',
    id: 'Penerimaan harus memuat setiap penetapan dalam pengiriman tepat satu kali.',
  },
  ALREADY_RECEIVED: {
    en: 'This shipment has been received. Correct its receipt, if it is wrong.',
    id: 'Kiriman ini sudah diterima. Bila keliru, koreksi penerimaannya.',
  },
  MISSING_UNCONFIRMED: {
    en: 'Allocation {id}: {missing} of {sent} {unit} would be missing, more than a fifth. Check the unit; if it is so, send confirmMissing: true.',
    id: 'Penetapan {id}: {missing} dari {sent} {unit} akan dicatat hilang, lebih dari seperlima. Periksa satuannya; bila benar, kirim confirmMissing: true.',
  },
  'INVALID.receipt-sum': {
    en: 'Allocation {id}: accepted plus damaged exceeds the {n} sent.',
    id: 'Penetapan {id}: jumlah diterima dan rusak melebihi {n} yang dikirim.',
  },
  'INVALID.receipt-sacks': {
    en: 'Allocation {id}: at most {n} sacks were sent, and they must hold what is said to have come. Count again.',
    id: 'Penetapan {id}: paling banyak {n} karung dikirim, dan harus memuat yang dicatat datang. Hitung kembali.',
  },
  'INVALID.load-papers': {
    en: 'This way asks for papers: {list}. Give the number of each, or say why it is missing.',
    id: 'Perjalanan ini meminta surat: {list}. Isi nomornya masing-masing, atau alasan belum ada.',
  },
  'INVALID.load-paper': {
    en: 'Name each paper once, with its number or the reason why it is missing.',
    id: 'Sebut setiap surat satu kali, dengan nomornya atau alasan belum ada.',
  },
  'INVALID.payment': {
    en: 'The payment exceeds the outstanding amount of Rp{amount}.',
    id: 'Pembayaran melebihi sisa tagihan Rp{amount}.',
  },
  'ILLEGAL_TRANSITION.lot-held': {
    en: 'Lot {id} is on quality hold. Release or recall it before dispatch.',
    id: 'Lot {id} ditahan karena mutu. Lepaskan atau tarik dahulu sebelum dikirim.',
  },
  'ILLEGAL_TRANSITION.leg-order': {
    en: 'Leg {n} must arrive first.',
    id: 'Etape {n} harus tiba lebih dahulu.',
  },
  'ILLEGAL_TRANSITION.nothing-held': {
    en: 'No refused or lapsed goods are held in this lot.',
    id: 'Tidak ada barang yang tertahan karena tawaran ditolak atau kedaluwarsa.',
  },
  'ILLEGAL_TRANSITION.order-closed': { en: 'The order is already closed.', id: 'Pesanan sudah ditutup.' },
  PAYMENT_REPEATED: {
    en: 'The bank reference {reference} has been recorded already, for order {id}. One transfer pays once.',
    id: 'Nomor referensi bank {reference} sudah dicatat untuk pesanan {id}. Satu transfer hanya membayar sekali.',
  },
  'INVALID.correction-none': {
    en: 'The receipt says this already. Give the right figures.',
    id: 'Penerimaan sudah mencatat angka ini. Isi angka yang benar.',
  },
  'INVALID.correction-room': {
    en: 'Allocation {id}: at most {n} can be accepted now, for the rest has been promised or sent again.',
    id: 'Penetapan {id}: paling banyak {n} dapat dicatat diterima, karena sisanya sudah disanggupi atau dikirim lagi.',
  },
  'ILLEGAL_TRANSITION.receipt-final': {
    en: 'A receipt can be corrected for 72 hours. This one is final.',
    id: 'Penerimaan dapat dikoreksi selama 72 jam. Penerimaan ini sudah final.',
  },
  'ILLEGAL_TRANSITION.paid-more': {
    en: 'The buyer has paid Rp{amount} more than these figures come to. Have a payment reversed first.',
    id: 'Pembeli sudah membayar Rp{amount} lebih dari nilai menurut angka ini. Minta pembatalan pembayaran dahulu.',
  },
  'ILLEGAL_TRANSITION.payment-reversed': {
    en: 'The payment with bank reference {reference} has been reversed already.',
    id: 'Pembayaran dengan referensi bank {reference} sudah dibatalkan.',
  },
  'ILLEGAL_TRANSITION.payout-unpaid': {
    en: 'The buyer still owes Rp{amount}. Record its payment before paying out.',
    id: 'Pembeli masih berutang Rp{amount}. Catat pembayarannya sebelum membayar produsen.',
  },
  'ILLEGAL_TRANSITION.payout-none': {
    en: 'Nothing is due to these producers: all of it has been paid out or prepared.',
    id: 'Tidak ada lagi hak produsen ini: semuanya sudah dibayar atau disiapkan.',
  },
  'ILLEGAL_TRANSITION.payout-decided': {
    en: 'This payout has already been decided.',
    id: 'Pembayaran ini sudah diputuskan.',
  },
  'ILLEGAL_TRANSITION.payout-same-officer': {
    en: 'Who prepared a payout cannot decide it. Ask another officer.',
    id: 'Yang menyiapkan pembayaran tidak dapat memutuskannya. Minta petugas lain.',
  },
  'ILLEGAL_TRANSITION.paid-out': {
    en: 'Rp{amount} of this order have been paid out to producers: what is owed can no longer be less.',
    id: 'Rp{amount} dari pesanan ini sudah dibayarkan kepada produsen: nilainya tidak dapat dikurangi lagi.',
  },
  'ILLEGAL_TRANSITION.all-left': {
    en: 'All of the order has left or is closed: there is nothing to cancel. Record what arrives.',
    id: 'Semua isi pesanan sudah dikirim atau ditutup: tidak ada yang dapat dibatalkan. Catat penerimaannya.',
  },
  'ILLEGAL_TRANSITION.step': {
    en: 'Cannot {step} {what} {id}: its status is {status}, required: {from}.',
    id: '{what} {id} berstatus {status}; untuk {step} statusnya harus {from}.',
  },
  'ILLEGAL_TRANSITION.draft-placed': {
    en: 'This draft has already been placed. Create a new one.',
    id: 'Draf ini sudah dijadikan pesanan. Buat draf baru.',
  },
  'ILLEGAL_TRANSITION.webhook-disabled': {
    en: 'The webhook is disabled. Enable it first.',
    id: 'Webhook dinonaktifkan. Aktifkan dahulu.',
  },
  'ALREADY_EXISTS.order': {
    en: 'Order {id} has already been placed.',
    id: 'Pesanan {id} sudah pernah dibuat.',
  },
  'ALREADY_EXISTS.meaning': {
    en: 'This was already ordered on {date}.',
    id: 'Ini sudah dipesan pada {date}.',
  },
  NOT_RECEIVED: {
    en: 'The goods have not been received. Record the receipt first.',
    id: 'Barang belum diterima. Catat penerimaannya dahulu.',
  },
  ORIGIN_REQUIRED: {
    en: 'No agreement covers these lines. Give the origin in "origin", for example 33.02.',
    id: 'Tidak ada kerja sama yang mencakup rincian ini. Isi daerah asal ("origin"), misalnya 33.02.',
  },
  'ORIGIN_REQUIRED.several': {
    en: 'Several origins cover these lines: {list}. Choose one in "origin".',
    id: 'Beberapa daerah asal dapat melayani: {list}. Pilih salah satu dalam "origin".',
  },
  COMMODITY_UNKNOWN: {
    en: 'The commodity "{commodity}" appears in no agreement and no lot.',
    id: 'Komoditas "{commodity}" tidak ada dalam kerja sama atau lot mana pun.',
  },
  'TOO_LARGE.order': { en: 'An order may have at most {n} bytes.', id: 'Pesanan paling besar {n} bita.' },
  TOO_MANY_KEYS: {
    en: '"{system}" already has two active keys. Revoke the unused one first.',
    id: '"{system}" sudah memiliki dua kunci aktif. Cabut yang tidak dipakai dahulu.',
  },
  TOO_MANY_WEBHOOKS: {
    en: 'The limit of {n} webhooks is reached. Delete an unused one.',
    id: 'Batas {n} webhook tercapai. Hapus yang tidak dipakai.',
  },
  WEBHOOK_URL_REFUSED: { en: 'The address {why}.', id: 'Alamat {why}.' },
  'UNAVAILABLE.what-if': {
    en: 'Other what-if questions are being worked out, or this one takes too long. Ask again shortly, or about less at a time.',
    id: 'Pengandaian lain masih dihitung, atau yang ini terlalu lama. Coba lagi sebentar lagi, atau andaikan lebih sedikit sekaligus.',
  },
  'SURPLUS_INCOMPLETE.chunk': {
    en: 'Lot {id}: received chunk {n}, expected {due}.',
    id: 'Lot {id}: menerima bagian {n}, seharusnya {due}.',
  },
  'SURPLUS_INCOMPLETE.hash': {
    en: 'Lot {id}: contributions do not match the announced hash.',
    id: 'Lot {id}: rincian tidak cocok dengan nilai hash yang diumumkan.',
  },
} as const satisfies Record<string, Words>;
