import { describe, expect, it } from 'vitest';
import { EN } from '../src/words/en.js';
import { ID } from '../src/words/id.js';
import { wordsOf, type Same } from '../src/words/words.js';

type Pages = Same<{ home: 'Beranda'; orders: (count: number) => 'satu pesanan' | 'banyak pesanan' }>;

/** The compiler's part: each line that is to be refused is, or the next check of types fails. */
export const REFUSED: readonly Pages[] = [
  { home: 'Home', orders: (count) => `${String(count)} orders` },
  // @ts-expect-error a word is missing
  { home: 'Home' },
  // @ts-expect-error a word is too many
  { home: 'Home', orders: () => 'orders', away: 'Away' },
  // @ts-expect-error a sentence is made from something else
  { home: 'Home', orders: (count: string) => `${count} orders` },
];

/** Paths of all words, and whether each is a text or a sentence. */
function shapeOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' ? shapeOf(value as object, `${path}/${key}`) : [`${path}/${key}: ${typeof value}`],
  );
}

describe('words', () => {
  it('are the same in both languages', () => {
    expect(shapeOf(EN)).toEqual(shapeOf(ID));
  });

  it('of a code that is newer than the pages are none, whatever the code is', () => {
    expect(wordsOf(ID.units, 'PAIR')).toBe('pasang');
    expect(['DOZEN', 'constructor', '__proto__'].map((code) => wordsOf(ID.units, code))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
