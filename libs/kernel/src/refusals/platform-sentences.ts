import type { Words } from './words.js';

/** What every service says. A key is the code, after a dot the case. */
export const PLATFORM = {
  INVALID: { en: 'One field is not valid; see errors.', id: 'Satu isian perlu diperbaiki; lihat rinciannya.' },
  'INVALID.many': {
    en: '{n} fields are not valid; see errors.',
    id: '{n} isian perlu diperbaiki; lihat rinciannya.',
  },
  'INVALID.object': { en: 'Send a JSON object.', id: 'Kirim satu objek JSON.' },
  NOT_FOUND: {
    en: 'Not found, or not visible to your region.',
    id: 'Tidak ditemukan, atau bukan milik daerah Anda.',
  },
  'NOT_FOUND.address': {
    en: 'There is nothing at this address. Check the path and the method.',
    id: 'Tidak ada apa pun pada alamat ini. Periksa alamat dan metodenya.',
  },
  'NOT_FOUND.own-address': {
    en: 'This is read from each service at its own address.',
    id: 'Ini dibaca dari tiap layanan pada alamatnya sendiri.',
  },
  'NOT_FOUND.code': { en: 'There is no such code of a refusal.', id: 'Tidak ada kode penolakan seperti itu.' },
  'MALFORMED_JSON.utf8': {
    en: 'The body is not UTF-8. Save it as UTF-8 and send it again.',
    id: 'Isi permintaan bukan UTF-8. Simpan sebagai UTF-8, lalu kirim lagi.',
  },
  'MALFORMED_JSON.empty': {
    en: 'The body is empty. Send a JSON object.',
    id: 'Isi permintaan kosong. Kirim satu objek JSON.',
  },
  'MALFORMED_JSON.deep': {
    en: 'The body is nested more than {n} levels deep.',
    id: 'Isi permintaan bersarang lebih dari {n} tingkat.',
  },
  'MALFORMED_JSON.syntax': {
    en: 'The body is not valid JSON; it may be truncated or begin with a byte order mark.',
    id: 'Isi permintaan bukan JSON yang sah; mungkin terpotong atau diawali tanda urutan bita (BOM).',
  },
  LINE_TOO_LONG: { en: 'Line {n} exceeds {max} bytes.', id: 'Baris {n} melebihi {max} bita.' },
  IDEMPOTENCY_KEY_MISSING: {
    en: 'Send an Idempotency-Key header; use a new key for each new request.',
    id: 'Sertakan header Idempotency-Key; gunakan kunci baru untuk setiap permintaan baru.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    en: 'Idempotency-Key must be 1 to 200 visible ASCII characters.',
    id: 'Idempotency-Key harus 1–200 karakter ASCII yang terlihat.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    en: 'This Idempotency-Key was used for a different request. Send a new key, or repeat the original request unchanged.',
    id: 'Kunci ini sudah digunakan untuk permintaan lain. Gunakan kunci baru, atau kirim permintaan semula tanpa perubahan.',
  },
  BAD_REQUEST: { en: 'The request is malformed.', id: 'Format permintaan salah.' },
  'BAD_REQUEST.if-match': {
    en: 'Send If-Match with the ETag you received, for example "3".',
    id: 'Sertakan If-Match berisi ETag yang Anda terima, misalnya "3".',
  },
  'BAD_REQUEST.path': {
    en: 'The path can be read in more than one way. Write it plainly.',
    id: 'Alamat dapat dibaca dengan lebih dari satu cara. Tulis alamat yang lugas.',
  },
  PRECONDITION_REQUIRED: {
    en: 'Send If-Match with the ETag you received: what you change may have been changed since.',
    id: 'Sertakan If-Match berisi ETag yang Anda terima: data mungkin sudah diubah sejak Anda membacanya.',
  },
  VERSION_CONFLICT: {
    en: 'It was changed after you read it. Reload it and try again.',
    id: 'Data diubah setelah Anda membacanya. Muat ulang, lalu coba lagi.',
  },
  UNAUTHENTICATED: { en: 'Send a bearer token.', id: 'Sertakan token bearer.' },
  'UNAUTHENTICATED.token': {
    en: 'The token is not valid or has expired. Sign in again.',
    id: 'Sesi tidak sah atau sudah berakhir. Masuk kembali.',
  },
  'UNAUTHENTICATED.key': {
    en: 'The API key is not valid or was revoked. Ask your committee for a new one.',
    id: 'Kunci API tidak sah atau sudah dicabut. Minta yang baru kepada komite daerah Anda.',
  },
  'UNAUTHENTICATED.somebody-else': {
    en: 'Somebody else has signed in. Sign in again.',
    id: 'Orang lain sudah masuk. Masuk kembali.',
  },
  'UNAUTHENTICATED.session': {
    en: 'Nobody is signed in. Sign in at /auth/sign-in.',
    id: 'Belum ada yang masuk. Masuk di /auth/sign-in.',
  },
  'UNAUTHENTICATED.record': {
    en: 'The record has no valid bearer token in its authorization header.',
    id: 'Catatan tidak memuat token bearer yang sah pada header authorization.',
  },
  FORBIDDEN: { en: 'Your role does not allow this.', id: 'Peran Anda tidak mengizinkan tindakan ini.' },
  'FORBIDDEN.page': {
    en: 'Only a page of this address may ask for this.',
    id: 'Hanya halaman dari alamat ini yang boleh memintanya.',
  },
  METHOD_NOT_ALLOWED: {
    en: 'This address does not take this method.',
    id: 'Alamat ini tidak menerima metode tersebut.',
  },
  'METHOD_NOT_ALLOWED.takes': {
    en: 'This address takes {methods}.',
    id: 'Alamat ini hanya menerima {methods}.',
  },
  CONFLICT: {
    en: 'This is not possible in the current state.',
    id: 'Ini tidak dapat dilakukan pada status sekarang.',
  },
  REQUEST_TIMEOUT: {
    en: 'The request did not arrive in time. Nothing was changed; send it again.',
    id: 'Permintaan tidak tiba pada waktunya. Tidak ada yang berubah; kirim lagi.',
  },
  ADDRESS_TOO_LONG: { en: 'A segment of the URL is too long.', id: 'Bagian URL terlalu panjang.' },
  TOO_LARGE: { en: 'The body is too large.', id: 'Isi permintaan terlalu besar.' },
  UNSUPPORTED_MEDIA_TYPE: {
    en: 'Send application/json in UTF-8.',
    id: 'Kirim application/json dalam UTF-8.',
  },
  'UNSUPPORTED_MEDIA_TYPE.encoded': {
    en: 'Send the body without Content-Encoding.',
    id: 'Kirim isi permintaan tanpa Content-Encoding.',
  },
  'UNSUPPORTED_MEDIA_TYPE.lines': {
    en: 'Send {type}: one JSON object per line.',
    id: 'Kirim {type}: satu objek JSON per baris.',
  },
  TOO_MANY_REQUESTS: {
    en: 'Too many requests. Retry after the time given in Retry-After.',
    id: 'Terlalu banyak permintaan. Coba lagi setelah waktu pada Retry-After.',
  },
  MISDIRECTED: {
    en: 'Use http://127.0.0.1 or http://localhost.',
    id: 'Gunakan http://127.0.0.1 atau http://localhost.',
  },
  INTERNAL: {
    en: 'Nothing was changed. The error was logged; try again, or contact operations.',
    id: 'Tidak ada yang berubah. Kesalahan sudah dicatat; coba lagi, atau hubungi pengelola sistem.',
  },
  NO_ANSWER: {
    en: 'The service has not answered. Whether it did anything is not known.',
    id: 'Layanan tidak menjawab. Belum diketahui apakah ada yang sudah dikerjakan.',
  },
  UNAVAILABLE: {
    en: 'A part of the system is not responding. Nothing was changed; try again shortly.',
    id: 'Sebagian sistem tidak merespons. Tidak ada yang berubah; coba lagi sebentar lagi.',
  },
  'UNAVAILABLE.stopping': { en: 'The service is shutting down.', id: 'Layanan sedang dihentikan.' },
  'UNAVAILABLE.away': {
    en: 'The service is not running. Try again shortly.',
    id: 'Layanan belum berjalan. Coba lagi sebentar lagi.',
  },
  'UNAVAILABLE.database': {
    en: 'The database does not answer: {code}.',
    id: 'Basis data tidak merespons: {code}.',
  },
  'UNAVAILABLE.database-silent': { en: 'The database does not answer.', id: 'Basis data tidak merespons.' },
  'UNAVAILABLE.database-password': {
    en: 'The database server refuses the user or the password: change SERAP_DATABASE_PASSWORD, or both in SERAP_DATABASE_URL (28P01).',
    id: 'Server basis data menolak pengguna atau kata sandi: ubah SERAP_DATABASE_PASSWORD, atau keduanya dalam SERAP_DATABASE_URL (28P01).',
  },
  'UNAVAILABLE.database-user': {
    en: 'The database server does not let this user in, or not from here: change the user in SERAP_DATABASE_URL, or pg_hba.conf of the server (28000).',
    id: 'Server basis data tidak menerima pengguna ini, atau tidak dari sini: ubah pengguna dalam SERAP_DATABASE_URL, atau pg_hba.conf pada server (28000).',
  },
  'UNAVAILABLE.database-name': {
    en: 'The database server has no database of this name: make it, or change the name at the end of SERAP_DATABASE_URL (3D000).',
    id: 'Server basis data tidak memiliki basis data dengan nama ini: buat dahulu, atau ubah nama pada akhir SERAP_DATABASE_URL (3D000).',
  },
  'UNAVAILABLE.schema-older': {
    en: 'The database is older than this release ({version}): it lacks {missing}. Run "migrate" of this release.',
    id: 'Basis data lebih lama daripada rilis ini ({version}): belum memuat {missing}. Jalankan "migrate" dari rilis ini.',
  },
  'UNAVAILABLE.schema-newer': {
    en: 'The database is newer than this release ({version}): it has {unknown}. Run the release that made it{maker}.',
    id: 'Basis data lebih baru daripada rilis ini ({version}): sudah memuat {unknown}. Jalankan rilis yang membuatnya{maker}.',
  },
  'UNAVAILABLE.sign-in': {
    en: 'The identity provider does not answer. You stay signed in; try again.',
    id: 'Penyedia identitas tidak menjawab. Anda tetap masuk; coba lagi.',
  },
  DEAD_LETTER_NOT_OPEN: { en: 'This dead letter is not open.', id: 'Data gagal ini sudah ditangani.' },
  STILL_FAILS: {
    en: 'Replay failed again: {code}. Fix the cause first, or discard it.',
    id: 'Gagal lagi: {code}. Perbaiki penyebabnya dahulu, atau abaikan.',
  },
} as const satisfies Record<string, Words>;
