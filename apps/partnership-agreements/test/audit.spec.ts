import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgreement, startAgreements, type Agreements } from './agreements.js';

describe('the audit log', () => {
  let agreements: Agreements;
  let id: string;
  const entries = async (query = '', how: object = {}) => (await agreements.get(`/audit${query}`, how)).body.items;

  beforeAll(async () => {
    agreements = await startAgreements();
    id = (await agreements.post('', anAgreement(), { key: 'open' })).body.id;
    await agreements.post(`/${id}/stages`, { stage: 'offer' });
  });

  afterAll(() => agreements.stop());

  it('says who did what to which thing, the latest first', async () => {
    expect(await entries()).toMatchObject([
      { action: 'POST /api/agreements/:id/stages', subject: id, region: '33.02', principal: expect.any(String) },
      // A creation is filed by what it made.
      { action: 'POST /api/agreements', subject: id, region: '33.02', before: null, after: null },
    ]);
    expect(await entries(`?subject=${id}`)).toHaveLength(2);
    expect(await entries('?principal=nobody')).toEqual([]);
  });

  it('gives every entry once over its pages', async () => {
    const first = (await agreements.get('/audit?limit=1')).body;
    const second = (await agreements.get(`/audit?limit=1&before=${encodeURIComponent(first.next)}`)).body;
    expect([...first.items, ...second.items]).toEqual(await entries());
    expect(second.next).toBeUndefined();
  });

  it('keeps nothing of a call that is repeated, refused, or only reads', async () => {
    const before = await agreements.count('audit_log');
    await agreements.post('', anAgreement(), { key: 'open' });
    expect((await agreements.post(`/${id}/stages`, { stage: 'in-force' })).status).toBe(409);
    await agreements.get(`/${id}`);
    expect(await agreements.count('audit_log')).toBe(before);
  });

  it.each(['UPDATE audit_log SET principal = $$nobody$$', 'DELETE FROM audit_log', 'TRUNCATE audit_log'])(
    'cannot be changed: %s',
    async (sql) => {
      await expect(agreements.dataSource.query(sql)).rejects.toThrow('audit_log is append-only');
    },
  );

  it('is for officers and operations of the region, and for platform', async () => {
    expect(await entries('', { region: '34.01' })).toEqual([]);
    expect(await entries('', { role: 'operations', region: '31' })).toEqual([]);
    expect(await entries('', { role: 'platform', region: '31' })).toHaveLength(2);
    expect((await agreements.get('/audit', { role: 'partner-intake', region: '82.71' })).status).toBe(403);
  });
});
