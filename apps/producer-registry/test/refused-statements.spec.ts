import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRegistry, type Registry } from './registry.js';
import { aCooperative, figures, register } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

const day = '2019-03-04';
async function declare(statement: object) {
  return registry.post('/stock-statements', { date: day, floorPrice: 16_500, ...statement });
}

describe('a statement is refused whole, with a pointer', () => {
  it.each([
    [
      'more committed than made',
      (c: any) => ({ contributions: [{ ...c, produced: 699 }] }),
      '/contributions/0/produced',
    ],
    ['a negative figure', (c: any) => ({ contributions: [{ ...c, held: -1 }] }), '/contributions/0/held'],
    ['a fraction of a gram', (c: any) => ({ contributions: [{ ...c, produced: 700.5 }] }), '/contributions/0/produced'],
    [
      'a figure above 2^53',
      (c: any) => ({ contributions: [{ ...c, produced: 2 ** 53 }] }),
      '/contributions/0/produced',
    ],
    [
      'a text for a figure',
      (c: any) => ({ contributions: [{ ...c, produced: '1.000' }] }),
      '/contributions/0/produced',
    ],
    ['a member named twice', (c: any) => ({ contributions: [c, c] }), '/contributions/1/producerId'],
    ['a stranger', (c: any) => ({ contributions: [{ ...c, producerId: stranger }] }), '/contributions/0/producerId'],
    ['tomorrow', () => ({ date: '2019-03-05' }), '/date'],
    ['29 February 2019', () => ({ date: '2019-02-29' }), '/date'],
    ['a best-before in the past of the day', () => ({ bestBefore: '2019-03-03' }), '/bestBefore'],
    ['a price below zero', () => ({ floorPrice: -1 }), '/floorPrice'],
    ['no contributions', () => ({ contributions: undefined }), '/produced'],
    ['a region set by the client', () => ({ origin: '73' }), '/origin'],
  ])('for %s', async (_, change, pointer) => {
    const { cooperative, members, product } = await aCooperative(registry, 1);
    stranger ??= await register(registry);
    const before = await registry.count('statement');
    const contribution = { producerId: members[0], ...figures(0) };
    const answer = await declare({
      sellerId: cooperative,
      productId: product,
      contributions: [contribution],
      ...change(contribution),
    });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].pointer).toBe(pointer);
    expect(await registry.count('statement')).toBe(before);
  });

  let stranger: string | undefined;

  it('for stock that was stated before, by whomever', async () => {
    const { cooperative, members, product } = await aCooperative(registry, 1);
    const own = { sellerId: members[0], productId: product, ...figures(10) };
    expect((await declare(own)).status).toBe(201);
    const again = await declare({
      sellerId: cooperative,
      productId: product,
      contributions: [{ producerId: members[0], ...figures(10) }],
    });
    expect(again).toMatchObject({ status: 422, body: { errors: [{ pointer: '/contributions/0/producerId' }] } });
  });

  it('for a suspended member', async () => {
    const { cooperative, members, product } = await aCooperative(registry, 1);
    await registry.post(`/producers/${members[0]}/suspend`);
    const answer = await declare({
      sellerId: cooperative,
      productId: product,
      contributions: [{ producerId: members[0], ...figures(10) }],
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ message: 'is suspended' }] } });
  });
});
