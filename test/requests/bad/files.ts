import { sheetOf, workbook, zip } from '../../../apps/order-routing/test/workbook.js';
import { by, type BadInput } from './row.js';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = ['kunci', 'komoditas', 'jumlah', 'satuan', 'butuh sebelum', 'pembeli'];
const HEAD = HEADINGS.join(';');
const GOOD = ['k-1', 'granulated-coconut-sugar', '2', 'kg', '2019-03-25', 'PT Pembeli'];
const with_ = (column: number, text: string): string[] => GOOD.map((cell, index) => (index === column ? text : cell));
const csv = (...rows: string[][]): string => [HEADINGS, ...rows].map((cells) => `${cells.join(';')}\r\n`).join('');

function file(name: string, type: string, body: () => string | Buffer, status: number, code: string, at?: string) {
  return {
    name,
    status,
    code,
    ...(at === undefined ? {} : { at }),
    ask: (setting) => by(setting, 'POST', '/api/orders/uploads', body(), { type }),
  } satisfies BadInput;
}

const UNREADABLE = [400, 'FILE_UNREADABLE'] as const;
const COLUMNS = [422, 'FILE_COLUMNS'] as const;
const TOO_LARGE = [413, 'TOO_LARGE'] as const;
const UNSUPPORTED = [415, 'UNSUPPORTED_MEDIA_TYPE'] as const;
const MIB = 1024 * 1024;

/** Files that are refused as a whole: nothing of them is kept. */
export const FILES: readonly BadInput[] = [
  file('an empty file', CSV, () => '', ...UNREADABLE),
  file('a CSV without headings', CSV, () => '1;2;3\r\n', ...COLUMNS, '/columns'),
  file('a CSV with a column twice', CSV, () => `${HEAD};jumlah\r\n`, ...COLUMNS, '/columns/6'),
  file('a CSV of a million rows', CSV, () => `${HEAD}\n${'k;s;1;kg;2030-01-01;P\n'.repeat(1_000_000)}`, ...TOO_LARGE),
  file('a CSV of 33 MiB', CSV, () => Buffer.alloc(33 * MIB, 0x61), ...TOO_LARGE),
  file('an XLSX bomb', XLSX, () => workbook(Buffer.alloc(200 * MIB, 0x20)), ...TOO_LARGE),
  file(
    'an XLSX of a million rows',
    XLSX,
    () => workbook(sheetOf([HEADINGS]).replace('</row>', `</row>${'<row><c><v>1</v></c></row>'.repeat(1_000_000)}`)),
    ...TOO_LARGE,
  ),
  file(
    'a workbook with macros',
    XLSX,
    () => workbook(sheetOf([HEADINGS]), { 'xl/vbaProject.bin': 'x' }),
    ...UNSUPPORTED,
  ),
  file(
    'the type of a workbook with macros',
    'application/vnd.ms-excel.sheet.macroEnabled.12',
    () => 'x',
    ...UNSUPPORTED,
  ),
  file(
    'an XLSX with entities of its own',
    XLSX,
    () => workbook(`<!DOCTYPE x [<!ENTITY a "aa">]>${sheetOf([HEADINGS])}`),
    ...UNREADABLE,
  ),
  file('an XLSX cut short', XLSX, () => workbook(sheetOf([HEADINGS, GOOD])).subarray(0, 300), ...UNREADABLE),
  file('an archive that is no workbook', XLSX, () => zip({ 'a.txt': 'a' }), ...UNREADABLE),
  file('a CSV that calls itself a workbook', XLSX, () => csv(GOOD), ...UNREADABLE),
];

/** A file that is kept, with what is wrong in it by its cells (row and column). */
export interface BadRows {
  readonly name: string;
  readonly body: string | Buffer;
  readonly type?: string;
  /** [cell, code]; a cell of null: the row as a whole. */
  readonly faults: readonly (readonly [string | null, string])[];
}

export const ROWS: readonly BadRows[] = [
  { name: 'a formula as a quantity', body: csv(with_(2, '=1+1')), faults: [['C2', 'FORMULA']] },
  { name: 'a formula that calls a program', body: csv(with_(5, '@SUM(1+9)*cmd|A')), faults: [['F2', 'FORMULA']] },
  {
    name: 'a formula in a workbook',
    type: XLSX,
    body: workbook(sheetOf([HEADINGS, with_(2, '=A1')])),
    faults: [['C2', 'FORMULA']],
  },
  { name: 'a quote that is not closed', body: `${csv(GOOD)}"k-2;gula`, faults: [[null, 'ROW_BROKEN']] },
  {
    name: '"1.000" without a locale, behind a byte order mark',
    body: `\ufeff${csv(with_(2, '1.000'))}`,
    faults: [['C2', 'QUANTITY_AMBIGUOUS']],
  },
  { name: '29 February in the third row', body: csv(GOOD, with_(4, '2026-02-29')), faults: [['E3', 'INVALID']] },
  { name: 'more cells than headings', body: csv([...GOOD, '99']), faults: [[null, 'TOO_MANY_CELLS']] },
  { name: 'a need-by that has passed', body: csv(with_(4, '2019-03-03')), faults: [['E2', 'INVALID']] },
];
