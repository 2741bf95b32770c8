import { describe, expect, it } from 'vitest';
import { commodityInWords, commodityNamed } from './commodity-names.js';

describe('a commodity', () => {
  it.each([
    ['Gula semut', 'granulated-coconut-sugar'],
    ['GULA KELAPA KRISTAL (GULA SEMUT)', 'granulated-coconut-sugar'],
    ['gula kelapa kristal', 'granulated-coconut-sugar'],
    ['gula-semut', 'granulated-coconut-sugar'],
    ['Granulated Coconut Sugar', 'granulated-coconut-sugar'],
    ['sandal  bandol', 'bandol-sandals'],
    ['Sulaman', 'embroidery'],
    ['cassava_chips', 'cassava-chips'],
    ['Gula Aren', 'gula-aren'],
  ])('called "%s" is %s', (text, code) => {
    expect(commodityNamed(text)).toBe(code);
  });

  it('is said by its name and its code', () => {
    expect(commodityInWords('bandol-sandals')).toEqual({
      id: 'sandal bandol (bandol-sandals)',
      en: 'bandol sandals (bandol-sandals)',
    });
    expect(commodityInWords('sugar')).toEqual({ id: 'sugar', en: 'sugar' });
  });
});
