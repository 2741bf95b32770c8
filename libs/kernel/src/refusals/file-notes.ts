import { fill, type Given, type Words } from './words.js';

/** What is told of a file that was read: what was passed over, and how it was taken. Nothing is passed over in silence. */
const NOTES = {
  'headings-row': { en: 'The headings stand in row {row}.', id: 'Judul kolom ada di baris {row}.' },
  'columns-passed-over': {
    en: 'Columns that are not needed and were not read: {names}.',
    id: 'Kolom yang tidak diperlukan dan tidak dibaca: {names}.',
  },
  'columns-chosen': {
    en: 'Columns read as you have said: {names}.',
    id: 'Kolom dibaca seperti yang Anda tentukan: {names}.',
  },
  'values-said': {
    en: 'In every row, as you have said: {names}.',
    id: 'Di setiap baris, seperti yang Anda isi: {names}.',
  },
  'columns-unnamed': {
    en: 'Columns without a heading were not read: {names}.',
    id: 'Kolom tanpa judul tidak dibaca: {names}.',
  },
  'rows-hidden': {
    en: 'Hidden rows were left out: {rows}. Show them in the spreadsheet if they count.',
    id: 'Baris tersembunyi tidak dibaca: {rows}. Tampilkan di lembar kerja bila ikut dihitung.',
  },
  'rows-total': { en: 'Rows with totals were left out: {rows}.', id: 'Baris jumlah tidak dibaca: {rows}.' },
  'rows-note': {
    en: 'Rows with notes or signatures were left out: {rows}.',
    id: 'Baris catatan atau tanda tangan tidak dibaca: {rows}.',
  },
  'rows-numbering': {
    en: 'The row that numbers the columns was left out: {rows}.',
    id: 'Baris nomor kolom tidak dibaca: {rows}.',
  },
  'rows-headings': {
    en: 'Headings that are repeated were left out: {rows}.',
    id: 'Judul kolom yang berulang tidak dibaca: {rows}.',
  },
  'sheet-read': {
    en: 'Sheet "{sheet}" was read. The file has {n} more: {names}.',
    id: 'Yang dibaca lembar "{sheet}". Berkas ini masih memuat {n} lembar lain: {names}.',
  },
  'sheets-hidden': {
    en: 'Hidden sheets were left out: {names}.',
    id: 'Lembar tersembunyi tidak dibaca: {names}.',
  },
  'old-letters': {
    en: 'The file is in an old encoding (Windows-1252); check names with accents and quotes, or save it as CSV UTF-8.',
    id: 'Berkas memakai penyandian lama (Windows-1252); periksa nama beraksen dan tanda kutip, atau simpan sebagai CSV UTF-8.',
  },
  'unit-heading': {
    en: 'Amounts are in {unit}, as their heading says.',
    id: 'Jumlah dalam {unit}, sesuai judul kolomnya.',
  },
} as const satisfies Record<string, Words>;
export type FileNoteCode = keyof typeof NOTES;

/** One thing that the sender of a file is told of all of it, in both languages. */
export interface FileNote {
  readonly code: string;
  readonly messages: { readonly id: string; readonly en: string };
}

export function noteOf<Code extends FileNoteCode>(code: Code, ...[values]: Given<(typeof NOTES)[Code]>): FileNote {
  return { code, messages: fill(NOTES[code], values) };
}
