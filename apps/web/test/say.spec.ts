import { describe, expect, it } from '@jest/globals';
import { Say } from '../src/words/say.js';

describe('a price', () => {
  it('is for one unit of trade, in both languages', () => {
    const told = (language: 'en' | 'id') =>
      (['GRAM', 'PAIR', 'PIECE'] as const).map((unit) => new Say(language, {}).rupiah(11_000, unit));
    expect(told('en')).toEqual(['Rp11,000/kg', 'Rp11,000/pair', 'Rp11,000/piece']);
    expect(told('id')).toEqual(['Rp11.000/kg', 'Rp11.000/pasang', 'Rp11.000/potong']);
  });
});
