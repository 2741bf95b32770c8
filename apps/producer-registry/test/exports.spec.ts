import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBook } from '#files/spreadsheets/book.js';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegistry, type Registry } from './registry.js';
import { aCertificate, aProducer, certify, register } from './samples.js';

const PRODUCERS = 520;

describe('a list as a file', () => {
  let registry: Registry;
  const file = async (path: string, role = 'registry-officer', region = '33.02') => {
    const token = await registry.issuer.token([role as never], region);
    const response = await fetch(`${registry.url}/api/registry${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      disposition: response.headers.get('content-disposition'),
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };
  const csv = async (path: string) =>
    (await file(path)).bytes
      .toString('utf8')
      .replace('\ufeff', '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));

  beforeAll(async () => {
    registry = await startRegistry();
    const lines = Array.from({ length: PRODUCERS - 2 }, (_, index) => aProducer({ name: `Ibu ${String(index)}` }));
    await registry.post('/producers/bulk', lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      type: 'application/x-ndjson',
    });
    const id = await register(registry, aProducer({ name: '=HYPERLINK("http://x")', reference: 'U-1' }));
    await register(registry, aProducer({ name: 'Ibu "Ani"; Wati', reference: '+62' }));
    await certify(registry, id, aCertificate({ number: 'P-IRT 2063302010001-23' }));
  });

  afterAll(() => registry.stop());

  it('holds every row of the list, over its pages, once', async () => {
    const rows = await csv('/producers?format=csv');
    expect(rows[0]?.slice(0, 3)).toEqual(['Nomor', 'Nama', 'Jenis']);
    const ids = rows.slice(1).map((cells) => cells.at(-1));
    expect([ids.length, new Set(ids).size]).toEqual([PRODUCERS, PRODUCERS]);
  });

  it('keeps the filter of the list, and whose it is', async () => {
    expect(await csv('/producers?format=csv&status=verified')).toHaveLength(3);
    const others = await file('/producers?format=csv', 'registry-officer', '34.01');
    expect(others.bytes.toString('utf8').trimEnd().split('\r\n')).toHaveLength(1);
    expect((await file('/producers?format=csv', 'partner-intake', '13.03')).status).toBe(403);
  });

  it('does nothing when a spreadsheet opens it, and stays in its columns', async () => {
    const text = (await file('/producers?format=csv&status=verified')).bytes.toString('utf8');
    expect(text).toContain(`;"'=HYPERLINK(""http://x"")";`);
    expect(text).toContain(`'+62;"Ibu ""Ani""; Wati";`);
  });

  it('is a workbook too, whose numbers are numbers and whose dates are dates', async () => {
    const { type, disposition, bytes } = await file('/certificates?format=xlsx');
    expect([type, disposition]).toEqual([
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'attachment; filename="sertifikat.xlsx"',
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'serap-export-'));
    await writeFile(join(folder, 'file.xlsx'), bytes);
    const rows: string[][] = [];
    for await (const { cells } of (await openBook('xlsx', join(folder, 'file.xlsx'))).rows(0)) {
      rows.push(cells.map(({ text }) => text));
    }
    await rm(folder, { recursive: true });
    expect(rows[0]?.slice(0, 5)).toEqual(['Jenis', 'Nomor', 'Komoditas', 'Terbit', 'Berlaku s.d.']);
    expect(rows[1]?.slice(0, 5)).toEqual(['P-IRT', 'P-IRT 2063302010001-23', '', '2018-06-01', '2023-05-31']);
  });

  it.each([
    ['another format', '/producers?format=pdf', '/format'],
    ['two formats', '/producers?format=csv&format=xlsx', '/format'],
    ['a filter that is none', '/producers?format=csv&status=happy', '/status'],
    ['a format where there is no list', '/lots/01900000-0000-7000-8000-000000000000?format=csv', undefined],
  ])('is refused with %s', async (_, path, pointer) => {
    const { status, bytes } = await file(path);
    const { errors } = JSON.parse(bytes.toString('utf8')) as { errors?: { pointer: string }[] };
    expect([status, errors?.[0]?.pointer]).toEqual([pointer === undefined ? 404 : 422, pointer]);
  });
});
