/** A heading as it stands in a file, taken apart. */
export interface Heading {
  /** In small letters, without stars, line ends and what stands in brackets. */
  readonly name: string;
  /** What stands in brackets behind it: a unit, or how to fill the column in. */
  readonly inBrackets: string | null;
}

/** What is not seen: spaces of no width, marks of direction, soft hyphens. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** A text with each run of spaces and line ends as one space, and nothing in it that is not seen. */
export function plainText(text: string): string {
  // Most of a file is: it is looked at for each of its cells.
  if (/^[!-~]*(?: [!-~]+)*$/.test(text)) return text;
  return text.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim();
}

/** A heading as it is known again: without regard to case, spaces and line ends. */
export function headingKey(heading: string): string {
  return plainText(heading).toLowerCase();
}

export function readHeading(text: string): Heading {
  const plain = plainText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[_*\u2010-\u2015-]+/g, ' ');
  const bracket = /^(.*?)[([]([^)\]]*)[)\]]?[\s.:]*$/.exec(plain);
  return { name: nameOf(bracket?.[1] ?? plain), inBrackets: bracket?.[2] === undefined ? null : plainText(bracket[2]) };
}

function nameOf(text: string): string {
  return text
    .replaceAll(/\s*\/\s*/g, '/')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.:]+$/, '')
    .trim();
}

/** What may stand in brackets and changes nothing, beside units of the column. */
const HINTS =
  /^(|wajib( diisi)?|harus diisi|opsional|boleh kosong|jika ada|bila ada|required|optional|if any|kode|kode wilayah|code|orang|jiwa|people|hari|days|rupiah|idr|rp\.?|rp\.?\/ ?(kg|kilogram|satuan|unit)|rp\.? per (kg|satuan)|rupiah per (kg|satuan)|rupiah\/kg|ya\/tidak|y\/t|yes\/no|y\/n|\d{1,2}|[dhtby]{1,4}([./ -][mbhdty]{1,4}){2}|tgl\/bln\/thn|tanggal\/bulan\/tahun)$/;

const UNITS: Readonly<Record<string, string>> = {
  kg: 'kg',
  kilogram: 'kg',
  kilo: 'kg',
  g: 'g',
  gr: 'g',
  gram: 'g',
  ton: 'ton',
  t: 'ton',
  kuintal: 'kuintal',
  kwintal: 'kuintal',
  pasang: 'pair',
  buah: 'piece',
  pcs: 'piece',
  lusin: 'lusin',
  kodi: 'kodi',
};

/** Dates with the month first, which nobody here writes. */
export function isMonthFirst(inBrackets: string): boolean {
  return /^(mm?|bb?|bln)[./ -]+(dd?|hh?|tgl)\b/.test(inBrackets);
}

/** @returns the unit that stands in brackets; null: nothing that changes the column; undefined: nobody knows what it does */
export function unitInBrackets(text: string | null): string | null | undefined {
  if (text !== null && isMonthFirst(text)) return undefined;
  if (text === null || HINTS.test(text)) return null;
  const name = text.replace(/^(dalam|in) /, '').replace(/\.$/, '');
  return Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
}
