import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STAGES, TRANSITIONS, type Stage } from '../src/domain/stage.js';
import {
  aDocument,
  aFullFile,
  anAgreement,
  move,
  pathTo,
  period,
  startAgreements,
  type Agreements,
} from './agreements.js';

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
afterAll(async () => {
  await agreements.stop();
});

/** Stages that only the clock reaches are reached by dates. */
const future = { effectiveFrom: '2019-06-01', effectiveTo: '2019-12-31' };

async function bringTo(stage: Stage, needsCouncil: boolean): Promise<string> {
  const id = await aFullFile(agreements, { needsCouncil });
  for (const step of pathTo(stage === 'expired' ? 'in-force' : stage, needsCouncil)) {
    if (step === 'in-force') continue;
    const more = step === 'pks-signed' ? (stage === 'pks-signed' ? future : period) : {};
    expect(await move(agreements, id, step, more)).toMatchObject({ status: 200 });
  }
  return id;
}

const needsCouncil = (stage: Stage): boolean => stage.startsWith('council-');
const byOfficer = (from: Stage, to: Stage): boolean =>
  TRANSITIONS.some((row) => row.from === from && row.to === to && row.by === 'officer');

describe.each(STAGES.filter((stage) => stage !== 'expired'))('from %s', (from) => {
  const legal = STAGES.filter((to) => byOfficer(from, to));
  const illegal = STAGES.filter((to) => !byOfficer(from, to));

  it.each(legal.length > 0 ? legal : ['no stage'])('an officer can go to %s', async (to) => {
    if (to === 'no stage') return;
    const council = needsCouncil(from) || needsCouncil(to as Stage);
    const id = await bringTo(from, council);
    const answer = await move(agreements, id, to);
    expect(answer.status).toBe(200);
    expect((await agreements.get(`/${id}`)).body.history.map(({ stage }: { stage: Stage }) => stage)).toContain(to);
  });

  it(`nowhere else: not to ${illegal.join(', ')}`, async () => {
    const id = await bringTo(from, needsCouncil(from));
    for (const to of illegal) {
      expect(await move(agreements, id, to)).toMatchObject({ status: 409, body: { code: 'ILLEGAL_TRANSITION' } });
    }
    expect((await agreements.get(`/${id}`)).body.stage).toBe(from);
  });
});

describe('a step whose guard is not met names what is missing', () => {
  const refused = (missing: string[]) => ({
    status: 422,
    body: { code: 'GUARD_NOT_MET', errors: missing.map((pointer) => expect.objectContaining({ pointer })) },
  });

  it('for a joint agreement without document and signatories', async () => {
    const { body } = await agreements.post('', anAgreement());
    for (const step of ['offer', 'joint-agreement-drafting']) await move(agreements, body.id, step);
    expect(await move(agreements, body.id, 'joint-agreement-signed')).toMatchObject(
      refused(['/documents', '/signatories', '/signatories']),
    );
  });

  it('for a delegate without a power of attorney, and for an empty quota table and no PKS', async () => {
    const { body } = await agreements.post('', anAgreement());
    const id: string = body.id;
    for (const step of ['offer', 'joint-agreement-drafting']) await move(agreements, id, step);
    await agreements.post(`/${id}/documents`, aDocument('joint-agreement'));
    for (const side of ['origin', 'partner']) {
      await agreements.post(`/${id}/signatories`, { side, name: 'Contoh', office: 'head-of-region' });
    }
    for (const step of ['joint-agreement-signed', 'pks-drafting']) {
      expect((await move(agreements, id, step)).status).toBe(200);
    }
    await agreements.post(`/${id}/signatories`, { side: 'origin', name: 'Wakil', office: 'delegate' });
    expect(await move(agreements, id, 'pks-signed')).toMatchObject(refused(['/signatories/2', '/terms', '/documents']));
    const { next } = (await agreements.get(`/${id}`)).body;
    expect(next[0]).toMatchObject({ stage: 'pks-signed', missing: [{}, {}, {}] });
  });

  it('for a council that has to approve, and for one that need not', async () => {
    const needed = await bringTo('joint-agreement-signed', true);
    expect(await move(agreements, needed, 'pks-drafting')).toMatchObject(refused(['/needsCouncil']));
    const needless = await bringTo('joint-agreement-signed', false);
    expect(await move(agreements, needless, 'council-submitted')).toMatchObject(refused(['/needsCouncil']));
  });

  it.each([
    ['a last day before the first', { effectiveFrom: '2019-06-02', effectiveTo: '2019-06-01' }, '/effectiveTo'],
    ['a period that is over', { effectiveFrom: '2018-01-01', effectiveTo: '2019-03-03' }, '/effectiveTo'],
    ['no first day', { effectiveFrom: undefined, effectiveTo: '2019-12-31' }, '/effectiveFrom'],
    ['no days', { effectiveFrom: undefined, effectiveTo: undefined }, '/effectiveFrom'],
    ['29 February 2019', { effectiveTo: '2019-02-29' }, '/effectiveTo'],
  ])('for a PKS with %s', async (_, days, pointer) => {
    const id = await bringTo('pks-drafting', false);
    const answer = await move(agreements, id, 'pks-signed', days);
    expect(answer).toMatchObject({ status: 422, body: { code: 'INVALID', errors: [{ pointer }] } });
  });
});
