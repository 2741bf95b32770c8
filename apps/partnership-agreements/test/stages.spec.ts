import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AGREEMENT_STAGES } from '#kernel/states.js';
import { TRANSITIONS, type Stage } from '../src/domain/stage.js';
import {
  aDocument,
  aFullFile,
  anAgreement,
  move,
  pathTo,
  period,
  startAgreements,
  until,
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

/** Stages that only the clock reaches are reached by dates. */
const future = { effectiveFrom: '2019-06-01', effectiveTo: '2019-12-31' };

async function bringTo(stage: Stage, needsCouncil: boolean): Promise<string> {
  const id = await aFullFile(agreements, { needsCouncil });
  for (const step of pathTo(stage === 'expired' ? 'in-force' : stage, needsCouncil)) {
    if (step === 'in-force') continue;
    const more = step === 'pks-signed' ? (stage === 'pks-signed' ? future : period) : {};
    expect(await move(agreements, id, step, more)).toMatchObject({ status: 200 });
  }
  if (stage === 'expired') {
    agreements.setClock('2020-01-01T00:00:00Z');
    await until(agreements, id, 'expired');
    agreements.setClock('2019-03-04T02:00:00Z');
  }
  return id;
}

const needsCouncil = (stage: Stage): boolean => stage.startsWith('council-');
const byOfficer = (from: Stage, to: Stage): boolean =>
  TRANSITIONS.some((row) => row.from === from && row.to === to && row.by === 'officer');

describe.each(AGREEMENT_STAGES)('from %s', (from) => {
  const legal = AGREEMENT_STAGES.filter((to) => byOfficer(from, to));
  const illegal = AGREEMENT_STAGES.filter((to) => !byOfficer(from, to));

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

describe('an addendum', () => {
  const addendum = { number: 'ADD-1', sha256: 'b'.repeat(64), effectiveTo: '2020-06-30' };

  it.each(AGREEMENT_STAGES.filter((stage) => stage !== 'in-force'))('cannot be made from %s', async (stage) => {
    const id = await bringTo(stage, needsCouncil(stage));
    const answer = await agreements.post(`/${id}/addenda`, addendum);
    expect(answer).toMatchObject({ status: 409, body: { code: 'ILLEGAL_TRANSITION' } });
    expect((await agreements.get(`/${id}`)).body).toMatchObject({ stage, edition: 1 });
  });

  it('can be made from in-force, and leaves it there', async () => {
    const id = await bringTo('in-force', false);
    expect(await agreements.post(`/${id}/addenda`, addendum)).toMatchObject({ status: 201, body: { edition: 2 } });
    expect((await agreements.get(`/${id}`)).body).toMatchObject({
      stage: 'in-force',
      edition: 2,
      effectiveTo: '2020-06-30',
    });
  });
});

describe('the clock', () => {
  it.each(TRANSITIONS.filter(({ by }) => by === 'clock').map(({ from, to }) => [from, to] as const))(
    'takes the step from %s to %s at its instant and not before',
    async (from, to) => {
      const id = await bringTo(from, false);
      if (to === 'terminated') await move(agreements, id, 'terminated', { lastDay: '2019-12-31' });
      const at = to === 'in-force' ? '2019-05-31T17:00:00Z' : '2019-12-31T17:00:00Z';
      agreements.setClock(new Date(Date.parse(at) - 60_000).toISOString());
      await sleep(200);
      expect((await agreements.get(`/${id}`)).body.stage).toBe(from);
      agreements.setClock(at);
      const { history } = await until(agreements, id, to);
      expect(history.at(-1)).toMatchObject({ stage: to, at: at.replace('Z', '+00:00'), by: 'clock' });
    },
  );

  it('comes before an officer: what has run out is neither suspended nor amended', async () => {
    const id = await bringTo('in-force', false);
    agreements.setClock('2019-12-31T17:00:00Z');
    const answers = await Promise.all([
      move(agreements, id, 'suspended'),
      agreements.post(`/${id}/addenda`, { number: 'A', sha256: 'c'.repeat(64), effectiveTo: '2020-12-31' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    await until(agreements, id, 'expired');
  });
});

describe('a termination', () => {
  it('at once ends it at once', async () => {
    const id = await bringTo('in-force', false);
    expect((await move(agreements, id, 'terminated')).body.stage).toBe('terminated');
  });

  it('with a last day ends it with that day of the origin, and says so beforehand', async () => {
    const id = await bringTo('in-force', false);
    expect((await move(agreements, id, 'terminated', { lastDay: '2019-03-04' })).body.stage).toBe('in-force');
    const { body } = await agreements.get(`/${id}`);
    expect(body).toMatchObject({ terminating: true, effectiveTo: '2019-03-04', edition: 1 });
    expect(body.history.at(-1)).toMatchObject({ stage: 'in-force', remark: 'terminated after 2019-03-04' });
    const last = (await agreements.events()).filter(({ subject }) => subject === `agreement:${id}`).at(-1);
    expect(last?.data).toMatchObject({ stage: 'in-force', effectiveTo: '2019-03-04T17:00:00.000Z' });
    agreements.setClock('2019-03-04T17:00:00Z');
    await until(agreements, id, 'terminated');
  });

  it('gives way to an addendum with a new last day', async () => {
    const id = await bringTo('in-force', false);
    await move(agreements, id, 'terminated', { lastDay: '2019-06-30' });
    await agreements.post(`/${id}/addenda`, { number: 'A', sha256: 'd'.repeat(64), effectiveTo: '2019-07-31' });
    agreements.setClock('2019-07-31T17:00:00Z');
    await until(agreements, id, 'expired');
  });

  it.each([
    ['in-force', 'terminated', '2019-03-03', 'is in the past'],
    ['in-force', 'terminated', '2020-01-01', 'is after the last day of the PKS'],
    ['in-force', 'suspended', '2019-06-30', 'is allowed only when terminating'],
    ['pks-signed', 'terminated', '2019-12-30', 'is allowed only for a running PKS; this one ends immediately'],
    ['pks-drafting', 'terminated', '2019-12-30', 'is allowed only for a running PKS; this one ends immediately'],
  ] as const)('from %s to %s is refused with the last day %s: it %s', async (from, to, lastDay, message) => {
    const id = await bringTo(from, false);
    const answer = await move(agreements, id, to, { lastDay });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/lastDay', message }] } });
    expect((await agreements.get(`/${id}`)).body).toMatchObject({ stage: from, terminating: false });
  });
});

it('what the council rejects is drafted, signed and submitted again, and others hear of it', async () => {
  const id = await bringTo('council-rejected', true);
  for (const step of ['joint-agreement-drafting', 'joint-agreement-signed']) {
    expect((await move(agreements, id, step)).status).toBe(200);
  }
  expect(await move(agreements, id, 'pks-drafting')).toMatchObject({ status: 422, body: { code: 'GUARD_NOT_MET' } });
  expect((await move(agreements, id, 'council-submitted')).status).toBe(200);
  await agreements.post(`/${id}/documents`, aDocument('council-decision', '13/2019'));
  for (const step of ['council-approved', 'pks-drafting', 'pks-signed']) {
    expect((await move(agreements, id, step)).status).toBe(200);
  }
  const heard = (await agreements.events('serap.agreement.stage-changed.v1'))
    .filter(({ subject }) => subject === `agreement:${id}`)
    .map(({ data }) => data.stage);
  expect(heard.slice(2, 5)).toEqual(['council-rejected', 'joint-agreement-drafting', 'joint-agreement-signed']);
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
    expect(next[0]).toMatchObject({
      stage: 'pks-signed',
      missing: [{ lack: 'power-of-attorney' }, { lack: 'terms' }, { lack: 'pks' }],
    });
    // Recorded again, with what lacked: one signatory still.
    const entitled = { side: 'origin', name: 'Wakil', office: 'delegate', powerOfAttorney: 'SK-2/2019' };
    await agreements.post(`/${id}/signatories`, entitled);
    // A number is no paper.
    expect(await move(agreements, id, 'pks-signed')).toMatchObject(refused(['/signatories/2', '/terms', '/documents']));
    await agreements.post(`/${id}/documents`, { ...aDocument('power-of-attorney'), number: 'sk-2/2019 ' });
    expect(await move(agreements, id, 'pks-signed')).toMatchObject(refused(['/terms', '/documents']));
    expect((await agreements.get(`/${id}`)).body.signatories).toHaveLength(3);
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
