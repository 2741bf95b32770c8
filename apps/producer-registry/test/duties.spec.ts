import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRegistry, type Registry } from './registry.js';
import { aCertificate, aProducer, anAggregator, certify, register } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

describe('a coaching record', () => {
  const coach = (id: string, changes: object = {}, how = {}) =>
    registry.post(`/producers/${id}/coaching`, { kind: 'packing', date: '2019-03-04', ...changes }, how);

  it('is kept once for a producer, a kind and a day, and found again', async () => {
    const id = await register(registry);
    expect((await coach(id, { remark: 'Karung 25 kg' })).status).toBe(201);
    expect((await coach(id, { kind: 'certification', date: '2019-02-01' })).status).toBe(201);
    expect(await coach(id)).toMatchObject({ status: 409, body: { code: 'ALREADY_EXISTS' } });
    const found = async (query: string): Promise<string[]> =>
      (await registry.get(`/coaching?producer=${id}${query}`)).body.items.map(({ kind }: { kind: string }) => kind);
    expect(await found('')).toEqual(['packing', 'certification']);
    expect(await found('&kind=packing')).toEqual(['packing']);
    expect(await found('&from=2019-02-01&to=2019-02-28')).toEqual(['certification']);
  });

  it.each([
    ['tomorrow', { date: '2019-03-05' }, '/date'],
    ['30 February', { date: '2019-02-30' }, '/date'],
    ['another kind', { kind: 'marketing' }, '/kind'],
    ['a field of ours', { origin: '73' }, '/origin'],
  ])('is refused for %s', async (_, change, pointer) => {
    const answer = await coach(await register(registry), change);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('is not there for another region', async () => {
    const id = await register(registry);
    await coach(id);
    expect((await coach(id, {}, { region: '73.71' })).status).toBe(404);
    expect((await registry.get('/coaching', { region: '73.71' })).body.items).toEqual([]);
    expect((await coach(id, {}, { role: 'cooperative' })).status).toBe(403);
  });
});

describe('certificates that end', () => {
  it('are listed by their day, with the days left, in pages; only verified ones', async () => {
    const ends = [
      ['2019-06-02', 90],
      ['2019-03-04', 0],
      ['2019-03-10', 6],
      ['2019-06-03', 91],
      ['2019-02-01', -31],
    ] as const;
    const holder = await register(registry);
    registry.setClock('2019-01-15T02:00:00Z');
    for (const [until] of ends) {
      await certify(registry, holder, aCertificate({ kind: 'ORGANIC', number: `O ${until}`, until }));
    }
    await registry.post(
      `/producers/${holder}/certificates`,
      aCertificate({ kind: 'ORGANIC', number: 'O DRAFT', until: '2019-03-05' }),
    );
    const revoked = await certify(
      registry,
      holder,
      aCertificate({ kind: 'ORGANIC', number: 'O GONE', until: '2019-03-05' }),
    );
    await registry.post(`/certificates/${revoked}/revoke`);
    registry.setClock('2019-03-04T02:00:00Z');
    const page = async (query: string) => (await registry.get(`/certificates/ending?${query}`)).body;
    const left = (body: any): number[] => body.items.map(({ daysLeft }: { daysLeft: number }) => daysLeft);
    expect(left(await page(''))).toEqual([0, 6, 90]);
    expect(left(await page('days=91&past=31'))).toEqual([-31, 0, 6, 90, 91]);
    const first = await page('limit=2');
    expect(left(first)).toEqual([0, 6]);
    expect(left(await page(`limit=2&cursor=${first.next}`))).toEqual([90]);
    expect((await registry.get('/certificates/ending', { region: '73.71' })).body.items).toEqual([]);
    expect((await registry.get('/certificates/ending?days=-1')).status).toBe(422);
  });
});

describe('changing a producer', () => {
  async function put(id: string, body: object, ifMatch: string | null, region = '33.02') {
    const token = await registry.issuer.token(['registry-officer'], region);
    const answer = await fetch(`${registry.url}/api/registry/producers/${id}`, {
      method: 'PUT',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        ...(ifMatch === null ? {} : { 'If-Match': ifMatch }),
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, etag: answer.headers.get('etag'), body: (await answer.json()) as any };
  }

  async function read(id: string) {
    const token = await registry.issuer.token(['registry-officer'], '33.02');
    const headers = { Authorization: `Bearer ${token}` };
    return (await fetch(`${registry.url}/api/registry/producers/${id}`, { headers })).headers.get('etag') ?? '';
  }

  it('takes the ETag that was read, tells others, and keeps its standing', async () => {
    const id = await register(registry);
    const answer = await put(id, aProducer({ workers: { total: 9, women: 5, youth: 1 } }), await read(id));
    expect(answer).toMatchObject({ status: 200, etag: '"3"', body: { version: 3 } });
    const event = (await registry.events()).filter(({ subject }) => subject === `producer:${id}`).at(-1);
    expect(event).toMatchObject({ sequence: 3, data: { status: 'verified', workersTotal: 9, workersWomen: 5 } });
    expect((await registry.get(`/producers/${id}`)).body.workers).toEqual({ total: 9, women: 5, youth: 1 });
  });

  it('lets one of ten officers win who have read the same', async () => {
    const id = await register(registry);
    const etag = await read(id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => put(id, aProducer({ name: `N${i}` }), etag)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = answers.filter(({ status }) => status === 412);
    expect(lost).toHaveLength(9);
    expect(lost[0]?.body.code).toBe('VERSION_CONFLICT');
  });

  it('keeps a NIK that is not told again, and replaces one that is', async () => {
    const id = await register(registry, aProducer({ nik: '3302165507900001', nikPurpose: 'uji' }));
    await put(id, aProducer(), await read(id));
    expect((await registry.get(`/producers/${id}`)).body.nik).toBe('************0001');
    await put(id, aProducer({ nik: '3302165507900002', nikPurpose: 'uji' }), await read(id));
    expect((await registry.get(`/producers/${id}`)).body.nik).toBe('************0002');
    const found = await registry.post('/producers/lookup', { nik: '3302165507900002' });
    expect(found.body.items).toHaveLength(1);
  });

  it.each([
    ['without If-Match', aProducer(), null, 428, 'PRECONDITION_REQUIRED'],
    ['with a weak one', aProducer(), 'W/"2"', 400, 'BAD_REQUEST'],
    ['with one of another version', aProducer(), '"7"', 412, 'VERSION_CONFLICT'],
    ['into an aggregator', anAggregator(), '"2"', 422, 'INVALID'],
    ['with more women than workers', aProducer({ workers: { total: 1, women: 2, youth: 0 } }), '"2"', 422, 'INVALID'],
    ['with a status', aProducer({ status: 'closed' }), '"2"', 422, 'INVALID'],
    ['to a village that does not exist', aProducer({ village: '33.02.16.2999' }), '"2"', 422, 'INVALID'],
    ['into another region', aProducer({ village: '33.01.01.2001' }), '"2"', 422, 'INVALID'],
    ['to a reference that is taken', aProducer({ reference: 'TAKEN' }), '"2"', 409, 'ALREADY_EXISTS'],
  ])('is refused %s', async (_, body, ifMatch, status, code) => {
    await registry.post('/producers', aProducer({ reference: 'TAKEN' }));
    const id = await register(registry);
    expect(await put(id, body, ifMatch)).toMatchObject({ status, body: { code } });
    expect((await registry.get(`/producers/${id}`)).body.version).toBe(2);
  });

  it('is not there for another region, and not possible once it is closed', async () => {
    const id = await register(registry);
    expect((await put(id, aProducer(), '"2"', '73.71')).status).toBe(404);
    await registry.post(`/producers/${id}/close`);
    expect(await put(id, aProducer(), '"3"')).toMatchObject({ status: 409, body: { code: 'ILLEGAL_TRANSITION' } });
  });
});

describe('producers that look like one', () => {
  const region = { region: '33.04' };
  const village = '33.04.01.2001';
  let serial = 0;
  async function twins(of: 'nik' | 'nib', count = 2): Promise<string[]> {
    serial += 1;
    const digits = String(serial).padStart(4, '0');
    const same = of === 'nik' ? { nik: `330401010180${digits}`, nikPurpose: 'uji' } : { nib: `912000000${digits}` };
    const ids: string[] = [];
    for (let i = 0; i < count; i += 1) {
      ids.push((await registry.post('/producers', aProducer({ village, ...same }), region)).body.id);
    }
    return ids;
  }
  const proposals = async (): Promise<any[]> => (await registry.get('/merge-proposals', region)).body.items;
  const decide = (id: string | undefined, what: string, keep: string | undefined, how: object = region) =>
    registry.post(`/merge-proposals/${id}/${what}`, { keep }, how);

  it.each(['nik', 'nib'] as const)(
    'are proposed for the same %s, the older to be kept; accepting asks for a merge of the two',
    async (of) => {
      const [keep, duplicate] = await twins(of);
      expect(await proposals()).toEqual([expect.objectContaining({ id: duplicate, keep, same: [of] })]);
      expect(await decide(duplicate, 'accept', keep)).toMatchObject({
        status: 202,
        body: { state: 'asked', duplicate, keep },
      });
      expect(await proposals()).toEqual([]);
      const again = await decide(duplicate, 'accept', keep);
      expect(again).toMatchObject({ status: 409, body: { code: 'ILLEGAL_TRANSITION' } });
    },
  );

  it('are not proposed again once declined; a third one still is', async () => {
    const [first, second, third] = await twins('nik', 3);
    expect((await proposals()).map(({ id, keep }) => [id, keep])).toEqual([
      [second, first],
      [third, first],
    ]);
    expect((await decide(third, 'decline', first)).body.accepted).toBe(false);
    expect((await proposals()).map(({ id, keep }) => [id, keep])).toEqual([
      [second, first],
      [third, second],
    ]);
    await decide(third, 'decline', second);
    await decide(second, 'decline', first);
    expect(await proposals()).toEqual([]);
    for (const id of [first, second, third]) {
      expect((await registry.get(`/producers/${id}`, region)).body.status).toBe('draft');
    }
  });

  it('are two when nothing is the same, and are not there for another region', async () => {
    const [keep, duplicate] = await twins('nib');
    const other = (await registry.post('/producers', aProducer({ village }), region)).body.id as string;
    expect((await decide(other, 'accept', keep)).status).toBe(404);
    expect((await decide(keep, 'accept', duplicate)).status).toBe(404);
    expect((await decide(duplicate, 'accept', keep, { region: '33.02' })).status).toBe(404);
    expect((await registry.get('/merge-proposals', { region: '33.02' })).body.items).toEqual([]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => decide(duplicate, 'accept', keep)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  });
});
