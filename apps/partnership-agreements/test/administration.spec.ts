import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aFullFile, startAgreements, toPks, until, walk, type Agreements } from './agreements.js';

const NOW = '2019-03-04T02:00:00Z';
const SHA = 'b'.repeat(64);

let agreements: Agreements;
beforeAll(async () => {
  agreements = await startAgreements();
});
beforeEach(() => {
  agreements.setClock(NOW);
});
afterAll(async () => {
  await agreements.stop();
});

/** In force from 1 March to 31 December 2019. */
async function inForce(changes: object = {}): Promise<string> {
  const id = await aFullFile(agreements, changes);
  await walk(agreements, id, toPks);
  return id;
}

const code = ({ status, body }: { status: number; body: any }): unknown[] => [
  status,
  body.code,
  body.errors?.[0]?.pointer,
];

describe('administration of an agreement', () => {
  const entry = (changes: object = {}): object => ({
    kind: 'registered',
    agendaNumber: '119/KS/2019',
    date: '2019-03-02',
    sha256: SHA,
    note: 'Buku agenda kerja sama',
    ...changes,
  });

  it('is entered in order, once for each agenda number, and read by both parties', async () => {
    const id = await inForce();
    const post = (changes: object = {}, key?: string) =>
      agreements.post(`/${id}/filings`, entry(changes), key === undefined ? {} : { key });
    const first = await post({}, 'file-once');
    expect([first.status, (await post({}, 'file-once')).body]).toEqual([201, first.body]);
    expect(code(await post())).toEqual([409, 'ALREADY_EXISTS', '/agendaNumber']);
    await post({ kind: 'copy-sent', agendaNumber: '120/KS/2019', sha256: undefined, note: undefined });
    const { items } = (await agreements.get(`/${id}/filings`, { region: '82.71', role: 'partner-intake' })).body;
    expect(items).toMatchObject([
      { kind: 'registered', agendaNumber: '119/KS/2019', date: '2019-03-02', sha256: SHA },
      { kind: 'copy-sent', agendaNumber: '120/KS/2019', sha256: null, note: null },
    ]);
    expect((await agreements.get(`/${id}/filings`, { region: '73' })).status).toBe(404);
    expect((await agreements.post(`/${id}/filings`, entry(), { region: '82.71' })).status).toBe(403);
  });

  it.each<[string, object, string]>([
    ['a day that is ahead', { date: '2019-03-05' }, '/date'],
    ['a kind of its own', { kind: 'shredded' }, '/kind'],
    ['no agenda number', { agendaNumber: '' }, '/agendaNumber'],
    ['a hash that is none', { sha256: 'x' }, '/sha256'],
  ])('refuses %s', async (_, changes, pointer) => {
    const answer = await agreements.post(`/${await inForce()}/filings`, entry(changes));
    expect(code(answer)).toEqual([422, 'INVALID', pointer]);
  });

  it('cannot be changed, not even by who has the database', async () => {
    const id = await inForce();
    await agreements.post(`/${id}/filings`, entry());
    for (const sql of ['UPDATE filing SET note = NULL', 'DELETE FROM filing', 'DELETE FROM report_submitted']) {
      await expect(agreements.dataSource.query(sql)).rejects.toThrow('append-only');
    }
  });
});

