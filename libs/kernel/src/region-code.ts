const SHAPE = /^\d{2}(\.\d{2}(\.\d{2}(\.[12]\d{3})?)?)?$/;

/** Whether `text` has the shape of a Kemendagri code: NN, NN.NN, NN.NN.NN or NN.NN.NN.NNNN (never a BPS code). */
export function isRegionCode(text: string): boolean {
  return SHAPE.test(text);
}

/** Whether `covering` covers `code`: it is equal, or a dotted prefix (73 covers 73.71, and not 7.371). */
export function covers(covering: string, code: string): boolean {
  return code === covering || code.startsWith(`${covering}.`);
}

/** The regency (or the province, when the code is one) that a code belongs to: its first two parts. */
export function regencyOf(code: string): string {
  return code.split('.').slice(0, 2).join('.');
}

const WIT = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);
const WITA = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);

/**
 * The IANA zone of a region: WIB Asia/Jakarta, WITA Asia/Makassar, WIT Asia/Jayapura.
 * By province, after Keppres 41/1987 (with the provinces split off since).
 */
export function zoneOf(code: string): 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura' {
  const province = code.slice(0, 2);
  if (WIT.has(province)) return 'Asia/Jayapura';
  return WITA.has(province) ? 'Asia/Makassar' : 'Asia/Jakarta';
}
