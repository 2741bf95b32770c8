import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Transactions } from '#platform/database/transactions.js';
import { recordDecision } from '../src/stock/record-decision.js';
import { keepBalance } from '../src/surplus/keep-balance.js';
import { startRegistry, type Registry } from './registry.js';
import { aCertificate, aCooperative, certify, figures } from './samples.js';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  await registry.stop();
});

const KG = 1_000;

/** A pool of two members with 3 and 2 kg, under the cooperative's certificate. */
async function aPool(certified: 'cooperative' | 'members' = 'cooperative') {
  const { cooperative, members, product } = await aCooperative(registry, 2);
  const holders = certified === 'cooperative' ? [cooperative] : members;
  const certificates: string[] = [];
  for (const holder of holders) certificates.push(await certify(registry, holder));
  const contributions = members.map((producerId, index) => ({ producerId, ...figures((3 - index) * KG) }));
  const statement = {
    sellerId: cooperative,
    productId: product,
    date: '2019-03-04',
    floorPrice: 16_500,
    contributions,
  };
  const { body } = await registry.post('/stock-statements', statement);
  return { lot: body.lots[0].id as string, cooperative, members, certificates };
}

/** Types, versions and data of what was told of a lot since it was declared. */
async function told(lot: string) {
  const events = (await registry.events()).filter(({ subject }) => subject === `lot:${lot}`);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  return events.slice(1).map(({ type, data }) => [type.replace(/^serap\.surplus\.|\.v1$/g, ''), data]);
}

describe('a withdrawal', () => {
  it('is asked for once, told to routing, and shows what routing gave', async () => {
    const { lot, members } = await aPool();
    const asked = { quantity: 2 * KG, producerId: members[1], cause: 'Dipakai sendiri' };
    const answer = await registry.post(`/lots/${lot}/withdrawals`, asked, { key: 'withdraw-once' });
    expect(answer).toMatchObject({ status: 201, body: { lotId: lot } });
    expect((await registry.post(`/lots/${lot}/withdrawals`, asked, { key: 'withdraw-once' })).body).toEqual(
      answer.body,
    );
    const requestId: string = answer.body.id;
    expect(await told(lot)).toEqual([
      ['withdrawal-requested', { lotId: lot, origin: '33.02', requestId, quantity: 2 * KG, producerId: members[1] }],
    ]);
    const requests = async () => (await registry.get(`/lot-requests?lot=${lot}`)).body.items;
    expect(await requests()).toMatchObject([
      { id: requestId, kind: 'withdrawal', quantity: 2 * KG, granted: null, cause: 'Dipakai sendiri' },
    ]);
    const decided = { requestId, lotId: lot, origin: '33.02', asked: 2 * KG, granted: 1_500 };
    await registry.app.get(Transactions).run((tx) => recordDecision(tx, decided));
    expect(await requests()).toMatchObject([{ granted: 1_500 }]);
  });

  it('names contributors of the lot, and no more than was declared', async () => {
    const { lot, cooperative } = await aPool();
    const { status, body } = await registry.post(`/lots/${lot}/withdrawals`, {
      quantity: 5 * KG + 1,
      producerId: cooperative,
    });
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      ['/quantity', '/producerId'],
    ]);
    expect(await told(lot)).toEqual([]);
  });

  it('is not for another region, nor for who may not declare', async () => {
    const { lot } = await aPool();
    const path = `/lots/${lot}/withdrawals`;
    expect((await registry.post(path, { quantity: 1 }, { region: '73.71' })).status).toBe(404);
    expect((await registry.post(path, { quantity: 1 }, { role: 'partner-intake' })).status).toBe(403);
    expect((await registry.get(`/lot-requests?lot=${lot}`, { region: '73.71' })).body.items).toEqual([]);
  });
});

