import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  aDocument,
  aFullFile,
  anAgreement,
  aTerm,
  move,
  startAgreements,
  toPks,
  walk,
  type Agreements,
} from './agreements.js';

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
beforeEach(() => {
  agreements.setClock('2019-03-04T02:00:00Z');
});
afterAll(async () => {
  await agreements.stop();
});

const TERNATE = { region: '82.71' };
const faulty = (pointer: string, message?: unknown) => ({
  status: 422,
  body: { errors: [message === undefined ? { pointer } : { pointer, message }] },
});
const file = async (id: string) => (await agreements.get(`/${id}`)).body;

describe('a PKS that counts from before', () => {
  const days = {
    effectiveFrom: '2019-03-04',
    effectiveTo: '2019-12-31',
    signedOn: undefined,
    backdatingReason: undefined,
  };
  const drafted = async (): Promise<string> => {
    const id = await aFullFile(agreements);
    await walk(agreements, id, toPks.slice(0, -1));
    return id;
  };
  const why = { backdatingReason: 'Kiriman pertama mendahului naskah (contoh)' };

  it.each<[string, { signedOn?: string; effectiveFrom?: string }, RegExp]>([
    ['the day before it is signed', { effectiveFrom: '2019-03-03' }, /before its signing \(2019-03-04\)/],
    ['four years before', { effectiveFrom: '2015-01-01' }, /before its signing \(2019-03-04\)/],
    [
      'a signing of before it was drafted',
      { signedOn: '2019-03-03' },
      /before its drafting was recorded \(2019-03-04\)/,
    ],
    ['both', { signedOn: '2019-02-01', effectiveFrom: '2019-01-01' }, /before its signing \(2019-02-01\)/],
  ])('by %s needs a reason', async (_, changes, message) => {
    const id = await drafted();
    expect(await move(agreements, id, 'pks-signed', { ...days, ...changes })).toMatchObject(
      faulty('/backdatingReason', expect.stringMatching(message)),
    );
    expect((await file(id)).stage).toBe('pks-drafting');
    expect((await move(agreements, id, 'pks-signed', { ...days, ...changes, ...why })).status).toBe(200);
    expect(await file(id)).toMatchObject({ ...why, signedOn: changes.signedOn ?? '2019-03-04', stage: 'in-force' });
    const { body } = await agreements.get(`/${id}/report?from=2019-03-01&to=2019-03-31`);
    expect(body.agreement).toMatchObject({ ...why, signedOn: changes.signedOn ?? '2019-03-04' });
  });

  it('needs none where it counts from its signing on, which is today where nobody says it', async () => {
    const id = await drafted();
    expect((await move(agreements, id, 'pks-signed', days)).status).toBe(200);
    expect(await file(id)).toMatchObject({ signedOn: '2019-03-04', backdatingReason: null });
  });

  it('cannot be signed tomorrow, and nothing else is signed', async () => {
    const id = await drafted();
    expect(await move(agreements, id, 'pks-signed', { ...days, signedOn: '2019-03-05' })).toMatchObject(
      faulty('/signedOn', 'must not be in the future'),
    );
    expect(await move(agreements, id, 'terminated', { signedOn: '2019-03-04' })).toMatchObject(faulty('/signedOn'));
  });
});

