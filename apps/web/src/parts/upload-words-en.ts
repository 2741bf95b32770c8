import type { UploadWordsOfAll } from './upload-words-id.js';

export const UPLOADS_EN: UploadWordsOfAll = {
  heading: 'Upload a spreadsheet',
  kind: 'What the file holds',
  choose: 'Choose a file',
  locale: 'Numbers are written as',
  locales: { 'id-ID': '1.500,5 (Indonesian)', en: '1,500.5 (English)' },
  offline:
    'Not sent: there is no connection, or the service does not answer. Choose the file again; each row is recorded only once.',
  reading: 'Reading the file …',
  counts: (green, amber, red) => `${green} rows ready · ${amber} to look at · ${red} wrong`,
  notes: 'What you should know of this file',
  sheet: 'Sheet that is read',
  mapping: {
    ask: 'Choose what the columns hold',
    heading: 'Columns of your file',
    hint: 'Choose what each column holds. It is remembered for your next file.',
    none: '(not read)',
    missing: 'Not in the file. Fill it in here where it is the same in every row:',
    apply: 'Read the file with these columns',
  },
  row: 'Row',
  fault: 'What to look at',
  standing: 'stood already',
  errors: 'Download the wrong rows (CSV, column kesalahan)',
  good: (rows) => `Send the ${rows} rows that are ready`,
  all: (rows) => `Send ${rows} rows, with those to look at`,
  placing: (done, all) => `Sending: ${done} of ${all} rows.`,
  columns: {
    heading: (kind) => `Columns of a file of ${kind}`,
    name: 'Heading',
    content: 'What a cell holds',
    alias: (heading) => `or ${heading}`,
    optional: 'may be absent',
    template: 'Download an example file (CSV, headings only)',
  },
};
