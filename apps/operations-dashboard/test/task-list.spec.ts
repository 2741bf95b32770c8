import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Task, TaskCount } from '../src/domain/tasks.js';
import { emptyReadModels } from '../src/persistence/rebuild.js';
import { TERNATE } from './banyumas.js';
import { id } from './story.js';
import { TaskDesk } from './task-desk.js';
import * as tell from './task-story.js';

let desk: TaskDesk;

beforeAll(async () => {
  desk = await TaskDesk.open();
});
afterAll(() => desk.dashboard.stop());
beforeEach(() => desk.newDay());

describe('the list', () => {
  beforeEach(async () => {
    for (const name of ['a', 'b', 'c']) tell.certify(desk.story, name, '2019-04-01');
    tell.certify(desk.story, 'ended', '2019-03-01');
    tell.lotStands(desk.story, 'A', 6_000, 4_000, 1_000);
    tell.shipment(desk.story, TERNATE, { receivedAt: '2019-01-31T02:00:00.000Z', payBy: '2019-03-02', legsArrived: 2 });
    tell.owes(desk.story, TERNATE, 16_500_000, 0);
    await desk.apply();
    await desk.dashboard.query('UPDATE lot SET expires_at = NULL');
  });

  it('has the most urgent first and what has no deadline last, a page at a time', async () => {
    const all = await desk.tasks('registry-officer');
    expect(all.map(({ kind }) => kind)).toEqual([
      'certificate-lapsed',
      'payment-overdue',
      'certificate-ends',
      'certificate-ends',
      'certificate-ends',
      'lot-held',
    ]);
    const paged: Task[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: { items: Task[]; next?: string } = await desk.ask('registry-officer', '33.02', `?limit=1${next}`);
      paged.push(...page.items);
      next = page.next && `&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(paged).toEqual(all);
    expect(await desk.tasks('registry-officer', '33.02', '?kind=lot-held')).toEqual(all.slice(-1));
  });

  it('is counted by kind', async () => {
    expect((await desk.ask<{ items: TaskCount[] }>('registry-officer', '33.02', '/counts')).items).toEqual([
      { kind: 'certificate-ends', tasks: 3, overdue: 0 },
      { kind: 'certificate-lapsed', tasks: 1, overdue: 1 },
      { kind: 'lot-held', tasks: 1, overdue: 0 },
      { kind: 'payment-overdue', tasks: 1, overdue: 1 },
    ]);
  });

  it.each([
    ['registry-officer', '33.04'],
    ['cooperative', '33.04'],
    ['agreement-officer', '12.71'],
    ['partner-intake', '82.72'],
  ] as const)('is empty for %s of %s', async (role, region) => {
    expect(await desk.tasks(role, region)).toEqual([]);
  });

  it('is a file as well, all of it', async () => {
    const token = await desk.dashboard.tokenOf('registry-officer', '33.02');
    const { body } = await desk.dashboard.get('/api/operations/tasks?format=csv', { token });
    expect(String(body).trim().split('\r\n')).toHaveLength(7);
  });

  it.each(['cursor=x', 'cursor=2019-03-04~a', 'kind=all', 'limit=0', 'cursor=end~'])('refuses %s', async (query) => {
    const { status, body } = await desk.dashboard.get(`/api/operations/tasks?${query}`);
    expect([status, body.code]).toEqual([422, 'INVALID']);
  });
});

describe('after a rebuild', () => {
  it('the tasks are the same', async () => {
    tell.certify(desk.story, 'lapsed before the rebuild', '2019-03-01');
    await desk.apply();
    const before = await desk.tasks('registry-officer');
    await desk.dashboard.restart(emptyReadModels);
    const lapsed = `certificate-lapsed:${id('certificate lapsed before the rebuild')}:P-IRT`;
    expect(before.map((task) => task.id)).toEqual([lapsed]);
    expect((await desk.tasks('registry-officer')).map((task) => task.id)).toContain(lapsed);
  });

  it('what this service itself could not process is told of once', async () => {
    tell.certify(desk.story, 'broken', '2019-03-01');
    await desk.dashboard.publish(desk.story.events.map((event) => ({ ...event, data: { broken: true } })).slice(-1));
    await desk.dashboard.caughtUp(true);
    const own = async () =>
      (await desk.tasks('platform')).filter(({ subject }) => subject.id === 'operations-dashboard');
    expect(await own()).toMatchObject([{ kind: 'dead-letters', count: 1 }]);
    await desk.dashboard.restart(emptyReadModels, true);
    // The old letter is settled, and the same event has become a new one.
    const settled = `SELECT 1 FROM dead_letter_seen WHERE settled AND group_name = 'operations-dashboard'`;
    expect(await desk.dashboard.query(settled)).toHaveLength(1);
    expect(await own()).toMatchObject([{ kind: 'dead-letters', count: 1 }]);
  });
});
