import type { Words } from './words.js';

/** What a code means to whoever calls over HTTP. */
export interface Code {
  readonly status: number;
  /** What to do next; docs/api/errors.md. */
  readonly next: string;
}

/**
 * Every code of a refusal: stable and public, in answers, in events and in the rows of files. What is said with it stands
 * in sentences.ts.
 */
export const CODES = {
  BAD_REQUEST: { status: 400, next: 'Correct the request: its path, its headers or its form.' },
  MALFORMED_JSON: { status: 400, next: 'Send JSON in UTF-8, without a byte order mark.' },
  IDEMPOTENCY_KEY_MISSING: { status: 400, next: 'Send the header, with a new key for each new request.' },
  IDEMPOTENCY_KEY_INVALID: { status: 400, next: 'Send a key of that form, a UUID for example.' },
  FILE_UNREADABLE: { status: 400, next: 'Save the file again in a form that is taken, and send it again.' },
  UNAUTHENTICATED: { status: 401, next: 'Sign in again, or send a key that is valid.' },
  FORBIDDEN: { status: 403, next: 'Ask somebody whose role allows it.' },
  NOT_FOUND: { status: 404, next: 'Check the id and the path; what belongs to other regions is not shown.' },
  METHOD_NOT_ALLOWED: { status: 405, next: 'Use a method that the documentation of the service lists.' },
  REQUEST_TIMEOUT: { status: 408, next: 'Send the same request again, faster.' },
  CONFLICT: { status: 409, next: 'Read the record again, and decide anew.' },
  ILLEGAL_TRANSITION: { status: 409, next: 'Read the record again; do first what the answer names.' },
  ALREADY_EXISTS: { status: 409, next: 'Use what is there, or send something that differs from it.' },
  TOO_MANY_KEYS: { status: 409, next: 'Revoke a key that is no longer used.' },
  TOO_MANY_WEBHOOKS: { status: 409, next: 'Delete a webhook that is no longer used.' },
  TOO_MANY_RECIPIENTS: { status: 409, next: 'Remove an address that is no longer used.' },
  ALREADY_RECEIVED: { status: 409, next: 'Read its shipment; where the receipt is wrong, correct it.' },
  NOT_RECEIVED: { status: 409, next: 'Record the receipt of the shipment first.' },
  DEAD_LETTER_NOT_OPEN: { status: 409, next: 'Nothing: it has been settled.' },
  STILL_FAILS: { status: 409, next: 'Remove the cause and replay it, or discard it.' },
  VERSION_CONFLICT: { status: 412, next: 'Read it again, and send the change with the new ETag.' },
  PRECONDITION_REQUIRED: { status: 428, next: 'Read it first, and send its ETag as If-Match.' },
  TOO_LARGE: { status: 413, next: 'Send less at a time.' },
  ADDRESS_TOO_LONG: { status: 414, next: 'Check the id in the path.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, next: 'Send the content type that the answer names.' },
  MISDIRECTED: { status: 421, next: 'Open the address that the run has printed.' },
  INVALID: { status: 422, next: 'Correct the fields that `errors` points to, and send it again.' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, next: 'Send a new key, or the original request unchanged.' },
  LINE_TOO_LONG: { status: 422, next: 'Send shorter lines: one object each.' },
  QUANTITY_INVALID: { status: 422, next: 'Write the quantity as a number above 0.' },
  QUANTITY_AMBIGUOUS: { status: 422, next: 'Write the quantity so that it can be read in one way only.' },
  QUANTITY_INDIVISIBLE: { status: 422, next: 'Use a quantity that is a whole number of base units.' },
  UNIT_MISMATCH: { status: 422, next: 'Use the unit that the answer names.' },
  ORIGIN_REQUIRED: { status: 422, next: 'Name the region that sells in `origin`.' },
  COMMODITY_UNKNOWN: { status: 422, next: 'Check the spelling; use a commodity that has terms.' },
  WEBHOOK_URL_REFUSED: { status: 422, next: 'Use an https address that leads to the public internet.' },
  SURPLUS_INCOMPLETE: { status: 422, next: 'Publish the chunks of the lot in order, as they were announced.' },
  MISSING_UNCONFIRMED: {
    status: 422,
    next: 'Check the unit and the figures; if so much is missing, send it with `confirmMissing`.',
  },
  GUARD_NOT_MET: { status: 422, next: 'Record what `errors` says is missing, then take the step again.' },
  CLOCK_BACKWARDS: { status: 422, next: 'Name a later instant.' },
  SHEET_UNKNOWN: { status: 422, next: 'Name a sheet that the answer lists.' },
  FILE_COLUMNS: { status: 422, next: 'Correct the headings, or take the template.' },
  AGGREGATOR_UNKNOWN: { status: 422, next: 'Register the cooperative, then add the membership.' },
  NOT_A_MEMBER: { status: 422, next: 'Add the producer to the members of the seller first.' },
  PRODUCER_SUSPENDED: { status: 422, next: 'Wait until the standing is restored.' },
  FORMULA: { status: 422, next: 'Paste the value of the cell.' },
  DOUBTFUL: { status: 422, next: 'Look at the cell; if it is right, place the row with `all`.' },
  DIGITS_LOST: { status: 422, next: 'Format the cell as text, and write the number again.' },
  KEY_REUSED: { status: 422, next: 'Give each row a key of its own.' },
  KEY_REPEATED: { status: 422, next: 'Nothing, or remove the row that is one too many.' },
  ROW_REPEATED: { status: 422, next: 'Remove one of the two rows, or give each a key of its own.' },
  PAYMENT_REPEATED: {
    status: 409,
    next: 'Look at the order that it has paid; record another transfer by its own reference.',
  },
  ROW_BROKEN: { status: 422, next: 'Close the quote in that row.' },
  TOO_MANY_CELLS: { status: 422, next: 'Remove the cells behind the last heading.' },
  TOO_MANY_REQUESTS: { status: 429, next: 'Wait as long as Retry-After says, then go on.' },
  INTERNAL: { status: 500, next: 'Try again; if it stays, tell operations when it happened.' },
  NO_ANSWER: { status: 502, next: 'Look whether it was done; the same Idempotency-Key repeats nothing.' },
  UNAVAILABLE: { status: 503, next: 'Wait as long as Retry-After says, then send the same request again.' },
} as const satisfies Record<string, Code>;

/** Code of a refusal: stable; what each means: docs/api/errors.md. */
export type ErrorCode = keyof typeof CODES;

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(CODES, text);
}

