import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificateStatus, ProducerStatus } from '#kernel/states.js';
import { NEXT_STATUS } from '../src/domain/certificate.js';
import { NEXT } from '../src/domain/producer.js';
import { startRegistry, type Registry } from './registry.js';
import { aCertificate, aCooperative, certify, figures, register } from './samples.js';

/** Generated from the tables that the code itself goes by: every state, and every step from it, legal or not. */

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

const REFUSED = { status: 409, body: { code: 'ILLEGAL_TRANSITION' } };

/** The states of a table, and each pair of them. */
function pairsOf<State extends string>(table: Readonly<Record<State, readonly State[]>>) {
  const states = Object.keys(table) as State[];
  return states.flatMap((from) => states.map((to) => [from, to, table[from].includes(to)] as const));
}

const said = (legal: boolean): string => (legal ? 'can' : 'cannot');

describe('a producer', () => {
  const VERBS: Partial<Record<ProducerStatus, string>> = { verified: 'verify', suspended: 'suspend', closed: 'close' };
  const WAY: Record<ProducerStatus, string[]> = {
    draft: [],
    verified: ['verify'],
    suspended: ['verify', 'suspend'],
    closed: ['close'],
  };

  async function producerIn(status: ProducerStatus): Promise<string> {
    const id = await register(registry, undefined, false);
    for (const verb of WAY[status]) expect((await registry.post(`/producers/${id}/${verb}`)).status).toBe(200);
    return id;
  }

  it.each(
    pairsOf(NEXT)
      .filter(([, to]) => VERBS[to] !== undefined)
      .map(([from, to, legal]) => [from, said(legal), to, legal] as const),
  )('that is %s %s become %s', async (from, _, to, legal) => {
    const id = await producerIn(from);
    const before = (await registry.events()).length;
    const answer = await registry.post(`/producers/${id}/${VERBS[to]!}`);
    expect(answer).toMatchObject(legal ? { status: 200, body: { status: to } } : REFUSED);
    expect((await registry.get(`/producers/${id}`)).body.status).toBe(legal ? to : from);
    expect((await registry.events()).length).toBe(before + (legal ? 1 : 0));
  });

  it('never becomes a draft again: there is no step to it', () => {
    expect(Object.values(NEXT).flat()).not.toContain('draft');
  });
});

describe('a certificate', () => {
  const VERBS: Partial<Record<CertificateStatus, string>> = { verified: 'verify', revoked: 'revoke' };
  const WAY: Record<CertificateStatus, string[]> = {
    recorded: [],
    verified: ['verify'],
    revoked: ['verify', 'revoke'],
  };

  it.each(
    pairsOf(NEXT_STATUS)
      .filter(([, to]) => VERBS[to] !== undefined)
      .map(([from, to, legal]) => [from, said(legal), to, legal] as const),
  )('that is %s %s become %s', async (from, _, to, legal) => {
    const holder = await register(registry);
    const { body } = await registry.post(`/producers/${holder}/certificates`, aCertificate());
    const id: string = body.id;
    for (const verb of WAY[from]) expect((await registry.post(`/certificates/${id}/${verb}`)).status).toBe(200);
    const answer = await registry.post(`/certificates/${id}/${VERBS[to]!}`);
    expect(answer).toMatchObject(legal ? { status: 200, body: { status: to } } : REFUSED);
    const { items } = (await registry.get(`/certificates?producer=${holder}`)).body;
    expect(items).toMatchObject([{ id, status: legal ? to : from }]);
  });
});

describe('a lot', () => {
  it.each([
    ['not held', 'hold', true],
    ['not held', 'release', false],
    ['held', 'hold', false],
    ['held', 'release', true],
  ] as const)('that is %s: %s is legal: %s', async (from, verb, legal) => {
    const { cooperative, members, product } = await aCooperative(registry, 1);
    await certify(registry, cooperative);
    const contributions = [{ producerId: members[0], ...figures(1_000) }];
    const statement = { sellerId: cooperative, productId: product, date: '2019-03-04', floorPrice: 1, contributions };
    const id: string = (await registry.post('/stock-statements', statement)).body.lots[0].id;
    const act = (what: 'hold' | 'release') =>
      registry.post(`/lots/${id}/${what}`, what === 'hold' ? { cause: 'Kadar air tinggi' } : undefined);
    if (from === 'held') expect((await act('hold')).status).toBe(201);
    expect(await act(verb)).toMatchObject(legal ? { status: 201 } : REFUSED);
    const held = legal ? verb === 'hold' : from === 'held';
    expect((await registry.get(`/lots/${id}`)).body.onHold).toBe(held);
  });
});
