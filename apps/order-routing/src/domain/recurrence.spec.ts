import { expect, it } from 'vitest';
import { nextDay, type Every } from './recurrence.js';

it.each<[Every, string, string, string]>([
  ['day', '2024-02-28', '2024-02-28', '2024-02-29'],
  ['week', '2024-12-30', '2024-12-30', '2025-01-06'],
  ['month', '2024-01-31', '2024-01-31', '2024-02-29'],
  ['month', '2024-01-31', '2024-02-29', '2024-03-31'],
  ['month', '2023-01-31', '2023-01-31', '2023-02-28'],
  ['month', '2024-05-15', '2024-12-15', '2025-01-15'],
])('every %s from %s: after %s comes %s', (every, startsOn, day, next) => {
  expect(nextDay(every, startsOn, day)).toBe(next);
});
