import { DomainError, type Fault } from '#kernel/domain-error.js';

/** What a column of a file can hold. */
export const FIELDS = [
  'key',
  'reference',
  'commodity',
  'quantity',
  'unit',
  'minimum',
  'maxLandedPrice',
  'certificates',
  'needBy',
  'minLifeDays',
  'deliverTo',
  'buyer',
  'nib',
  'npwp',
  'origin',
  'partial',
] as const;
export type Field = (typeof FIELDS)[number];

const REQUIRED: readonly Field[] = ['commodity', 'quantity', 'unit', 'needBy', 'buyer'];
/** The column that our own error files add: such a file can be corrected and sent again. */
export const ERROR_HEADING = 'kesalahan';

/** Headings in Indonesian, then in English; read without regard to case and spaces. docs/decisions/0011-order-intake.md */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  key: ['kunci', 'key'],
  reference: ['referensi', 'reference'],
  commodity: ['komoditas', 'commodity'],
  quantity: ['jumlah', 'quantity'],
  unit: ['satuan', 'unit'],
  minimum: ['minimal', 'minimum'],
  maxLandedPrice: ['harga maksimum', 'maximum price'],
  certificates: ['sertifikat', 'certificates'],
  needBy: ['butuh sebelum', 'need by'],
  minLifeDays: ['sisa umur', 'days of life'],
  deliverTo: ['tujuan', 'destination'],
  buyer: ['pembeli', 'buyer'],
  nib: ['nib'],
  npwp: ['npwp'],
  origin: ['asal', 'origin'],
  partial: ['boleh sebagian', 'partial'],
};
const FIELD_OF = new Map(FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)));

/**
 * Which field each column holds; null for the column of errors and for columns without a heading.
 *
 * @throws DomainError FILE_COLUMNS for a heading that is unknown or there twice, and for one that is missing: a column
 *   that is passed over in silence would be an order other than the one meant
 */
export function fieldsOf(headings: readonly string[]): (Field | null)[] {
  const faults: Fault[] = [];
  const fields = headings.map((heading, index) => {
    const name = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ');
    if (name === '' || name === ERROR_HEADING) return null;
    const field = FIELD_OF.get(name);
    if (field === undefined) {
      faults.push({ pointer: `/columns/${String(index)}`, message: `"${heading.slice(0, 100)}" is no known heading` });
      return null;
    }
    return field;
  });
  fields.forEach((field, index) => {
    if (field !== null && fields.indexOf(field) !== index)
      faults.push({ pointer: `/columns/${String(index)}`, message: `"${headings[index] ?? ''}" stands there twice` });
  });
  for (const field of REQUIRED) {
    if (!fields.includes(field))
      faults.push({ pointer: '/columns', message: `"${HEADINGS[field].join('" or "')}" is missing` });
  }
  if (faults.length === 0) return fields;
  throw new DomainError('FILE_COLUMNS', 'The first row must hold the headings; see errors.', faults.slice(0, 100));
}
