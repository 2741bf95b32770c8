import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CSV, inDays, IntakeFixture, XLSX } from './intake-app.js';
import { startProcess } from './own-process.js';
import { sheetOf, workbook } from './workbook.js';

const HEADINGS = ['kunci', 'komoditas', 'jumlah', 'satuan', 'butuh sebelum', 'pembeli'];
const MIB = 1024 * 1024;
/** What a container of 384 MiB leaves to the heap; the limit of its whole memory. */
const HEAP_MIB = 192;
const CONTAINER_MIB = 384;

const strings = (xml: Buffer | string) =>
  workbook(sheetOf([HEADINGS]), { 'xl/sharedStrings.xml': Buffer.from(xml as string) });
const tiny = Buffer.from(`<sst>${'<si><t>a</t></si>'.repeat(2_700_000)}</sst>`);

describe('a spreadsheet that unpacks to more than a service has room for', () => {
  let intake: IntakeFixture;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    intake = await IntakeFixture.open();
    app = await intake.replica();
  });

  afterAll(() => intake.close());

  const upload = (body: string | Buffer, door: { getUrl(): Promise<string> } = app, region = '13.03') =>
    intake.call(door, 'POST', '/api/orders/uploads?locale=id-ID', body, { type: XLSX, region });

  it.each<[string, () => Buffer, number, string]>([
    ['millions of tiny texts', () => strings(tiny), 413, 'TOO_LARGE'],
    [
      'texts of 40 million characters',
      () => strings(`<sst>${`<si><t>${'a'.repeat(2_000)}</t></si>`.repeat(20_000)}</sst>`),
      413,
      'TOO_LARGE',
    ],
    ['tags in tags in tags', () => workbook(Buffer.from('<a>'.repeat(5_000_000))), 400, 'FILE_UNREADABLE'],
    [
      'a tag of a million attributes',
      () => strings(`<sst ${Array.from({ length: 1_000_000 }, (_, n) => `a${String(n)}=""`).join(' ')}/>`),
      400,
      'FILE_UNREADABLE',
    ],
    [
      'more formats of cells than there can be',
      () => workbook(sheetOf([HEADINGS]), { 'xl/styles.xml': `<x><cellXfs>${'<xf/>'.repeat(100_000)}</cellXfs></x>` }),
      413,
      'TOO_LARGE',
    ],
    [
      'one long text in every cell of a row',
      () =>
        workbook(`<x><row>${'<c t="s"><v>0</v></c>'.repeat(150)}</row></x>`, {
          'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(2_000)}</t></si></sst>`,
        }),
      413,
      'TOO_LARGE',
    ],
    [
      'one long text in every row',
      () =>
        workbook(`<x>${'<row><c t="s"><v>0</v></c></row>'.repeat(20_000)}</x>`, {
          'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(2_000)}</t></si></sst>`,
        }),
      413,
      'TOO_LARGE',
    ],
    [
      'three million cells',
      () => workbook(`<x>${`<row>${'<c><v>1</v></c>'.repeat(150)}</row>`.repeat(20_000)}</x>`),
      413,
      'TOO_LARGE',
    ],
    ['a row with another number than its place', () => workbook('<x><row r="1e308"/></x>'), 400, 'FILE_UNREADABLE'],
    [
      'two rows of one number',
      () => workbook(sheetOf([HEADINGS, HEADINGS]).replaceAll('<row>', '<row r="1">')),
      400,
      'FILE_UNREADABLE',
    ],
  ])('is refused for %s, and nothing of it is kept', async (_, file, status, code) => {
    const reply = await upload(file());
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await intake.count('upload')).toBe(0);
  });

  it('leaves a service alive and small, though sixteen come at once from one sender', async () => {
    const { child, door } = await startProcess(intake.settings, [`--max-old-space-size=${String(HEAP_MIB)}`]);
    const bomb = strings(tiny);
    const replies = await Promise.all(Array.from({ length: 16 }, () => upload(bomb, door)));
    // How many are read before the others ask depends on the machine, and so does whether the last one waits too long
    // for its turn; never are all of them taken.
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status !== 503)).toEqual(expect.arrayContaining([413, 429]));
    expect(statuses.filter((status) => ![413, 429, 503].includes(status))).toEqual([]);
    const many = await Promise.all(
      Array.from({ length: 16 }, (_, n) => upload(bomb, door, `13.0${String(1 + (n % 9))}`)),
    );
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([413, 503]));
    expect(many.find(({ status }) => status === 503)?.body.detail).toMatch(/again shortly/);
    const peakKib = Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1]);
    expect((peakKib * 1024) / MIB).toBeLessThan(CONTAINER_MIB);
    const file = `kunci;komoditas;jumlah;satuan;butuh sebelum;pembeli\nk;sugar;1;kg;${inDays(30)};PT`;
    const reply = await intake.call(door, 'POST', '/api/orders/uploads?locale=id-ID', file, { type: CSV });
    expect(reply.status).toBe(201);
    child.kill('SIGKILL');
  }, 300_000);
});
