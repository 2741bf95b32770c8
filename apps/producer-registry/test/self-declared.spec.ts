import { afterAll, beforeAll, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRegistry, type Registry } from './registry.js';
import { anAggregator, aProducer, aProduct, figures, register } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

const KG = 1_000;
const put = (selfDeclared: string) => registry.put('/policy', { selfDeclared });

/** A pool of a verified member, a draft one and a cooperative that is verified or not. */
async function aPool(isVerified = true, date = '2019-03-04') {
  const cooperative = await register(registry, anAggregator(), isVerified);
  const [verified, draft] = [await register(registry), await register(registry, aProducer(), false)];
  await registry.post(`/producers/${cooperative}/members`, { members: [verified, draft] });
  const { body: product } = await registry.post('/products', aProduct({ name: `Gula ${cooperative}` }));
  const { body } = await registry.post('/stock-statements', {
    ...{ sellerId: cooperative, productId: product.id, date, floorPrice: 16_500 },
    contributions: [verified, draft].map((producerId) => ({ producerId, ...figures(3 * KG) })),
  });
  return { lot: body.lots[0].id as string, cooperative, verified, draft };
}

/** What was told of a lot: whose part was held from the start, then what was held and released. */
async function told(lot: string): Promise<unknown[]> {
  const events = (await registry.events()).filter(({ subject }) => subject === `lot:${lot}`);
  const [declared, ...later] = events.map(({ type, data }) => ({ type, data: data as Record<string, unknown> }));
  return [
    declared?.data['heldFor'] ?? 'sold',
    ...later.map(({ type, data }) => [type.replace(/^serap\.surplus\.|\.v1$/g, ''), data['producerId']]),
  ];
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await sleep(25);
  }
  throw new Error('It did not come about within 10 s.');
}

it('goods of producers that are not verified are sold, until an office says otherwise', async () => {
  expect((await registry.get('/policy')).body).toMatchObject({ origin: '33.02', selfDeclared: 'sold' });
  expect(await told((await aPool()).lot)).toEqual(['sold']);
});

it('a policy that is changed reaches goods in store, and what is verified meanwhile', async () => {
  const before = await aPool();
  expect((await put('held')).body).toMatchObject({ selfDeclared: 'held', drafts: 2 });
  await until(async () => (await told(before.lot)).length > 1);
  expect(await told(before.lot)).toEqual(['sold', ['held', before.draft]]);

  const after = await aPool();
  expect(await told(after.lot)).toEqual([[after.draft]]);
  const list = { references: ['D-1'], evidence: 'Daftar Dinas 12/2019, 3 Maret 2019' };
  const unknown = await registry.post('/producers/verifications', list);
  expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/references/0']);
  expect((await registry.post('/producers/verifications', {})).status).toBe(422);
  await registry.dataSource.query(`UPDATE producer SET reference = 'D-1' WHERE id = $1`, [after.draft]);
  expect((await registry.post('/producers/verifications', list)).body).toEqual({ verified: 1 });
  expect((await registry.get(`/producers/${after.draft}`)).body).toMatchObject({
    status: 'verified',
    verifiedOn: list.evidence,
  });
  expect(await told(after.lot)).toEqual([[after.draft], ['released', after.draft]]);

  await put('sold');
  await until(async () => (await told(before.lot)).length > 2);
  expect(await told(before.lot)).toEqual(['sold', ['held', before.draft], ['released', before.draft]]);
  expect(await registry.count('verification_hold')).toBe(0);
});

it('a seller that is not verified stands for its whole lot; one that is closed is not released', async () => {
  await put('held');
  const { lot, cooperative, draft } = await aPool(false);
  expect(await told(lot)).toEqual([[cooperative, draft]]);
  await registry.post(`/producers/${cooperative}/verify`);
  await registry.post(`/producers/${draft}/close`);
  expect(await told(lot)).toEqual([
    [cooperative, draft],
    ['released', cooperative],
    ['held', draft],
  ]);
  expect(await registry.count(`verification_hold WHERE lot_id = '${lot}'`)).toBe(0);
  await put('sold');
});

it('a statement that was being taken while the policy changed follows, too', async () => {
  await put('held');
  const { lot, draft } = await aPool();
  // As if it had been taken under the policy before.
  await registry.dataSource.query('DELETE FROM verification_hold WHERE lot_id = $1', [lot]);
  await until(async () => (await told(lot)).length > 1);
  expect(await told(lot)).toEqual([[draft], ['held', draft]]);
});
