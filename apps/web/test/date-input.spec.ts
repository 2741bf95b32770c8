import { expect, it } from 'vitest';
import { dayInWords } from '../src/parts/date-input.js';

it.each([
  ['2019-04-03', 'id', 'Rabu, 3 April 2019'],
  ['2019-04-03', 'en', 'Wednesday 3 April 2019'],
  ['2024-02-29', 'id', 'Kamis, 29 Februari 2024'],
  ['', 'id', ''],
  ['2019-13-03', 'id', ''],
])('the day %s is in words (%s): %s', (date, language, words) => {
  // Whether a comma stands behind the weekday differs between editions of the languages' data.
  expect(dayInWords(date, language).replace(',', '')).toBe(words.replace(',', ''));
});
