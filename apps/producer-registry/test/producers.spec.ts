import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRegistry, type Registry } from './registry.js';
import { aProducer, anAggregator, aProduct, register } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

const missing = '01900000-0000-7000-8000-000000000000';

describe('registering a producer', () => {
  it('makes a draft of the region in the token and tells the others nothing personal', async () => {
    const answer = await registry.post(
      '/producers',
      aProducer({ nik: '3302165507900001', nikPurpose: 'bantuan sertifikasi' }),
    );
    expect(answer.status).toBe(201);
    const { body } = await registry.get(`/producers/${answer.body.id}`);
    expect(body).toMatchObject({ origin: '33.02', status: 'draft', nik: '************0001' });
    const event = (await registry.events('serap.producer.registered.v1')).at(-1);
    expect(event).toMatchObject({ subject: `producer:${answer.body.id}`, sequence: 1, key: '33.02' });
    expect(JSON.stringify(event)).not.toMatch(/Contoh|3302165507900001/);
  });

  it('finds it by its NIB', async () => {
    const id = await register(registry, aProducer({ nib: '9120000017777' }));
    await register(registry, aProducer({ nib: '9120000017778' }));
    const { body } = await registry.get('/producers?nib=9120000017777');
    expect(body.items.map((item: { id: string }) => item.id)).toEqual([id]);
  });

  it('keeps no NIK in clear and finds it again by its hash', async () => {
    const nik = '7371010101800007';
    const { body } = await registry.post('/producers', aProducer({ nik, nikPurpose: 'jaminan kesehatan' }));
    const [row] = await registry.dataSource.query('SELECT producer::text AS text FROM producer WHERE id = $1', [
      body.id,
    ]);
    expect(row.text).not.toContain(nik);
    expect(row.text).not.toContain(Buffer.from(nik).toString('hex'));
    const found = await registry.post('/producers/lookup', { nik });
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });

  it('takes a NIK that was given before its region got another code', async () => {
    const producer = aProducer({ nik: '9101165507900001', nikPurpose: 'uji' });
    expect((await registry.post('/producers', producer)).status).toBe(201);
  });

  it.each([
    ['33', 'must be the code of a regency or city, for example 33.02'],
    ['99.99', expect.stringContaining('99.99 is no region')],
  ])('is not for an office of %s, which is no market', async (region, message) => {
    const none = { status: 422, body: { errors: expect.arrayContaining([{ pointer: '/origin', message }]) } };
    expect(await registry.post('/producers', aProducer(), { region })).toMatchObject(none);
    expect(await registry.post('/products', aProduct(), { region })).toMatchObject(none);
  });

  it.each([
    ['a negative number of workers', { workers: { total: -1, women: 0, youth: 0 } }, '/workers/total'],
    ['minus zero', '{"workers":{"total":-0,"women":0,"youth":0}}', '/workers/total'],
    ['1e400', '{"workers":{"total":1e400,"women":0,"youth":0}}', '/workers/total'],
    ['a fraction of a worker', { workers: { total: 1.5, women: 0, youth: 0 } }, '/workers/total'],
    ['more women than workers', { workers: { total: 1, women: 2, youth: 0 } }, '/workers/women'],
    ['a BPS code', { village: '3302162007' }, '/village'],
    ['a district where a village is wanted', { village: '33.02.16' }, '/village'],
    ['a village that does not exist', { village: '33.02.16.2999' }, '/village'],
    ['a village of another region', { village: '33.01.16.2007' }, '/village'],
    ['a status set by the client', { status: 'verified' }, '/status'],
    ['a region set by the client', { origin: '73' }, '/origin'],
    ['a name with a bidi override', { name: 'a\u202eb' }, '/name'],
    ['a name with NUL', { name: 'a\u0000b' }, '/name'],
    ['a name with half a surrogate pair', '{"name":"\\ud800"}', '/name'],
    ['a name of a megabyte', { name: 'x'.repeat(100_000) }, '/name'],
    ['a null', { nib: null }, '/nib'],
    ['a NIB of 12 digits', { nib: '123456789012' }, '/nib'],
    ['a NIK of a region that never was', { nik: '9999161507900001', nikPurpose: 'uji' }, '/nik'],
    ['a NIK of a regency that its province never had', { nik: '3399161507900001', nikPurpose: 'uji' }, '/nik'],
    ['a NIK whose serial is 0000', { nik: '3302161507900000', nikPurpose: 'uji' }, '/nik'],
    ['a NIK of 30 February', { nik: '3302163002900001', nikPurpose: 'uji' }, '/nik'],
    ['a NIK without a purpose', { nik: '3302161507900001' }, '/nikPurpose'],
    ['a class that the sales do not make', { yearlySales: 300_000_001 }, '/umkmClass'],
    ['the rule of another time', { umkmRule: 'PP 7/2021' }, '/umkmRule'],
    ['a day that does not exist', { umkmAsOf: '2019-02-29' }, '/umkmAsOf'],
  ])('refuses %s with a pointer', async (_, change, pointer) => {
    const before = await registry.count('producer');
    // Texts stand for what JSON.stringify cannot write.
    const body =
      typeof change === 'string'
        ? `{${JSON.stringify(without(aProducer(), Object.keys(JSON.parse(change))[0])).slice(1, -1)},${change.slice(1)}`
        : aProducer(change);
    const answer = await registry.post('/producers', body);
    expect(answer.status).toBe(422);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(await registry.count('producer')).toBe(before);
  });

  it.each([
    ['an empty body', '', 400],
    ['a cut body', '{"kind":"producer"', 400],
    ['a byte order mark', '\ufeff{}', 400],
    ['UTF-16', new Uint8Array(Buffer.from('{}', 'utf16le')), 400],
    ['200,000 levels', '['.repeat(200_000), 400],
    ['__proto__', '{"__proto__":{"admin":true}}', 422],
    ['300 KiB', JSON.stringify({ name: 'x'.repeat(300_000) }), 413],
    ['a list', '[]', 422],
  ])('answers %s with a problem', async (_, body, status) => {
    const answer = await registry.post('/producers', body);
    expect(answer).toMatchObject({ status, body: { code: expect.stringMatching(/^[A-Z_]+$/) } });
    expect(JSON.stringify(answer.body)).not.toMatch(/at |SELECT|producer_/);
  });

  it('refuses another content type with 415', async () => {
    expect((await registry.post('/producers', 'kind=producer', { type: 'text/plain' })).status).toBe(415);
  });
});

