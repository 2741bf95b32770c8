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
  'INVALID.receipt': {
    en: 'A receipt must list every allocation of its shipment exactly once.',
    id: 'Penerimaan harus memuat setiap penetapan dalam pengiriman tepat satu kali.',
  },
  'INVALID.receipt-sum': {
    en: 'Allocation {id}: accepted plus damaged exceeds the {n} sent.',
    id: 'Penetapan {id}: jumlah diterima dan rusak melebihi {n} yang dikirim.',
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
  'SURPLUS_INCOMPLETE.chunk': {
    en: 'Lot {id}: received chunk {n}, expected {due}.',
    id: 'Lot {id}: menerima bagian {n}, seharusnya {due}.',
  },
  'SURPLUS_INCOMPLETE.hash': {
    en: 'Lot {id}: contributions do not match the announced hash.',
    id: 'Lot {id}: rincian tidak cocok dengan nilai hash yang diumumkan.',
  },
} as const satisfies Record<string, Words>;
