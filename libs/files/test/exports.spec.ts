import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Controller, Get, Header, Query } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Public } from '#platform/access/allow.js';
import { day, instant, number, yesNo } from '#files/exports/column.js';
import { Exports } from '#files/exports/exports.js';
import { ExportsInterceptor } from '#files/exports/exports.interceptor.js';
import { openBook } from '#files/spreadsheets/book.js';
import { serveOne, type OneController } from '../../platform/test/one-controller.js';

const ROW = {
  name: '2026-99-99',
  quantity: 1_500,
  on: '2026-11-27',
  at: '2026-11-27T09:30:00.000Z',
  done: true,
  id: '01900000-0000-7000-8000-000000000000',
};
/** What somebody may type as a name, and how it stands in a file. */
const NAMES: [string, string][] = [
  ['2026-99-99', '2026-99-99'],
  ['2026-11-27', '2026-11-27'],
  ['2026-11-27T00:00:00Z', '2026-11-27T00:00:00Z'],
  ['=1+1', "'=1+1"],
  ['00123', '00123'],
  ['1e5', '1e5'],
];

@Controller('api/test/rows')
class Rows {
  @Get()
  @Public()
  @Exports({
    file: 'baris',
    columns: { Nama: 'name', Jumlah: number('quantity'), Hari: day('on'), Saat: instant('at'), Selesai: yesNo('done') },
  })
  list(): object {
    return { items: [...NAMES.map(([name]) => ({ ...ROW, name })), { ...ROW, on: '2026-99-99', at: 'kapan-kapan' }] };
  }

  @Get('broken')
  @Public()
  @Exports({ file: 'putus', columns: { Nama: 'name' } })
  broken(@Query('cursor') cursor?: string): object {
    if (cursor !== undefined) throw new Error('The second page cannot be read.');
    return { items: [ROW], next: 'more' };
  }

  @Get('kept')
  @Public()
  @Header('Cache-Control', 'private, no-cache')
  kept(): object {
    return {};
  }
}

describe('a list as a file', () => {
  let service: OneController;
  const errors: string[] = [];

  beforeAll(async () => {
    service = await serveOne(Rows, {}, [{ provide: APP_INTERCEPTOR, useClass: ExportsInterceptor }]);
    const quiet = (): void => undefined;
    service.app.useLogger({ log: quiet, warn: quiet, error: (message: string) => errors.push(message) });
  });

  afterAll(() => service.stop());

  it('never guesses what a text is: CSV', async () => {
    const text = await (await fetch(`${service.url}/api/test/rows?format=csv`)).text();
    const rows = text.trimEnd().split('\r\n').slice(1);
    const rest = ';1500;2026-11-27;2026-11-27T09:30:00.000Z;true';
    expect(rows.slice(0, -1)).toEqual(NAMES.map(([, cell]) => `${cell}${rest}`));
    expect(rows.at(-1)).toBe('2026-99-99;1500;2026-99-99;kapan-kapan;true');
  });

  it('never guesses what a text is: XLSX', async () => {
    const bytes = await (await fetch(`${service.url}/api/test/rows?format=xlsx`)).arrayBuffer();
    const folder = await mkdtemp(join(tmpdir(), 'serap-export-'));
    const path = join(folder, 'baris.xlsx');
    await writeFile(path, Buffer.from(bytes));
    const rows = [];
    for await (const { cells } of (await openBook('xlsx', path)).rows(0)) {
      rows.push(cells.map(({ kind, text }) => `${kind} ${text}`));
    }
    await rm(folder, { recursive: true });
    const rest = ['number 1500', 'date 2026-11-27', 'date 2026-11-27'];
    expect(rows.slice(1, -1).map((cells) => cells.slice(0, 4))).toEqual(
      NAMES.map(([, cell]) => [`text ${cell}`, ...rest]),
    );
    expect(rows.at(-1)?.slice(2, 4)).toEqual(['text 2026-99-99', 'text kapan-kapan']);
  });

  it('is cut off, and the log says why, when it cannot be read to its end', async () => {
    const response = await fetch(`${service.url}/api/test/rows/broken?format=csv`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(errors).toEqual([expect.stringContaining('GET /api/test/rows/broken broke off: The second page')]);
  });

  it('is kept by nobody on the way unless its route says so, like every answer, and is what it says', async () => {
    const headersOf = async (path: string): Promise<(string | null)[]> => {
      const { headers } = await fetch(`${service.url}${path}`);
      return [headers.get('x-content-type-options'), headers.get('cache-control')];
    };
    expect(await headersOf('/api/test/rows')).toEqual(['nosniff', 'no-store']);
    expect(await headersOf('/api/test/rows?format=csv')).toEqual(['nosniff', 'no-store']);
    expect(await headersOf('/api/test/nowhere')).toEqual(['nosniff', 'no-store']);
    expect(await headersOf('/api/test/rows/kept')).toEqual(['nosniff', 'private, no-cache']);
    expect((await headersOf('/livez'))[0]).toBe('nosniff');
  });
});
