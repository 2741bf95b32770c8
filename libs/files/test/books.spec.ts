import { describe, expect, it } from 'vitest';
import { openBook } from '#files/spreadsheets/book.js';
import { NO_CHOICE } from '#files/uploads/column-choice.js';
import { chooseSheet } from '#files/uploads/choose-sheet.js';
import { COLUMNS, readTable } from './reading.js';

/** Made by these programs: libs/files/test/books/README.md. */
const WRITERS = ['openpyxl', 'xlsxwriter', 'exceljs', 'libreoffice'];

describe.each(WRITERS)('a spreadsheet as an office keeps it, written by %s', (writer) => {
  const path = new URL(`books/${writer}.xlsx`, import.meta.url).pathname;
  /** It keeps no results of formulas. */
  const hasResults = writer !== 'openpyxl';

  const read = async () => {
    const book = await openBook('xlsx', path);
    const sheet = await chooseSheet(book, { columns: COLUMNS, choice: NO_CHOICE }, undefined);
    const rows = book.rows(sheet.index);
    let merges = await rows.next();
    while (!merges.done) merges = await rows.next();
    const found = await readTable(book.rows(sheet.index, merges.value), 'id-ID');
    book.close();
    return { ...found, sheet };
  };

  it('is read row by row: dates, merged and hidden cells, codes that became numbers', async () => {
    const { judged, bodies } = await read();
    expect(judged.map(({ number }) => number)).toEqual([6, 7, 9]);
    expect(bodies[0]).toEqual({
      commodity: 'sugar',
      quantity: '12.5',
      unit: 'kg',
      needBy: '2030-04-20',
      buyer: 'Toko Satu',
      deliverTo: '82.71',
      price: '25000',
    });
    expect(bodies[1]).toMatchObject({ buyer: 'Toko Satu', deliverTo: '73.10', price: '25000', needBy: '2030-04-20' });
    expect(bodies[2]).toMatchObject({ deliverTo: '13.03', price: '0.3', needBy: '2030-11-20', quantity: '3' });
    expect(judged[0]?.state).toBe('green');
  });

  it('has formulas: what they showed is amber, and red is what nobody knows', async () => {
    const { judged, bodies } = await read();
    const formulas = judged.map(({ state, faults }) => [state, faults.find(({ code }) => code === 'FORMULA')?.cell]);
    const state = hasResults ? 'amber' : 'red';
    expect(formulas.slice(1)).toEqual([
      [state, 'C7'],
      [state, 'F9'],
    ]);
    if (hasResults) expect([bodies[1], bodies[2]]).toMatchObject([{ quantity: '50' }, { buyer: 'TOKO TIGA' }]);
  });

  it('says what was passed over, and keeps nothing of it', async () => {
    const { notes, sheet, judged } = await read();
    expect([...sheet.notes, ...notes].map(({ code }) => code)).toEqual([
      'sheet-read',
      'sheets-hidden',
      'headings-row',
      'columns-passed-over',
      'unit-heading',
      'rows-numbering',
      'rows-hidden',
      'rows-total',
      'rows-note',
    ]);
    const said = notes.map(({ messages }) => messages.en).join(' ');
    expect(said).toContain('Telepon');
    expect(said).toMatch(/Hidden rows .*: 8\./);
    expect(JSON.stringify(judged)).not.toContain('0812');
    expect(sheet.sheets).toEqual([
      { name: 'April', chosen: true },
      { name: 'Mei', chosen: false },
    ]);
  });

  it('lets its sender choose a sheet, and no hidden one', async () => {
    const book = await openBook('xlsx', path);
    expect(await chooseSheet(book, { columns: COLUMNS, choice: NO_CHOICE }, 'Mei')).toMatchObject({ index: 2 });
    await expect(chooseSheet(book, { columns: COLUMNS, choice: NO_CHOICE }, 'ref')).rejects.toMatchObject({
      code: 'SHEET_UNKNOWN',
    });
    book.close();
  });
});