describe('the periodic report as a duty', () => {
  const reports = async (id: string): Promise<unknown[]> =>
    (await agreements.get(`/${id}/reports`)).body.items.map(({ dueOn, state }: any) => [dueOn, state]);
  const submit = (id: string, dueOn: string, changes: object = {}) =>
    agreements.post(`/${id}/reports`, { dueOn, submittedOn: '2019-03-04', sha256: SHA, ...changes });
  const told = async (id: string): Promise<unknown[]> =>
    (await agreements.events('serap.agreement.stage-changed.v1'))
      .filter(({ subject }) => subject === `agreement:${id}`)
      .map(({ data }) => [data.stage, data.reportDueOn]);

  it('is owed twice a year by default, oftener where the agreement says so, and never before a PKS', async () => {
    const draft = await aFullFile(agreements);
    expect(await reports(draft)).toEqual([]);
    const id = await inForce();
    expect(await reports(id)).toEqual([
      ['2019-08-31', 'running'],
      ['2019-12-31', 'ahead'],
    ]);
    const quarterly = await inForce({ reportEveryMonths: 3 });
    expect((await reports(quarterly)).map(([dueOn]: any) => dueOn)).toEqual([
      '2019-05-31',
      '2019-08-31',
      '2019-11-30',
      '2019-12-31',
    ]);
    const { partner, title, regime, needsCouncil } = (await agreements.get(`/${id}`)).body;
    const seldom = await agreements.post('', { partner, title, regime, needsCouncil, reportEveryMonths: 12 });
    expect(code(seldom)).toEqual([422, 'INVALID', '/reportEveryMonths']);
  });

  it('is overdue from the next day of the origin on, in the file and in lists, until it is submitted', async () => {
    const id = await inForce();
    const overdue = async (): Promise<unknown> => (await agreements.get(`/${id}`)).body.reportOverdue;
    const listed = async (by: string): Promise<boolean> =>
      (await agreements.get(`?reportDueBy=${by}&limit=500`)).body.items.some((one: { id: string }) => one.id === id);
    expect([await listed('2019-08-30'), await listed('2019-08-31')]).toEqual([false, true]);
    agreements.setClock('2019-08-31T16:59:00Z');
    expect(await overdue()).toBe(false);
    agreements.setClock('2019-08-31T17:00:00Z');
    expect([await overdue(), (await reports(id))[0]]).toEqual([true, ['2019-08-31', 'overdue']]);
    const { status, body } = await submit(id, '2019-08-31', { submittedOn: '2019-09-01', number: '700/2019' });
    expect([status, body]).toEqual([201, { id, reportDueOn: '2019-12-31' }]);
    expect([await overdue(), await listed('2019-08-31')]).toEqual([false, false]);
    expect((await agreements.get(`/${id}/reports`)).body.items[0]).toMatchObject({
      state: 'submitted',
      submittedOn: '2019-09-01',
      number: '700/2019',
      sha256: SHA,
    });
  });

  it('is submitted once, for a period that has begun', async () => {
    const id = await inForce();
    expect((await submit(id, '2019-08-31', {})).status).toBe(201);
    expect(code(await submit(id, '2019-08-31'))).toEqual([409, 'ALREADY_EXISTS', '/dueOn']);
    expect(code(await submit(id, '2019-08-30'))).toEqual([422, 'INVALID', '/dueOn']);
    expect(code(await submit(id, '2019-12-31'))).toEqual([422, 'INVALID', '/submittedOn']);
    expect(code(await submit(id, '2019-12-31', { submittedOn: '2019-09-01' }))).toEqual([
      422,
      'INVALID',
      '/submittedOn',
    ]);
    expect((await submit(id, '2019-12-31', { region: '82.71' })).status).toBe(422);
  });

  it('is told of with the stage, and told anew when one is submitted or an addendum moves the end', async () => {
    const id = await inForce();
    await submit(id, '2019-08-31');
    await agreements.post(`/${id}/addenda`, { number: '3/2019', sha256: SHA, effectiveTo: '2019-11-30' });
    expect((await told(id)).slice(2)).toEqual([
      ['pks-signed', '2019-08-31'],
      ['in-force', '2019-08-31'],
      ['in-force', '2019-12-31'],
      ['in-force', '2019-11-30'],
    ]);
  });

  it('ends with an agreement that is terminated: what it covered until then is still owed', async () => {
    const id = await inForce();
    agreements.setClock('2019-05-10T02:00:00Z');
    await walk(agreements, id, ['terminated']);
    expect(await reports(id)).toEqual([['2019-05-10', 'running']]);
    expect((await told(id)).at(-1)).toEqual(['terminated', '2019-05-10']);
    await submit(id, '2019-05-10', { submittedOn: '2019-05-10' });
    expect((await agreements.get(`/${id}`)).body.reportDueOn).toBeNull();
  });

  it('stays owed by an agreement that has run out', async () => {
    const id = await inForce();
    agreements.setClock('2020-02-01T02:00:00Z');
    expect(await until(agreements, id, 'expired')).toMatchObject({ reportDueOn: '2019-08-31', reportOverdue: true });
    expect(await reports(id)).toEqual([
      ['2019-08-31', 'overdue'],
      ['2019-12-31', 'overdue'],
    ]);
  });
});