/** What the refusals of one status have in common; `title` of a problem. */
export const TITLES = {
  400: { en: 'Bad request', id: 'Permintaan tidak dapat dibaca' },
  401: { en: 'Authentication required', id: 'Silakan masuk dahulu' },
  403: { en: 'Access denied', id: 'Akses ditolak' },
  404: { en: 'Not found', id: 'Tidak ditemukan' },
  405: { en: 'Method not allowed', id: 'Metode tidak didukung' },
  408: { en: 'Sent too slowly', id: 'Terlalu lambat dikirim' },
  409: { en: 'Conflict with the current state', id: 'Tidak dapat dilakukan pada status sekarang' },
  412: { en: 'Changed since you read it', id: 'Data sudah berubah sejak Anda membacanya' },
  413: { en: 'Too large', id: 'Terlalu besar' },
  414: { en: 'URL too long', id: 'URL terlalu panjang' },
  415: { en: 'Content type not supported', id: 'Jenis konten tidak didukung' },
  421: { en: 'Wrong address', id: 'Alamat tidak sesuai' },
  422: { en: 'Request not valid', id: 'Permintaan tidak memenuhi syarat' },
  428: { en: 'Say what you have read', id: 'Sertakan versi yang Anda baca' },
  429: { en: 'Too many requests', id: 'Terlalu banyak permintaan' },
  500: { en: 'Internal error', id: 'Terjadi kesalahan sistem' },
  502: { en: 'No answer', id: 'Tidak ada jawaban' },
  503: { en: 'Temporarily unavailable', id: 'Layanan sedang tidak tersedia' },
} as const satisfies Record<(typeof CODES)[ErrorCode]['status'], Words>;

/** The code that a status has by itself: of what a framework refuses before we do. */
export const CODE_OF_STATUS = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  409: 'CONFLICT',
  412: 'VERSION_CONFLICT',
  413: 'TOO_LARGE',
  414: 'ADDRESS_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  421: 'MISDIRECTED',
  422: 'INVALID',
  428: 'PRECONDITION_REQUIRED',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL',
  502: 'NO_ANSWER',
  503: 'UNAVAILABLE',
} as const satisfies Record<keyof typeof TITLES, ErrorCode>;