describe("a council's decision", () => {
  const decided = async (outcome: string): Promise<string> => {
    const id = await aFullFile(agreements, { needsCouncil: true });
    await walk(agreements, id, [...toPks.slice(0, 3), 'council-submitted', outcome]);
    return id;
  };
  const again = async (id: string) => {
    await walk(agreements, id, ['joint-agreement-drafting', 'joint-agreement-signed', 'council-submitted']);
  };

  it('decides one submission: what was rejected is not approved by the rejection', async () => {
    const id = await decided('council-rejected');
    await again(id);
    expect(await move(agreements, id, 'council-approved')).toMatchObject(
      faulty('/documents', expect.stringContaining('has decided an earlier submission')),
    );
    expect((await file(id)).next[0].missing).toMatchObject([{ lack: 'council-decision' }]);
    const { body } = await agreements.post(`/${id}/documents`, aDocument('council-decision', '14/2019'));
    expect((await move(agreements, id, 'council-approved')).status).toBe(200);
    const { history, documents } = await file(id);
    const [first] = documents.filter(({ kind }: { kind: string }) => kind === 'council-decision');
    expect(
      history.flatMap(({ stage, documentId }: { stage: string; documentId: string | null }) =>
        documentId === null ? [] : [`${stage} ${documentId}`],
      ),
    ).toEqual([`council-rejected ${first.id}`, `council-approved ${body.id}`]);
  });

  it('may be named, if it is one that is open', async () => {
    const id = await decided('council-rejected');
    await again(id);
    const { documents } = await file(id);
    const [spent] = documents.filter(({ kind }: { kind: string }) => kind === 'council-decision');
    const open = (await agreements.post(`/${id}/documents`, aDocument('council-decision', '14/2019'))).body;
    await agreements.post(`/${id}/documents`, aDocument('council-decision', '15/2019'));
    for (const documentId of [spent.id, documents[0].id]) {
      expect(await move(agreements, id, 'council-approved', { documentId })).toMatchObject(faulty('/documentId'));
    }
    expect((await move(agreements, id, 'council-approved', { documentId: open.id })).status).toBe(200);
    expect((await file(id)).history.at(-1)).toMatchObject({ stage: 'council-approved', documentId: open.id });
  });

  it("is one paper by its number, and the origin's own", async () => {
    const id = await decided('council-rejected');
    await again(id);
    const another = { ...aDocument('council-decision', 'x'), number: ' 12/2019' };
    expect(await agreements.post(`/${id}/documents`, another)).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_EXISTS', errors: [{ pointer: '/number' }] },
    });
    await agreements.post(`/${id}/documents`, aDocument('council-decision', '20/2019'), TERNATE);
    expect(await move(agreements, id, 'council-approved')).toMatchObject({ status: 422 });
  });
});

describe('an addendum', () => {
  it.each(['ADD-1', 'add-1', ' ADD-1 '])('has a number of its own in its agreement: not %j again', async (number) => {
    const id = await aFullFile(agreements);
    await walk(agreements, id, toPks);
    const other = await aFullFile(agreements);
    await walk(agreements, other, toPks);
    const add = (to: string, said: string, quota: number) =>
      agreements.post(`/${to}/addenda`, {
        number: said,
        sha256: quota.toString(16).padStart(64, '0'),
        terms: [aTerm({ quota })],
      });
    expect((await add(id, 'ADD-1', 1)).status).toBe(201);
    expect(await add(id, number, 2)).toMatchObject({
      status: 409,
      body: { code: 'ALREADY_EXISTS', errors: [{ pointer: '/number' }] },
    });
    expect((await file(id)).edition).toBe(2);
    expect([(await add(id, 'ADD-2', 2)).status, (await add(other, number, 1)).status]).toEqual([201, 201]);
  });
});

