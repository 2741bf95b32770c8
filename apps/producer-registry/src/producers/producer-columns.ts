import { ROWS } from '#kernel/refusals/sentences.js';
import type { Columns } from '#files/uploads/columns.js';

export type Field =
  | 'key'
  | 'kind'
  | 'name'
  | 'village'
  | 'kbli'
  | 'kbliVersion'
  | 'umkmClass'
  | 'umkmRule'
  | 'umkmAsOf'
  | 'yearlySales'
  | 'capital'
  | 'total'
  | 'women'
  | 'youth'
  | 'nib'
  | 'healthInsured'
  | 'standingConsent'
  | 'memberOf';

/**
 * A file of producers: one row is one producer or aggregator. It has no column for a NIK: rows are kept as they were
 * sent, and a NIK is kept sealed or not at all.
 */
export const PRODUCER_COLUMNS: Columns<Field> = {
  required: ['key', 'name', 'village', 'umkmClass', 'umkmRule', 'umkmAsOf', 'total', 'women', 'youth', 'healthInsured'],
  headings: {
    key: ['nomor', 'reference'],
    kind: ['jenis', 'kind'],
    name: ['nama', 'name'],
    village: ['desa', 'village'],
    kbli: ['kbli'],
    kbliVersion: ['versi kbli', 'kbli version'],
    umkmClass: ['kelas usaha', 'class'],
    umkmRule: ['aturan kelas', 'class rule'],
    umkmAsOf: ['kelas per tanggal', 'class as of'],
    yearlySales: ['omzet setahun', 'yearly sales'],
    capital: ['modal', 'capital'],
    total: ['tenaga kerja', 'workers'],
    women: ['perempuan', 'women'],
    youth: ['pemuda', 'youth'],
    nib: ['nib'],
    healthInsured: ['jaminan kesehatan', 'health insurance'],
    standingConsent: ['persetujuan tetap', 'standing consent'],
    memberOf: ['anggota dari', 'member of'],
  },
  wanted: {
    id: {
      key: 'harus nomor Anda sendiri untuk produsen ini, berbeda di setiap baris',
      kind: 'harus produsen, koperasi, BUMDes atau kelompok',
      name: 'harus nama, paling banyak 200 huruf',
      village: 'harus kode desa di kabupaten Anda, misalnya 33.02.16.2007',
      kbli: 'harus 5 angka, atau kosong',
      kbliVersion: 'harus 2009, 2015, 2017, 2020 atau 2025, dan diisi bersama KBLI',
      umkmClass: 'harus mikro, kecil atau menengah, sesuai omzet dan modalnya',
      umkmRule: 'harus PP 7/2021 atau UU 20/2008',
      umkmAsOf: 'harus tanggal penetapan kelas, sesuai aturannya',
      yearlySales: 'harus rupiah utuh setahun, atau kosong',
      capital: 'harus rupiah utuh, atau kosong',
      total: 'harus jumlah orang, 0 atau lebih',
      women: 'harus jumlah orang, tidak lebih dari tenaga kerja',
      youth: 'harus jumlah orang usia 16–30, tidak lebih dari tenaga kerja',
      nib: 'harus 13 angka, atau kosong',
      healthInsured: 'harus ya atau tidak',
      standingConsent: 'harus ya atau tidak, dan hanya untuk koperasi, BUMDes atau kelompok',
      memberOf: 'harus nomor koperasi, BUMDes atau kelompok yang sudah terdaftar, atau kosong',
    },
    en: {
      key: 'must be your own number for this producer, different in each row',
      kind: 'must be producer, cooperative, BUMDes or group',
      name: 'must be a name of at most 200 characters',
      village: 'must be the code of a village of your regency, such as 33.02.16.2007',
      kbli: 'must be 5 digits, or empty',
      kbliVersion: 'must be 2009, 2015, 2017, 2020 or 2025, and goes with the KBLI',
      umkmClass: 'must be micro, small or medium, as sales and capital have it',
      umkmRule: 'must be PP 7/2021 or UU 20/2008',
      umkmAsOf: 'must be the day of the classification, as its rule has it',
      yearlySales: 'must be whole rupiah a year, or empty',
      capital: 'must be whole rupiah, or empty',
      total: 'must be a number of people',
      women: 'must be a number of people, no more than the workers',
      youth: 'must be a number of people aged 16–30, no more than the workers',
      nib: 'must be 13 digits, or empty',
      healthInsured: 'must be yes or no',
      standingConsent: 'must be yes or no, and is for cooperatives, BUMDes and groups',
      memberOf: 'must be the number of a registered cooperative, BUMDes or group, or empty',
    },
  },
  byCode: { ALREADY_EXISTS: ROWS['ALREADY_EXISTS.producers'] },
};
