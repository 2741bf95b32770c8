import { createHash, randomFillSync } from 'node:crypto';

const TEXT = Buffer.alloc(36, '-');

/** Written into one buffer and read at once: an id put together from parts keeps them in memory as long as it lives. */
function format(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  let at = 0;
  for (const [from, to] of GROUPS) at += TEXT.write(hex.slice(from, to), at, 'latin1') + 1;
  return TEXT.toString('latin1');
}

/** Of the 32 hexadecimal digits, RFC 9562 §4. */
const GROUPS = [
  [0, 8],
  [8, 12],
  [12, 16],
  [16, 20],
  [20, 32],
] as const;

let lastMs = 0;
let counter = 0;

/** Bytes of randomness in one UUIDv7. */
const RANDOM = 8;
/** Drawn for 512 ids at once: one call to the generator for each costs more than all the rest of an id. */
const pool = new Uint8Array(512 * RANDOM);
let drawn = pool.length;

function drawRandom(): Uint8Array {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += RANDOM;
  return pool.subarray(drawn - RANDOM, drawn);
}

/**
 * A UUIDv7 (RFC 9562 §5.7), strictly increasing within one process: 48 bits of wall time in milliseconds,
 * then a 12-bit counter, then random bits.
 */
export function uuidv7(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  const bytes = new Uint8Array(16);
  bytes.set(drawRandom(), RANDOM);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(lastMs / 2 ** 32));
  view.setUint32(2, lastMs % 2 ** 32);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return format(bytes);
}

/**
 * A UUIDv8 (RFC 9562 §5.8) made of SHA-256 over the given parts: the same parts give the same id on every machine,
 * which lets a decision that is folded again from its journal name the same things.
 */
export function deterministicUuid(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return format(bytes);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` is a UUID in its canonical lower-case form. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
