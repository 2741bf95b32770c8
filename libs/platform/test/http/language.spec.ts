import { expect, it } from 'vitest';
import { languageOf } from '#platform/http/language.js';

it.each([
  ['id', 'id'],
  ['en', 'en'],
  ['id-ID,id;q=0.9,en;q=0.8', 'id'],
  ['en-US,en;q=0.9,id;q=0.8', 'en'],
  ['en;q=0.5, id;q=0.7', 'id'],
  ['fr, de;q=0.9, id;q=0.1', 'id'],
  ['in-ID', 'id'],
  ['EN-gb', 'en'],
  ['id;q=0, en', 'en'],
  ['id;q=x, en;q=0.1', 'en'],
])('who accepts %s is told in %s', (accepted, language) => {
  expect(languageOf({ 'accept-language': accepted })).toBe(language);
});

it.each([undefined, '', '*', 'fr', 'id;q=0', ';;;,,'])(
  'who accepts %s is told in English, a page in Indonesian',
  (accepted) => {
    const headers = accepted === undefined ? {} : { 'accept-language': accepted };
    expect([languageOf(headers), languageOf({ ...headers, cookie: 'serap=x' })]).toEqual(['en', 'id']);
  },
);