describe('each side records its own', () => {
  const own = { side: 'partner', name: 'Wali kota (contoh)', office: 'head-of-region' };

  it('signatory: the partner its own, which the origin then leaves as it is', async () => {
    const { body } = await agreements.post('', anAgreement());
    expect((await agreements.post(`/${body.id}/signatories`, own, TERNATE)).status).toBe(201);
    expect((await file(body.id)).signatories).toMatchObject([{ ...own, recordedBy: 'partner' }]);
    for (const [call, how] of [
      [{ ...own, office: 'delegate' }, {}],
      [{ ...own, side: 'origin' }, TERNATE],
    ] as const) {
      expect(await agreements.post(`/${body.id}/signatories`, call, how)).toMatchObject({
        status: 403,
        body: { code: 'FORBIDDEN' },
      });
    }
    const scanned = { ...own, name: 'Kepala dinas (contoh)' };
    expect((await agreements.post(`/${body.id}/signatories`, scanned)).status).toBe(201);
    expect((await file(body.id)).signatories[1]).toMatchObject({ ...scanned, recordedBy: 'origin' });
    expect((await agreements.post(`/${body.id}/signatories`, own, { region: '73' })).status).toBe(404);
  });

  it('paper, with which the other side signs', async () => {
    const { body } = await agreements.post('', anAgreement());
    const id: string = body.id;
    await walk(agreements, id, toPks.slice(0, 2));
    for (const side of ['origin', 'partner']) {
      await agreements.post(`/${id}/signatories`, { ...own, side }, side === 'partner' ? TERNATE : {});
    }
    expect(await move(agreements, id, 'joint-agreement-signed')).toMatchObject(faulty('/documents'));
    expect((await agreements.post(`/${id}/documents`, aDocument('joint-agreement'), TERNATE)).status).toBe(201);
    expect((await file(id)).documents).toMatchObject([{ kind: 'joint-agreement', side: 'partner' }]);
    expect((await move(agreements, id, 'joint-agreement-signed')).status).toBe(200);
    // The stages stay with the side that leads the file.
    expect((await agreements.post(`/${id}/stages`, { stage: 'pks-drafting' }, TERNATE)).status).toBe(403);
  });

  it('number in its register, once there', async () => {
    const ids = [];
    for (const partner of ['82.71', '82.71', '73']) {
      ids.push((await agreements.post('', anAgreement({ partner }))).body.id);
    }
    const [id, second, other] = ids;
    const enter = (to: string, side: string, number: string, how = {}) =>
      agreements.post(`/${to}/register-numbers`, { side, number }, how);
    expect(await enter(id, 'partner', '7/TTE/2019', TERNATE)).toMatchObject({
      status: 200,
      body: { id, originNumber: null, partnerNumber: '7/TTE/2019' },
    });
    expect((await enter(id, 'origin', '7/TTE/2019')).status).toBe(200);
    expect(await file(id)).toMatchObject({ originNumber: '7/TTE/2019', partnerNumber: '7/TTE/2019' });
    expect((await enter(id, 'origin', '8/BMS/2019', TERNATE)).status).toBe(403);
    expect((await enter(id, 'origin', '8/BMS/2019')).status).toBe(200);
    expect(await enter(second, 'partner', '7/tte/2019')).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/number' }] },
    });
    // Another region's register is another one; this region's own is one for all its agreements.
    expect((await enter(other, 'partner', '7/TTE/2019')).status).toBe(200);
    expect((await enter(other, 'origin', '8/BMS/2019')).status).toBe(409);
  });
});

describe('the review of the cooperation team (TKKSD)', () => {
  const newer = { regime: 'PP 28/2018 + Permendagri 22/2020' };

  it('of each text comes before its signing, by Permendagri 22/2020', async () => {
    const id = await aFullFile(agreements, newer);
    await walk(agreements, id, toPks.slice(0, 2));
    expect(await move(agreements, id, 'joint-agreement-signed')).toMatchObject(
      faulty(
        '/documents',
        "the cooperation team's (TKKSD) review of the joint agreement (kesepakatan bersama) is not recorded",
      ),
    );
    expect((await file(id)).next[0].missing).toMatchObject([{ lack: 'joint-agreement-review' }]);
    // The partner's team reviews for the partner.
    await agreements.post(`/${id}/documents`, aDocument('joint-agreement-review', 'T/1'), TERNATE);
    expect((await move(agreements, id, 'joint-agreement-signed')).status).toBe(422);
    await agreements.post(`/${id}/documents`, aDocument('joint-agreement-review'));
    await walk(agreements, id, ['joint-agreement-signed', 'pks-drafting']);
    expect(await move(agreements, id, 'pks-signed')).toMatchObject(faulty('/documents'));
    await agreements.post(`/${id}/documents`, aDocument('pks-review'));
    expect((await move(agreements, id, 'pks-signed')).status).toBe(200);
  });

  it('may be recorded under the rules before, and nothing waits for it', async () => {
    const id = await aFullFile(agreements);
    expect((await agreements.post(`/${id}/documents`, aDocument('pks-review'))).status).toBe(201);
    expect(await walk(agreements, id, toPks)).toMatchObject({ stage: 'in-force' });
  });
});