it('a hold and its release take turns, also when two officers press at once', async () => {
  const { lot } = await aPool();
  const hold = () => registry.post(`/lots/${lot}/hold`, { cause: 'Kadar air tinggi' });
  const answers = await Promise.all([hold(), hold()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect((await registry.get(`/lots/${lot}`)).body.onHold).toBe(true);
  expect((await registry.post(`/lots/${lot}/release`)).status).toBe(201);
  expect((await registry.post(`/lots/${lot}/release`)).status).toBe(409);
  const about = { lotId: lot, origin: '33.02', cause: 'QUALITY' };
  expect(await told(lot)).toEqual([
    ['held', about],
    ['released', about],
  ]);
});

it('what is spoiled has its quantity, a recall has all of the lot, and both keep their cause', async () => {
  const { lot } = await aPool();
  await registry.post(`/lots/${lot}/write-offs`, { quantity: 500, cause: 'Basah kehujanan' });
  await registry.post(`/lots/${lot}/recall`, { cause: 'Label alergen salah' });
  expect(await told(lot)).toMatchObject([
    ['adjusted', { cause: 'SPOILED', quantity: 500, certificates: [{ kind: 'P-IRT', until: '2023-05-31' }] }],
    ['adjusted', { cause: 'RECALLED', quantity: 5 * KG }],
  ]);
  const { items } = (await registry.get(`/lot-requests?lot=${lot}`)).body;
  expect(items.map(({ kind, cause }: { kind: string; cause: string }) => [kind, cause])).toEqual([
    ['write-off', 'Basah kehujanan'],
    ['recall', 'Label alergen salah'],
  ]);
  expect((await registry.post(`/lots/${lot}/recall`, {})).status).toBe(422);
});

describe('a certificate that is revoked', () => {
  it('comes off the lots that stood on it, and off no others', async () => {
    const { lot, cooperative, certificates } = await aPool();
    const other = await aPool();
    await registry.post(`/certificates/${certificates[0]!}/revoke`);
    expect(await told(lot)).toMatchObject([
      ['adjusted', { cause: 'CERTIFICATE_REVOKED', quantity: 0, certificates: [] }],
    ]);
    expect(await told(other.lot)).toEqual([]);
    expect((await registry.get(`/lots?seller=${cooperative}`)).body.items[0].certificates).toEqual([]);
  });

  it('takes it from the part of a contributor who held it by itself, and from no other’s', async () => {
    const { lot, members, certificates } = await aPool('members');
    await registry.post(`/certificates/${certificates[1]!}/revoke`);
    expect(await told(lot)).toEqual([
      [
        'adjusted',
        expect.objectContaining({ certificates: [], parts: [{ producerId: members[1]!, certificates: [] }] }),
      ],
    ]);
  });

  it('is told of each contributor who loses its own, one after the other', async () => {
    const { lot, members, certificates } = await aPool('members');
    await registry.post(`/certificates/${certificates[1]!}/revoke`);
    await registry.post(`/certificates/${certificates[0]!}/revoke`);
    expect((await told(lot)).map(([, data]) => (data as { parts: unknown }).parts)).toEqual([
      [{ producerId: members[1]!, certificates: [] }],
      [{ producerId: members[0]!, certificates: [] }],
    ]);
  });

  it('that was the aggregator’s leaves a contributor what it holds by itself', async () => {
    const { lot, members, certificates } = await aPool();
    await certify(
      registry,
      members[0]!,
      aCertificate({ kind: 'HALAL', number: 'ID33110000000010122', issued: '2019-01-01', until: undefined }),
    );
    await registry.post(`/certificates/${certificates[0]!}/revoke`);
    const [, ...revoked] = await told(lot);
    expect(revoked.map(([, data]) => data)).toEqual([
      expect.not.objectContaining({ parts: expect.anything() as unknown }),
      expect.objectContaining({ parts: [{ producerId: members[0]!, certificates: [{ kind: 'HALAL' }] }] }),
    ]);
  });

  it('changes nothing where the aggregator holds its own, or the lot has left', async () => {
    const { lot, members } = await aPool();
    const own = await certify(registry, members[0]!, aCertificate({ number: 'P-IRT 2063302010002-23' }));
    await registry.post(`/certificates/${own}/revoke`);
    expect(await told(lot)).toEqual([]);
    const gone = await aPool();
    await tellBalance(gone.lot, { free: 0, delivered: 5 * KG });
    await registry.post(`/certificates/${gone.certificates[0]!}/revoke`);
    expect(await told(gone.lot)).toEqual([]);
  });
});

describe('a certificate that is verified', () => {
  it('is taken up by goods that lie in store: those of its holder, or of all its members', async () => {
    const { lot, members, cooperative } = await aPool();
    const halal = (number: string): Record<string, unknown> =>
      aCertificate({ kind: 'HALAL', number, issued: '2019-01-01', until: undefined });
    await certify(registry, members[0]!, halal('ID33110000000010120'));
    const pirt = expect.objectContaining({ kind: 'P-IRT' }) as unknown;
    expect(await told(lot)).toEqual([
      [
        'certified',
        expect.objectContaining({
          certificates: [pirt],
          parts: [{ producerId: members[0]!, certificates: [{ kind: 'HALAL' }, pirt] }],
        }),
      ],
    ]);
    await certify(registry, cooperative, halal('ID33110000000010121'));
    const [, whole] = await told(lot);
    expect(whole).toEqual(['certified', expect.objectContaining({ certificates: [{ kind: 'HALAL' }, pirt] })]);
    expect((await registry.get(`/lots?seller=${cooperative}`)).body.items[0].certificates).toMatchObject([
      { kind: 'HALAL' },
      { kind: 'P-IRT' },
    ]);
  });

  it('that marks only what is made after it says nothing of goods that lie in store', async () => {
    const { lot, cooperative } = await aPool();
    const organic = { kind: 'ORGANIC', number: '123-LSO-001-IDN', issued: '2019-03-05', until: '2029-01-01' };
    await certify(registry, cooperative, aCertificate(organic));
    expect(await told(lot)).toEqual([]);
  });
});

it('a producer’s part is held while it is suspended, and released when it is verified again', async () => {
  const { lot, members } = await aPool();
  const producerId = members[0]!;
  await registry.post(`/producers/${producerId}/suspend`);
  await registry.post('/producers/verifications', { producers: [producerId] });
  const about = { lotId: lot, origin: '33.02', cause: 'PRODUCER_SUSPENDED', producerId };
  expect(await told(lot)).toEqual([
    ['held', about],
    ['released', about],
  ]);
});

it('a lot shows why its stock is held or written off', async () => {
  const { lot } = await aPool();
  await tellBalance(lot, {
    free: 2 * KG,
    held: 1_000,
    suspended: 1_000,
    writtenOff: 2 * KG,
    spoiled: 500,
    recalled: 600,
  });
  expect((await registry.get(`/lots/${lot}`)).body.balance).toMatchObject({
    suspended: 1_000,
    expired: 0,
    spoiled: 500,
    recalled: 600,
  });
});

async function tellBalance(lotId: string, parts: object): Promise<void> {
  const none = { held: 0, offered: 0, confirmed: 0, inTransit: 0, delivered: 0, withdrawn: 0, writtenOff: 0 };
  const about = { lotId, origin: '33.02', commodity: 'granulated-coconut-sugar', unit: 'GRAM' } as const;
  const balance = { ...about, declared: 5 * KG, free: 0, ...none, ...parts };
  await registry.app.get(Transactions).run((tx) => keepBalance(tx, balance, 2));
}

describe('a statement that is put right', () => {
  const said = (surplus: number) => ({ ...figures(surplus), reason: '15, bukan 150' });
  const decide = (id: string, lot: string, granted: number, available?: number) =>
    registry.app.get(Transactions).run((tx) =>
      recordDecision(tx, {
        ...{ requestId: id, lotId: lot, origin: '33.02', asked: 2 * KG, granted },
        ...(available === undefined ? {} : { available }),
      }),
    );
  const request = async (lot: string, id: string) =>
    (await registry.get(`/lot-requests?lot=${lot}`)).body.items.find((each: { id: string }) => each.id === id);

  it('asks routing for all of the difference, and says what it is to say once that is granted', async () => {
    const { lot, members } = await aPool();
    const { productId } = (await registry.get(`/lots/${lot}`)).body;
    const [producerId] = members;
    const correct = (surplus: number) =>
      registry.post('/stock-statements/corrections', { producerId, productId, ...said(surplus) });
    const first = await correct(1 * KG);
    expect([first.status, first.body.lotId]).toEqual([201, lot]);
    expect(await told(lot)).toEqual([
      [
        'withdrawal-requested',
        { lotId: lot, origin: '33.02', requestId: first.body.id, quantity: 2 * KG, producerId, whole: true },
      ],
    ]);
    await decide(first.body.id as string, lot, 0, 500);
    expect(await request(lot, first.body.id as string)).toMatchObject({
      kind: 'correction',
      granted: 0,
      available: 500,
    });
    // It stays as it was: the same may be asked again.
    const second = await correct(1 * KG);
    await decide(second.body.id as string, lot, 2 * KG);
    expect(await request(lot, second.body.id as string)).toMatchObject({
      granted: 2 * KG,
      available: null,
      correction: { before: figures(3 * KG), after: figures(1 * KG) },
    });
    const third = await correct(1 * KG);
    expect([third.status, third.body.errors[0].pointer]).toEqual([422, '/produced']);
    const { body } = await registry.get(`/audit?subject=${String(producerId)}`);
    expect(body.items[0]).toMatchObject({ before: figures(3 * KG), after: figures(1 * KG) });
  });

  it('goes no further than what has been bound or has left, which it names', async () => {
    const { lot, members } = await aPool();
    const { productId } = (await registry.get(`/lots/${lot}`)).body;
    const balance = { declared: 5 * KG, free: 0, held: 0, offered: 0, confirmed: 4 * KG, inTransit: 1 * KG };
    await registry.app.get(Transactions).run((tx) =>
      keepBalance(
        tx,
        {
          ...{ lotId: lot, origin: '33.02', commodity: 'granulated-coconut-sugar', unit: 'GRAM' },
          ...balance,
          ...{ delivered: 0, withdrawn: 0, writtenOff: 0 },
        },
        1,
      ),
    );
    const { status, body } = await registry.post('/stock-statements/corrections', {
      ...{ producerId: members[0], productId },
      ...said(1 * KG),
    });
    expect([status, body.errors[0].message]).toEqual([422, 'goes below what is bound or has left: 5000 of this lot']);
  });

  it('is said of today alone, and by who sells it', async () => {
    const { lot, members } = await aPool();
    const { productId } = (await registry.get(`/lots/${lot}`)).body;
    const asked = { producerId: members[0], productId, ...said(1 * KG) };
    const stranger = await registry.post('/stock-statements/corrections', asked, { region: '33.01' });
    expect(stranger.status).toBe(404);
  });
});

describe('a second delivery of a day', () => {
  it('is a lot of its own, and adds to what was stated; without saying so it is refused', async () => {
    const { lot, cooperative, members } = await aPool();
    const { productId } = (await registry.get(`/lots/${lot}`)).body;
    const statement = {
      ...{ sellerId: cooperative, productId, date: '2019-03-04', floorPrice: 16_500 },
      contributions: [{ producerId: members[0], ...figures(2 * KG) }],
    };
    const again = await registry.post('/stock-statements', statement);
    const more = await registry.post('/stock-statements', { ...statement, adds: true });
    expect([again.status, more.status, more.body.lots[0].quantity]).toEqual([422, 201, 2 * KG]);
    expect(more.body.lots[0].id).not.toBe(lot);
    const repeats = await registry.post('/stock-statements', { ...statement, adds: true, repeats: true });
    expect([repeats.status, repeats.body.errors[0].pointer]).toEqual([422, '/adds']);
    // 5 kg are stated now; what is taken off comes from the delivery that has it, the last first.
    const corrected = await registry.post('/stock-statements/corrections', {
      ...{ producerId: members[0], productId, ...figures(4 * KG), produced: 4 * KG + 1_400 },
      ...{ committedToExport: 800, committedAtHome: 400, held: 200, reason: 'salah timbang' },
    });
    expect([corrected.status, corrected.body.lotId]).toEqual([201, more.body.lots[0].id]);
  });
});
