import { expect, it } from 'vitest';
import { seldom } from '../../src/context/seldom.js';

it('what is complained of again and again is said once a minute, and what is new at once', () => {
  const said: string[] = [];
  let now = 0;
  const say = seldom(
    (words) => said.push(words),
    () => now,
  );
  for (now = 0; now < 120_000; now += 500) {
    say('the broker is away');
    if (now === 30_000) say('another');
  }
  expect(said).toEqual(['the broker is away', 'another', 'the broker is away']);
});

it('and keeps no memory of more than a hundred', () => {
  const said: string[] = [];
  const say = seldom(
    (words) => said.push(words),
    () => 0,
  );
  for (let at = 0; at < 150; at += 1) say(`trouble ${String(at)}`);
  say('trouble 149');
  say('trouble 0');
  expect(said).toHaveLength(151);
});
