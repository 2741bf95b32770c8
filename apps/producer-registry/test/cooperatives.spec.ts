import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRegistry, type Registry } from './registry.js';
import { aCertificate, aCooperative, aProducer, certify, figures, register } from './samples.js';

const KG = 1_000;
type Pool = Awaited<ReturnType<typeof aPool>>;

let registry: Registry;
let own: Pool;
let other: Pool;
beforeAll(async () => {
  registry = await startRegistry();
  own = await aPool();
  other = await aPool();
});
afterAll(async () => {
  await registry.stop();
});

/** A cooperative with two members, their certificates and coaching, a lot, what repeats of it, and a request. */
async function aPool() {
  const { cooperative, members, product } = await aCooperative(registry, 2);
  const certificate = await certify(
    registry,
    members[0]!,
    aCertificate({ kind: 'ORGANIC', number: `O ${cooperative}`, until: '2019-03-20' }),
  );
  await registry.post(`/producers/${members[0]!}/coaching`, { kind: 'packing', date: '2019-03-01' });
  const statement = statementOf(cooperative, product, members);
  const { body } = await registry.post('/stock-statements', { ...statement, repeats: true });
  const lot = body.lots[0].id as string;
  await registry.post(`/lots/${lot}/hold`, { cause: 'Kadar air tinggi' });
  await registry.post(`/lots/${lot}/release`);
  return { cooperative, members, product, certificate, lot, all: [cooperative, ...members].sort() };
}

function statementOf(sellerId: string, productId: string, members: readonly string[], date = '2019-03-04') {
  const contributions = members.map((producerId) => ({ producerId, ...figures(3 * KG) }));
  return { sellerId, productId, date, floorPrice: 16_500, contributions };
}

const as = ({ cooperative }: Pool) => ({ role: 'cooperative', aggregator: cooperative }) as const;
const idsOf = async (path: string, how: object, field = 'id'): Promise<string[]> =>
  (await registry.get(path, how)).body.items.map((item: Record<string, string>) => item[field]).sort();

describe('a cooperative', () => {
  it('reads itself, its members, and what they have; nothing of another cooperative', async () => {
    for (const pool of [own, other]) {
      expect(await idsOf('/producers', as(pool))).toEqual(pool.all);
      expect(await idsOf(`/producers?memberOf=${other.cooperative}`, as(pool))).toEqual(
        pool === other ? [...pool.members].sort() : [],
      );
      expect([...new Set(await idsOf('/certificates', as(pool), 'producerId'))]).toEqual([pool.members[0]]);
      expect(await idsOf('/certificates/ending', as(pool))).toEqual([pool.certificate]);
      expect(await idsOf('/coaching', as(pool), 'producerId')).toEqual([pool.members[0]]);
      expect([...new Set(await idsOf('/lots', as(pool), 'sellerId'))]).toEqual([pool.cooperative]);
      expect([...new Set(await idsOf('/lot-requests', as(pool), 'lotId'))]).toEqual([pool.lot]);
      expect(await idsOf('/stock-statements/repeating', as(pool), 'sellerId')).toEqual([pool.cooperative]);
    }
  });

  it('lists its lots the newest first on request, page by page, with what one member has given', async () => {
    const { product, members, cooperative } = own;
    await registry.post('/stock-statements', statementOf(cooperative, product, [members[1]!], '2019-02-28'));
    const page = async (query: string) => (await registry.get(`/lots?${query}`, as(own))).body;
    const oldest = (await page('')).items.map(({ id }: { id: string }) => id);
    const first = await page('order=newest&limit=1');
    const rest = await page(`order=newest&cursor=${String(first.next)}`);
    const newest = [...first.items, ...rest.items];
    expect(newest.map(({ id }: { id: string }) => id)).toEqual(oldest.reverse());
    const given = async (member: string) =>
      (await page(`contributor=${member}`)).items.map(({ contributed }: { contributed: number }) => contributed);
    expect(await given(members[0]!)).toEqual([3 * KG]);
    expect(await given(members[1]!)).toEqual([3 * KG, 3 * KG]);
    expect(first.items[0].contributed).toBeNull();
  });

  it.each<[string, (pool: Pool) => string]>([
    ['a cooperative', ({ cooperative }) => `/producers/${cooperative}`],
    ['a member', ({ members }) => `/producers/${members[1]!}`],
    ['a lot', ({ lot }) => `/lots/${lot}`],
    ['contributions', ({ lot }) => `/lots/${lot}/contributions`],
  ])('finds %s of its own, and none of another (404)', async (_, path) => {
    expect((await registry.get(path(own), as(own))).status).toBe(200);
    expect((await registry.get(path(other), as(own))).status).toBe(404);
  });

  it.each<[string, object]>([
    ['withdrawals', { quantity: 1 }],
    ['write-offs', { quantity: 1, cause: 'Basah' }],
    ['hold', { cause: 'Basah' }],
  ])('asks for %s of its own lots only', async (action, body) => {
    expect((await registry.post(`/lots/${other.lot}/${action}`, body, as(own))).status).toBe(404);
    expect((await registry.post(`/lots/${own.lot}/${action}`, body, as(own))).status).toBe(201);
  });

  it('states its own stock; not another’s, not a stranger’s, and not what a member sells by itself', async () => {
    const state = ({ cooperative, product, members }: Pool) =>
      registry.post('/stock-statements', statementOf(cooperative, product, members, '2019-03-03'), as(own));
    expect((await state(other)).body).toMatchObject({ code: 'NOT_FOUND', errors: [{ pointer: '/sellerId' }] });
    const foreign = await state({ ...own, members: [await register(registry, aProducer())] });
    expect(foreign.body.errors).toMatchObject([{ pointer: '/contributions/0/producerId' }]);
    const { members, product } = own;
    const single = { sellerId: members[0]!, productId: product, date: '2019-03-03', floorPrice: 1, ...figures(KG) };
    expect((await registry.post('/stock-statements', single, as(own))).status).toBe(404);
    expect((await state(own)).status).toBe(201);
  });

  it('changes and stops what repeats of its own only', async () => {
    const repetition = async (pool: Pool) => (await idsOf('/stock-statements/repeating', as(pool)))[0]!;
    const [mine, theirs] = [await repetition(own), await repetition(other)];
    const stop = (id: string) => registry.post(`/stock-statements/repeating/${id}/stop`, {}, as(own));
    expect([(await stop(theirs)).status, (await stop(mine)).status]).toEqual([404, 200]);
  });

  it('has the whole region where the same person is an officer too', async () => {
    const token = await registry.issuer.token(['cooperative', 'registry-officer'], '33.02', {
      aggregator: own.cooperative,
    });
    expect((await registry.get(`/lots/${other.lot}`, { token })).status).toBe(200);
  });
});
