import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRegistry, type Registry } from './registry.js';
import { aCertificate, aCooperative, certify, figures, register } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.stop());

const record = (holder: string, changes: object, how: object = {}) =>
  registry.post(`/producers/${holder}/certificates`, aCertificate(changes), how);
const pointers = ({ body }: { body: { errors: readonly { pointer: string }[] } }): string[] =>
  body.errors.map(({ pointer }) => pointer);

describe("a certificate's number", () => {
  it('belongs to one holder, until it is revoked', async () => {
    const [one, other] = [await register(registry), await register(registry)];
    const number = 'P-IRT 2063302990001-23';
    const id = await certify(registry, one, aCertificate({ number }));
    const refused = await record(other, { number: 'PIRT 2063302990001-23' }, { key: 'second' });
    expect([refused.status, refused.body.code, pointers(refused)]).toEqual([409, 'ALREADY_EXISTS', ['/number']]);
    const both = await Promise.all([1, 2].map(() => record(other, { number: 'P-IRT 2063302990002-23' })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await registry.post(`/certificates/${id}/revoke`);
    expect((await record(other, { number })).status).toBe(201);
  });

  it('is kept in one shape, and shown in it', async () => {
    const holder = await register(registry);
    const { status, body } = await record(holder, { number: 'pirt no. 206 3302 98 0001 - 23' });
    expect([status, body.doubts]).toEqual([201, []]);
    const { items } = (await registry.get(`/certificates?producer=${holder}`)).body;
    expect(items.map(({ number }: { number: string }) => number)).toEqual(['P-IRT 2063302980001-23']);
  });

  it('of another regency, or of more digits, is looked at and not refused', async () => {
    const holder = await register(registry);
    const far = await record(holder, { number: 'P-IRT 2063301970001-23' });
    expect([far.status, far.body.doubts]).toMatchObject([201, [{ pointer: '/number' }]]);
    const long = await record(holder, { number: 'P-IRT 2063302970001123-23' });
    expect([long.status, long.body.doubts]).toMatchObject([201, [{ pointer: '/number' }]]);
  });

  it('is not that of the standard', async () => {
    const holder = await register(registry);
    for (const number of ['SNI 01-3743-1995', 'SNI 3743:2021', 'SNI ISO 22000:2018', 'sni 1234']) {
      expect(pointers(await record(holder, { kind: 'SNI', number }))).toEqual(['/number']);
    }
    expect((await record(holder, { kind: 'SNI', number: '123/S.01/LSPR-017-IDN/II/2019' })).status).toBe(201);
  });
});

describe('a certificate', () => {
  it('that does not hold yet, or no longer, is not recorded; one that has ended since is not verified', async () => {
    const holder = await register(registry);
    expect(pointers(await record(holder, { issued: '2019-03-05' }))).toEqual(['/issued']);
    expect(pointers(await record(holder, { kind: 'ORGANIC', number: 'ORG-9', until: '2019-03-03' }))).toEqual([
      '/until',
    ]);
    const { body } = await record(holder, { kind: 'ORGANIC', number: 'ORG-10', until: '2019-03-04' });
    registry.setClock('2019-03-05T02:00:00Z');
    const late = await registry.post(`/certificates/${body.id}/verify`);
    expect([late.status, pointers(late)]).toEqual([422, ['/until']]);
    registry.setClock('2019-03-04T02:00:00Z');
    expect((await registry.post(`/certificates/${body.id}/verify`)).status).toBe(200);
  });

  it('of a group covers the goods of the members that it names, and of nobody else', async () => {
    const { cooperative, members, product } = await aCooperative(registry, 3);
    const group = { kind: 'ORGANIC', number: 'GRP-1', issued: '2019-01-01', until: undefined };
    await certify(registry, cooperative, aCertificate({ ...group, members: members.slice(0, 2) }));
    const contributions = members.map((producerId) => ({ producerId, ...figures(1_000) }));
    const { body } = await registry.post('/stock-statements', {
      ...{ sellerId: cooperative, productId: product, date: '2019-03-04', floorPrice: 16_500, contributions },
    });
    expect(
      body.lots.map(({ quantity, certificates }: { quantity: number; certificates: unknown }) => [
        quantity,
        certificates,
      ]),
    ).toEqual([
      [2_000, ['ORGANIC']],
      [1_000, []],
    ]);
  });

  it('of a group, verified while goods lie in store, is taken up by those of its members', async () => {
    const { cooperative, members, product } = await aCooperative(registry, 2);
    const contributions = members.map((producerId) => ({ producerId, ...figures(1_000) }));
    await registry.post('/stock-statements', {
      ...{ sellerId: cooperative, productId: product, date: '2019-03-04', floorPrice: 16_500, contributions },
    });
    const group = { kind: 'HALAL', number: 'ID33110000000010999', issued: '2019-01-01', until: undefined };
    await certify(registry, cooperative, aCertificate({ ...group, members: [members[1]] }));
    const told = (await registry.events('serap.surplus.certified.v1')).at(-1);
    expect(told?.data).toMatchObject({
      certificates: [],
      parts: [{ producerId: members[1], certificates: [{ kind: 'HALAL' }] }],
    });
  });

  it('of a group names members of the group', async () => {
    const { cooperative } = await aCooperative(registry, 1);
    const stranger = await register(registry);
    const refused = await record(cooperative, { kind: 'ORGANIC', number: 'GRP-2', members: [stranger] });
    expect([refused.status, pointers(refused)]).toEqual([422, ['/members/0']]);
  });
});
