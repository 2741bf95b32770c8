import type { CertificateKind } from '#kernel/states.js';
import type { Words } from '#kernel/refusals/words.js';

/** A standard of its own name, such as SNI 3743:2021: whoever meets it has a certificate with another number. */
const STANDARD = /^SNI[ .:-]*(ISO |IEC )*\d{2,5}([ .-]\d{2,5})*([-:]\d{4})?$/;

/** Shapes in which numbers are kept, and what is shown to whom writes another one. */
export const NUMBERS: Readonly<Record<CertificateKind, { shape: RegExp; like: string | Words }>> = {
  // Packaging 1-8, food type 2, regency 4, serials 2 + 4, year of expiry 2 (docs/domain.md); newer ones may be longer.
  'P-IRT': { shape: /^P-IRT [1-8]\d{12,17}-\d{2}$/, like: 'P-IRT 2063302010001-24' },
  // Today's ID + 17 digits, or a number of MUI from before.
  HALAL: {
    shape: /^(ID\d{17}|\d{11,17})$/,
    like: { en: 'ID33110000000010120 or an older MUI number', id: 'ID33110000000010120 atau nomor MUI lama' },
  },
  SNI: { shape: /^(?=.*\d)[0-9A-Z][0-9A-Z ./:()-]{3,59}$/, like: '123/S.01/LSPR-017-IDN/II/2019' },
  ORGANIC: { shape: /^[0-9A-Z][0-9A-Z ./-]{3,59}$/, like: '123-LSO-001-IDN' },
  MD: { shape: /^MD \d{12,15}$/, like: 'MD 255511001052' },
};

/** What people write before a number or into it that says nothing. */
const BESIDE: Readonly<Record<CertificateKind, RegExp>> = {
  'P-IRT': /\b(NOMOR|NO|(SP)?P[ .-]*IRT|DINKES RI|DEPKES RI)\b/g,
  HALAL: /\b(BPJPH|MUI|HALAL|SERTIFIKAT|NOMOR|NO)\b/g,
  SNI: /^(SPPT[ -]*SNI|NOMOR|NO)\b[ .:]*/g,
  ORGANIC: /^(NOMOR|NO)\b[ .:]*/g,
  MD: /\b(BPOM|RI|NOMOR|NO|MD)\b/g,
};

/**
 * A certificate's number in the one shape in which it is kept: people write "PIRT 206 3302 …", "ID 3311 …", "BPOM RI MD …".
 *
 * @returns the number; what cannot be read as one is given back as it was written, with single spaces
 */
export function certificateNumber(kind: CertificateKind, written: string): string {
  const text = written.trim().replaceAll(/\s+/g, ' ').toUpperCase();
  if (kind === 'SNI' || kind === 'ORGANIC') return isStandard(kind, text) ? text : text.replaceAll(BESIDE[kind], '');
  const bare = text
    .replaceAll(BESIDE[kind], '')
    .replace(/^PIRT/, '')
    .replaceAll(/[\s.:/-]/g, '');
  const shaped = shapedAs(kind, kind === 'MD' ? bare.replace(/^MD/, '') : bare);
  return NUMBERS[kind].shape.test(shaped) ? shaped : text;
}

function shapedAs(kind: CertificateKind, bare: string): string {
  if (kind === 'P-IRT') return `P-IRT ${bare.slice(0, -2)}-${bare.slice(-2)}`;
  return kind === 'MD' ? `MD ${bare}` : bare;
}

/** Whether it names what is to be met, and not the certificate of whoever meets it. */
export function isStandard(kind: CertificateKind, number: string): boolean {
  return kind === 'SNI' && STANDARD.test(number);
}

/** The parts of a P-IRT's number; null where it is longer than the form that says what they are. */
export function partsOfPirt(number: string): { readonly regency: string; readonly year: string } | null {
  const [, regency, year] = /^P-IRT \d{3}(\d{4})\d{6}-(\d{2})$/.exec(number) ?? [];
  return regency === undefined || year === undefined ? null : { regency, year };
}
