import { describe, expect, it } from 'vitest';
import { RegencyPlaces } from './regency-places.js';
import { Villages } from './villages.js';

describe('places of a regency', () => {
  const places = new RegencyPlaces('33.02', [
    ['33.02.16.2007', 'Pageraji'],
    ['33.02.16', 'Cilongok'],
    ['33.02.01.2001', 'Lumbir'],
    ['33.02.01', 'Lumbir'],
    ['33.02.16.1002', 'Regapu’u'],
  ]);

  it('are called what the list says', () => {
    expect(['33.02.16.2007', '33.02.16', '33.02.16.1002'].map((code) => places.nameOf(code))).toEqual([
      'Pageraji',
      'Cilongok',
      'Regapu’u',
    ]);
    expect(['33.02.16.2008', '33.02.99', '33.02.00.0001'].map((code) => places.nameOf(code))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['lumbir', ['33.02.01', '33.02.01.2001']],
    ['o', ['33.02.16']],
    ['r', ['33.02.01', '33.02.01.2001', '33.02.16.1002', '33.02.16.2007']],
    ['’u', ['33.02.16.1002']],
    ['rlum', []],
    ['r\nl', []],
    ['', ['33.02.01', '33.02.01.2001', '33.02.16', '33.02.16.1002', '33.02.16.2007']],
  ])('with %j in their name are found once each', (part, codes) => {
    expect(places.codesNamed(part)).toEqual(codes);
  });

  it('are villages when a producer lives in one', () => {
    expect(places.villagesCalled('lumbir')).toEqual(['33.02.01.2001']);
    expect(places.villagesCalled('lumbi')).toEqual([]);
  });
});

describe('villages of the country', () => {
  const villages = new Villages();

  it('are found by parts of their names, with districts, in one regency and in all', () => {
    expect(villages.codesNamed('SEMED', '33.02')).toEqual(['33.02.16.2007']);
    expect(villages.codesNamed('semed', '33.03')).toEqual([]);
    expect(villages.codesNamed('pekuncen', null)).toEqual(expect.arrayContaining(['33.02.16', '33.02.16.2013']));
    expect(villages.codesOf('semedo', '33.02')).toEqual(['33.02.16.2007']);
  });

  it('have a code of four parts', () => {
    expect(villages.has('33.02.16.2007')).toBe(true);
    expect(
      ['33.02.16', '33.02', '', '33.02.16.20071', '33.02-16-2007', '99.02.16.2007'].map((code) => villages.has(code)),
    ).toEqual(Array(6).fill(false));
    expect(villages.placeOf('33.02.16.2007')).toEqual({ village: 'Semedo', district: 'Pekuncen' });
  });
});
