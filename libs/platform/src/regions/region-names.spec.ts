import { describe, expect, it } from 'vitest';
import { RegionNames } from './region-names.js';

describe('a region is found', () => {
  const names = new RegionNames();
  const found = (text: string) => names.find(text, 5).map(({ code }) => code);

  it.each([
    ['makassar', ['73.71']],
    ['Kota  Makassar', ['73.71']],
    ['kab. banyumas', ['33.02']],
    ['provinsi jawa tengah', ['33']],
    ['82.71', ['82.71']],
    ['nowhere at all', []],
  ])('by %j', (text, codes) => {
    expect(found(text)).toEqual(codes);
  });

  it('with those whose name begins so first, a city apart from the regency of its name', () => {
    expect(found('bandung')).toEqual(['32.04', '32.17', '32.73']);
    expect(found('kota bandung')).toEqual(['32.73']);
  });

  it('with its kind and the province that it lies in', () => {
    expect(names.find('ternate', 1)).toEqual([
      { code: '82.71', kind: 'city', name: 'Ternate', province: 'Maluku Utara' },
    ]);
    expect(names.find('maluku utara', 1)[0]?.province).toBeNull();
  });
});

describe('the names of where goods for a partner may go', () => {
  const names = new RegionNames().within(['82', '73.71', '73.71.02']);

  it('are its own and those of the regions inside it', () => {
    expect(names).toMatchObject({ '82': { name: 'Maluku Utara' }, '82.71': { name: 'Ternate' } });
    expect(Object.keys(names).filter((code) => !code.startsWith('82'))).toEqual(['73.71', '73.71.02']);
  });
});

describe('a region is called', () => {
  const names = new RegionNames();
  const called = (text: string) => names.called(text).map(({ code }) => code);

  it.each([
    ['Makassar', ['73.71']],
    ['KOTA  MAKASSAR', ['73.71']],
    ['Pemkot Makassar', ['73.71']],
    ['Kab.Sijunjung', ['13.03']],
    ['Sijunjung, Sumatera Barat', ['13.03']],
    ['Sijunjung (Prov. Sumatera Barat)', ['13.03']],
    ['Sijunjung, Jawa Tengah', []],
    ['kab. kep. mentawai', ['13.09']],
    ['Jakarta Pusat', ['31.71']],
    ['D.I. Yogyakarta', ['34']],
    ['Tojo Una Una', ['72.09']],
    ['Kotabaru', ['63.02']],
    ['Bandung', ['32.04', '32.73']],
    ['Gorontalo', ['75', '75.01', '75.71']],
    ['Banyum', []],
  ])('%j', (text, codes) => {
    expect(called(text)).toEqual(codes);
  });

  it('nearly so: with a letter once that stands there twice, or with a part of the name', () => {
    const near = (text: string) => names.near(text).map(({ code }) => code);
    expect(near('Makasar')).toEqual(['73.71']);
    expect(near('Kab. Mentawai')).toEqual(['13.09']);
    expect(near('ini')).toEqual([]);
  });

  it('in words that its writer can check', () => {
    expect(['73.71', '33.02.16.2007', '73', '99.99'].map((code) => names.inWords(code))).toEqual([
      'Kota Makassar, Sulawesi Selatan',
      'Kabupaten Banyumas, Jawa Tengah',
      'Sulawesi Selatan',
      '',
    ]);
  });
});
