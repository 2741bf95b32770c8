import { unambiguous } from '#kernel/localized-decimal.js';

/** Words of cells, in small letters, for what they mean. */
export const UNITS: Readonly<Record<string, string>> = {
  kilogram: 'kg',
  kilo: 'kg',
  kgs: 'kg',
  gram: 'g',
  gr: 'g',
  kwintal: 'kuintal',
  kw: 'kuintal',
  pasang: 'pair',
  psg: 'pair',
  buah: 'piece',
  bh: 'piece',
  pcs: 'piece',
  potong: 'piece',
  lusin: 'lusin',
  lsn: 'lusin',
  dozen: 'lusin',
  krg: 'karung',
  sak: 'karung',
  zak: 'karung',
  sack: 'karung',
  sacks: 'karung',
};

const YES = ['ya', 'iya', 'y', 'yes', 'true', '1', 'ada', 'sudah', 'punya', 'aktif', 'benar', '✓', '✔', '√', '☑', 'v'];
const NO = [
  'tidak',
  'tdk',
  'no',
  'n',
  'false',
  '0',
  'tidak ada',
  'tdk ada',
  'belum',
  'belum ada',
  'tidak punya',
  'salah',
  '✗',
  '✘',
];
export const YES_NO: Readonly<Record<string, boolean>> = Object.fromEntries([
  ...YES.map((word) => [word, true] as const),
  ...NO.map((word) => [word, false] as const),
]);

/** What people write where there is nothing to write. */
export function isNothing(text: string): boolean {
  return /^([-\u2010-\u2015\u2212]+|n\/a|n\.a\.?|nihil|kosong)$/i.test(text);
}

/** Rupiah as people write it, without what stands around its figures: `Rp. 25.000,-`. */
export function withoutCurrency(text: string): string {
  const figures = text.replace(/^(rp|idr)\s*[.:]?\s*/i, '').replace(/\s*(,-+|,=+|\.-+|-+)$/, '');
  return /^\d{1,3}( \d{3})+$/.test(figures) ? figures.replaceAll(' ', '') : figures;
}

/** A karung of a stated size: `karung 25 kg`, `krg @25kg`, `sak isi 25 kg`. @returns kilograms, as they are written */
export function sackOf(text: string): { readonly size: string | null } | undefined {
  const found =
    /^(?:karung|krg|sak|zak|sacks?)\b\.?\s*(?:@|isi|à|a|\/|x|of)?\s*(?:(\d+(?:[.,]\d+)?)\s*(?:kg|kilo|kilogram)\.?)?$/.exec(
      text,
    );
  return found ? { size: found[1]?.replace(',', '.') ?? null } : undefined;
}

/** So many times as much: both decimals with a dot; exact. */
export function times(decimal: string, factor: string): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const [wholeFactor = '', fractionFactor = ''] = factor.split('.');
  const digits = fraction.length + fractionFactor.length;
  const product = (BigInt(whole + fraction) * BigInt(wholeFactor + fractionFactor))
    .toString()
    .padStart(digits + 1, '0');
  return unambiguous(digits === 0 ? product : `${product.slice(0, -digits)}.${product.slice(-digits)}`);
}

const CERTIFICATES: Readonly<Record<string, string>> = {
  PIRT: 'P-IRT',
  SPPIRT: 'P-IRT',
  HALALMUI: 'HALAL',
  HALALBPJPH: 'HALAL',
  SPPTSNI: 'SNI',
  ORGANIK: 'ORGANIC',
  BPOMMD: 'MD',
};

/** A certificate as it is called here. */
export function certificateNamed(text: string): string {
  const name = text.toUpperCase().replaceAll(/[\s.\-_/]/g, '');
  return Object.hasOwn(CERTIFICATES, name) ? (CERTIFICATES[name] ?? text) : text.trim().toUpperCase();
}

/** What stands in a cell that was kept from being taken for a number or a formula: `'0912`, `="0912"`. */
export function literal(text: string): string {
  const plain = /^'(?=[\d=+\-@])/.test(text) ? text.slice(1) : text;
  return /^="([^"=]*)"$/.exec(plain)?.[1] ?? plain;
}