describe('an idempotency key', () => {
  it('is wanted on every registration', async () => {
    expect(await registry.post('/producers', aProducer(), { key: null })).toMatchObject({
      status: 400,
      body: { code: 'IDEMPOTENCY_KEY_MISSING' },
    });
  });

  it('registers once when it comes 20 times in parallel', async () => {
    const before = await registry.count('producer');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => registry.post('/producers', aProducer(), { key: 'twenty' })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(await registry.count('producer')).toBe(before + 1);
  });

  it('is refused with another body, and is another region’s own', async () => {
    await registry.post('/producers', aProducer(), { key: 'mine' });
    const other = await registry.post('/producers', aProducer({ name: 'Lain' }), { key: 'mine' });
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const elsewhere = aProducer({ village: '33.01.01.2001' });
    expect((await registry.post('/producers', elsewhere, { key: 'mine', region: '33.01' })).status).toBe(201);
  });
});

describe('standing', () => {
  it('goes draft → verified → suspended → verified → closed, each with the next version', async () => {
    const id = await register(registry, aProducer(), false);
    for (const step of ['verify', 'suspend', 'verify', 'close']) {
      expect((await registry.post(`/producers/${id}/${step}`)).status).toBe(200);
    }
    const events = (await registry.events()).filter(({ subject }) => subject === `producer:${id}`);
    expect(events.map(({ sequence, data }) => [sequence, data.status])).toEqual([
      [1, 'draft'],
      [2, 'verified'],
      [3, 'suspended'],
      [4, 'verified'],
      [5, 'closed'],
    ]);
    expect(await registry.post(`/producers/${id}/verify`)).toMatchObject({
      status: 409,
      body: { code: 'ILLEGAL_TRANSITION' },
    });
  });

  it('gives no two events one version when officers act at once', async () => {
    const id = await register(registry);
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => registry.post(`/producers/${id}/${i % 2 ? 'verify' : 'suspend'}`)),
    );
    const events = (await registry.events()).filter(({ subject }) => subject === `producer:${id}`);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  });

  it('verifies many at once, or none when one is not there', async () => {
    const ids = [await register(registry, aProducer(), false), await register(registry, aProducer(), false)];
    const refused = await registry.post('/producers/verifications', { producers: [...ids, missing] });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/producers/2' }] } });
    expect((await registry.get(`/producers/${ids[0]}`)).body.status).toBe('draft');
    expect((await registry.post('/producers/verifications', { producers: ids })).body).toEqual({ verified: 2 });
    expect((await registry.get(`/producers/${ids[1]}`)).body).toMatchObject({ status: 'verified', version: 2 });
  });
});

