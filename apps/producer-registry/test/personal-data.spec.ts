import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRegistry, type Registry } from './registry.js';
import { aCertificate, aProducer, certify, register } from './samples.js';

const NIK = '3302165507900001';
const SECRETS = ['Ibu Kenanga', NIK, '9120001234567', 'UMKM-KENANGA', 'P-IRT 2063302010077-23', 'anaknya sakit'];

describe('what a person may ask for', () => {
  let registry: Registry;
  let id: string;
  const ask = (what: string, how: object = {}) => registry.post(`/producers/${id}/personal-data/${what}`, {}, how);
  /** Every row of every table of the database, as text. */
  const everything = async (): Promise<string> => {
    const tables: { name: string }[] = await registry.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const texts = await Promise.all(
      tables.map(async ({ name }): Promise<string> => {
        const rows: { text: string }[] = await registry.dataSource.query(`SELECT t::text AS text FROM "${name}" t`);
        return rows.map(({ text }) => text).join('\n');
      }),
    );
    return texts.join('\n');
  };
  const known = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

  beforeAll(async () => {
    registry = await startRegistry();
    const [name, nik, nib, reference, number, remark] = SECRETS;
    id = await register(registry, aProducer({ name, nik, nikPurpose: 'bantuan sertifikasi', nib, reference }));
    await certify(registry, id, aCertificate({ number }));
    // The same person in a file that an officer uploaded and never placed.
    await registry.post(
      '/uploads?kind=producers&locale=id-ID',
      [
        'nomor;jenis;nama;desa;kelas usaha;aturan kelas;kelas per tanggal;tenaga kerja;perempuan;pemuda;jaminan kesehatan',
        `K-9;produsen;${name};33.02.16.2007;mikro;UU 20/2008;02/01/2019;2;1;0;tidak`,
        'K-10;produsen;Pak Mawar;33.02.16.2007;mikro;UU 20/2008;02/01/2019;2;1;0;tidak',
      ].join('\n'),
      { type: 'text/csv', key: null },
    );
    await registry.post(`/producers/${id}/coaching`, { kind: 'packing', date: '2019-03-01', remark });
  });

  afterAll(() => registry.stop());

  it('is all that is held about it, its own NIK in full', async () => {
    const { status, body } = await ask('export');
    expect(status).toBe(200);
    expect(known(JSON.stringify(body))).toEqual(SECRETS);
    expect(body).toMatchObject({ memberOf: [], stock: [], certificates: [{ kind: 'P-IRT', status: 'verified' }] });
  });

  it('leaves in the audit log who has had it, and nothing of what it said', async () => {
    const { items } = (await registry.get(`/audit?subject=${id}`)).body;
    expect(items[0]).toMatchObject({ action: 'POST /api/registry/producers/:id/personal-data/export' });
    expect(known(JSON.stringify(items))).toEqual([]);
  });

  it('is for officers of its own region', async () => {
    expect((await ask('export', { region: '34.01' })).status).toBe(404);
    expect((await ask('erasure', { region: '34.01' })).status).toBe(404);
    expect((await ask('export', { role: 'operations', region: '33.02' })).status).toBe(403);
  });

  it('is not erased while something of it may be for sale', async () => {
    expect((await ask('erasure')).body).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(known(await everything())).toEqual(SECRETS.filter((secret) => secret !== NIK));
  });

  it('is erased from every table, while its sales and its counts stay under its id', async () => {
    await registry.post(`/producers/${id}/close`);
    expect((await ask('erasure')).status).toBe(200);
    const left = await everything();
    expect(known(left)).toEqual([]);
    expect(left).toContain('Pak Mawar');
    const { body } = await registry.get(`/producers/${id}`);
    expect(body).toMatchObject({ id, name: 'dihapus', status: 'closed', workers: { total: 2 } });
    expect((await registry.post('/producers/lookup', { nik: NIK })).body.items).toEqual([]);
    expect((await ask('export')).body.certificates).toHaveLength(1);
  });
});
