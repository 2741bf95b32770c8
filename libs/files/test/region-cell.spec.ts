import { describe, expect, it } from 'vitest';
import { readRegion, readVillage } from '../src/uploads/region-cell.js';

const text = (written: string) => readRegion({ kind: 'text', text: written });
const told = (cell: ReturnType<typeof readRegion>) =>
  'read' in cell ? [cell.read, cell.said.id] : 'fault' in cell ? [cell.code, cell.fault.id] : cell;

describe('a cell of a region', () => {
  it('is the ministry\u2019s code where it has its dots', () => {
    for (const code of ['73', '73.71', '33.02.16.2007']) expect(text(code)).toEqual({ code });
  });

  it('of digits alone is read by the ministry\u2019s numbers, and says the name: 1304 is Sijunjung by BPS', () => {
    expect(told(text('1304'))).toEqual([
      '13.04',
      '"1304" dibaca menurut kode Kemendagri, 13.04 Kabupaten Tanah Datar, Sumatera Barat; kode BPS kadang berbeda: periksa nama daerahnya',
    ]);
    expect(told(readRegion({ kind: 'number', text: '7371' }))).toEqual([
      '73.71',
      expect.stringContaining('73.71 Kota Makassar, Sulawesi Selatan'),
    ]);
    expect(told(readVillage({ kind: 'number', text: '3302162007' }))).toEqual([
      '33.02.16.2007',
      expect.stringContaining('Kabupaten Banyumas, Jawa Tengah'),
    ]);
  });

  it('of Papua\u2019s digits alone is refused, with both regions that it may be', () => {
    const [code, said] = told(text('9401')) as string[];
    expect(code).toBe('INVALID');
    expect(said).toContain('94.01 Kabupaten Nabire, Papua Tengah; 91 Papua');
    expect(told(text('9171'))).toEqual([
      'INVALID',
      expect.stringContaining('91.71 Kota Jayapura, Papua; 92 Papua Barat'),
    ]);
    // Of the ministry there is no 97 at all.
    expect(told(text('9702'))).toEqual(['INVALID', expect.stringContaining('95 Papua Pegunungan')]);
  });

  it('of BPS alone is refused, with where it may lie', () => {
    // A district of seven digits, a village whose last four begin with 0, a regency that the ministry has not.
    for (const digits of ['3302160', '3302160007']) {
      expect(told(text(digits))).toEqual([
        'INVALID',
        expect.stringContaining('mungkin maksudnya 33.02 Kabupaten Banyumas, Jawa Tengah; 33 Jawa Tengah'),
      ]);
    }
    expect(told(text('3399'))).toEqual(['INVALID', expect.stringContaining('33 Jawa Tengah')]);
    expect(text('9999999')).toEqual({ unread: '9999999' });
  });

  it('is read by a name that one region has, with or without its code, and looked at', () => {
    expect(told(text('Kab. Sijunjung'))).toEqual([
      '13.03',
      '"Kab. Sijunjung" dibaca sebagai 13.03 Kabupaten Sijunjung, Sumatera Barat; periksa',
    ]);
    expect(told(text('13.03 - Sijunjung'))).toEqual(['13.03', expect.any(String)]);
    expect(told(text('Kota Ternate (82.71)'))).toEqual(['82.71', expect.any(String)]);
  });

  it('is refused with the likely ones where several have the name, none has it, or code and name differ', () => {
    expect(told(text('Bandung'))).toEqual([
      'INVALID',
      'ada beberapa daerah bernama "Bandung"; tulis kodenya: 32.04 Kabupaten Bandung, Jawa Barat; 32.73 Kota Bandung, Jawa Barat',
    ]);
    expect(told(text('Makasar'))).toEqual([
      'INVALID',
      'tidak ada daerah bernama "Makasar"; mungkin 73.71 Kota Makassar, Sulawesi Selatan: tulis kodenya',
    ]);
    expect(told(text('13.04 Sijunjung'))).toEqual([
      'INVALID',
      expect.stringContaining('13.04 Kabupaten Tanah Datar, Sumatera Barat; 13.03 Kabupaten Sijunjung, Sumatera Barat'),
    ]);
    expect(text('gudang timur')).toEqual({ unread: 'gudang timur' });
  });

  it('of a village keeps a name for who knows its regency', () => {
    expect(readVillage({ kind: 'text', text: 'Semedo' })).toEqual({ unread: 'Semedo' });
  });
});
