import { describe, expect, it } from 'vitest';
import { masked, tasksToNotify, retryAfterMs } from './notices.js';
import type { Task } from './tasks.js';

const task = (id: string, overdue = false): Task => ({
  id,
  kind: 'lot-held',
  deadline: null,
  calendar: '33.02',
  overdue,
  subject: { type: 'lot', id },
  origin: '33.02',
  partner: null,
  seller: null,
  commodity: null,
  quantity: null,
  unit: null,
  amount: null,
  count: 1,
  order: null,
  detail: null,
});

describe('news', () => {
  const news = (tasks: Task[], told: { taskId: string; overdue: boolean }[]) =>
    tasksToNotify(tasks, told).map(({ id }) => id);

  it('are tasks that were not told of', () => {
    expect(news([task('a'), task('b')], [{ taskId: 'a', overdue: false }])).toEqual(['b']);
  });

  it('are once more those that have become overdue, and only then', () => {
    expect(news([task('a', true)], [{ taskId: 'a', overdue: false }])).toEqual(['a']);
    expect(news([task('a', true)], [{ taskId: 'a', overdue: true }])).toEqual([]);
    expect(news([task('a')], [{ taskId: 'a', overdue: true }])).toEqual([]);
  });
});

it('a mail that is not taken is tried again after 1, 5 and 15 minutes, then every hour for as long as it takes', () => {
  expect([1, 2, 3, 4, 5, 500].map((attempts) => retryAfterMs(attempts) / 60_000)).toEqual([1, 5, 15, 60, 60, 60]);
});

it.each([
  ['siti.aminah@banyumas.example', 's***@banyumas.example'],
  ['"a@b"@banyumas.example', '"***@banyumas.example'],
])('%s is shown as %s', (address, shown) => {
  expect(masked(address)).toBe(shown);
});