describe('another region', () => {
  it('finds nothing of this one', async () => {
    const id = await register(registry);
    const far = { region: '73.71' };
    for (const path of [`/producers/${id}`, `/producers/${missing}`, '/producers/no-uuid']) {
      expect(await registry.get(path, far)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
    for (const path of ['verify', 'suspend', 'close']) {
      expect((await registry.post(`/producers/${id}/${path}`, undefined, far)).status).toBe(404);
    }
    expect((await registry.get('/producers', far)).body.items).toEqual([]);
    expect((await registry.get(`/producers/${id}`)).body.status).toBe('verified');
    expect((await registry.get(`/producers/${id}`, { role: 'operations', region: '73' })).status).toBe(404);
    expect((await registry.get(`/producers/${id}`, { role: 'platform', region: '73' })).status).toBe(200);
  });
});

describe('access', () => {
  it.each([
    ['no token', async () => ''],
    ['an expired one', () => registry.issuer.token(['registry-officer'], '33.02', { exp: 1 })],
    ['one for another audience', () => registry.issuer.token(['registry-officer'], '33.02', { aud: 'other' })],
    ['a tampered one', async () => `${await registry.issuer.token(['registry-officer'], '33.02')}x`],
    ['an unsigned one', async () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`],
  ])('refuses %s with 401', async (_, token) => {
    expect((await registry.get('/producers', { token: await token() })).status).toBe(401);
  });

  it('lets a partner read nothing and a cooperative write nothing', async () => {
    expect((await registry.get('/producers', { role: 'partner-intake' })).status).toBe(403);
    expect((await registry.post('/producers', aProducer(), { role: 'cooperative' })).status).toBe(403);
  });
});

describe('members', () => {
  it('belong to an aggregator of the same region, and are added once', async () => {
    const cooperative = await register(registry, anAggregator());
    const members = [await register(registry), await register(registry)];
    expect((await registry.post(`/producers/${cooperative}/members`, { members })).body).toEqual({ added: 2 });
    expect((await registry.post(`/producers/${cooperative}/members`, { members })).body).toEqual({ added: 0 });
    expect((await registry.get(`/producers/${cooperative}`)).body.members).toBe(2);
    const wrong = await registry.post(`/producers/${cooperative}/members`, { members: [members[0], missing] });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/members/1' }] } });
    expect((await registry.post(`/producers/${members[0]}/members`, { members })).status).toBe(404);
  });
});

describe('the list', () => {
  it('finds by a part of the name, and of the names of the village and the district, within one’s region', async () => {
    const semedo = await register(registry, aProducer({ name: 'Bu Wening', village: '33.02.16.2007' }));
    const langgongsari = await register(registry, aProducer({ name: 'Bu Semedowati', village: '33.02.17.2005' }));
    const found = async (search: string, region = '33.02') => {
      const { body } = await registry.get(`/producers?limit=500&search=${encodeURIComponent(search)}`, { region });
      const ids = body.items.map(({ id }: { id: string }) => id);
      return [semedo, langgongsari].map((id) => ids.includes(id));
    };
    expect(await found('langgong')).toEqual([false, true]);
    expect(await found('SEMEDO')).toEqual([true, true]);
    expect(await found('Pekuncen')).toEqual([true, false]);
    expect(await found('wening')).toEqual([true, false]);
    expect(await found('%')).toEqual([false, false]);
    expect(await found('langgong', '33.03')).toEqual([false, false]);
    const { body } = await registry.get(`/producers/${semedo}`);
    expect(body.place).toEqual({ village: 'Semedo', district: 'Pekuncen' });
  });

  it('comes in pages that miss and repeat nothing', async () => {
    const region = { region: '33.03' };
    for (let i = 0; i < 5; i += 1) await registry.post('/producers', aProducer({ village: '33.03.01.2001' }), region);
    const seen: string[] = [];
    let path = '/producers?limit=2';
    for (let pages = 0; pages < 3; pages += 1) {
      const { body } = await registry.get(path, region);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      path = `/producers?limit=2&cursor=${body.next}`;
      expect(body.next === undefined).toBe(pages === 2);
    }
    expect(new Set(seen).size).toBe(5);
    expect((await registry.get('/producers?limit=501', region)).status).toBe(422);
  });
});

function without(object: Record<string, unknown>, name: string | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
