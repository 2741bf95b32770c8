import { ROWS } from '#kernel/refusals/sentences.js';
import { columnsOf, type FieldOf } from '#files/uploads/columns.js';

/**
 * A file of producers: one row is one producer or aggregator. It has no column for a NIK: rows are kept as they were
 * sent, and a NIK is kept sealed or not at all.
 */
export const PRODUCER_COLUMNS = columnsOf(
  {
    key: {
      headings: ['nomor', 'reference'],
      required: true,
      id: 'harus nomor Anda sendiri untuk produsen ini, berbeda di setiap baris',
      en: 'must be your own number for this producer, different in each row',
    },
    kind: {
      headings: ['jenis', 'kind'],
      id: 'harus produsen, koperasi, BUMDes atau kelompok',
      en: 'must be producer, cooperative, BUMDes or group',
    },
    name: {
      headings: ['nama', 'name', 'nama lengkap', 'nama produsen', 'nama pemilik'],
      required: true,
      id: 'harus nama, paling banyak 200 huruf',
      en: 'must be a name of at most 200 characters',
    },
    village: {
      headings: ['desa', 'village', 'kode desa', 'desa/kelurahan', 'kelurahan', 'kode desa/kelurahan'],
      required: true,
      id: 'harus kode desa di kabupaten Anda, misalnya 33.02.16.2007',
      en: 'must be the code of a village of your regency, such as 33.02.16.2007',
    },
    kbli: { headings: ['kbli'], id: 'harus 5 angka, atau kosong', en: 'must be 5 digits, or empty' },
    kbliVersion: {
      headings: ['versi kbli', 'kbli version'],
      id: 'harus 2009, 2015, 2017, 2020 atau 2025, dan diisi bersama KBLI',
      en: 'must be 2009, 2015, 2017, 2020 or 2025, and goes with the KBLI',
    },
    umkmClass: {
      headings: ['kelas usaha', 'class', 'skala usaha'],
      required: true,
      id: 'harus mikro, kecil atau menengah, sesuai omzet dan modalnya',
      en: 'must be micro, small or medium, as sales and capital have it',
    },
    umkmRule: {
      headings: ['aturan kelas', 'class rule'],
      required: true,
      id: 'harus PP 7/2021 atau UU 20/2008',
      en: 'must be PP 7/2021 or UU 20/2008',
    },
    umkmAsOf: {
      headings: ['kelas per tanggal', 'class as of'],
      required: true,
      id: 'harus tanggal penetapan kelas, sesuai aturannya',
      en: 'must be the day of the classification, as its rule has it',
    },
    yearlySales: {
      headings: [
        'omzet setahun',
        'yearly sales',
        'omset setahun',
        'omzet/tahun',
        'omset/tahun',
        'omzet per tahun',
        'omset per tahun',
      ],
      figure: true,
      id: 'harus rupiah utuh setahun, atau kosong',
      en: 'must be whole rupiah a year, or empty',
    },
    capital: {
      headings: ['modal', 'capital'],
      figure: true,
      id: 'harus rupiah utuh, atau kosong',
      en: 'must be whole rupiah, or empty',
    },
    total: {
      headings: ['tenaga kerja', 'workers', 'jumlah tenaga kerja'],
      figure: true,
      required: true,
      id: 'harus jumlah orang, 0 atau lebih',
      en: 'must be a number of people',
    },
    women: {
      headings: ['perempuan', 'women', 'tenaga kerja perempuan'],
      figure: true,
      required: true,
      id: 'harus jumlah orang, tidak lebih dari tenaga kerja',
      en: 'must be a number of people, no more than the workers',
    },
    youth: {
      headings: ['pemuda', 'youth', 'tenaga kerja pemuda'],
      figure: true,
      required: true,
      id: 'harus jumlah orang usia 16–30, tidak lebih dari tenaga kerja',
      en: 'must be a number of people aged 16–30, no more than the workers',
    },
    nib: { headings: ['nib'], id: 'harus 13 angka, atau kosong', en: 'must be 13 digits, or empty' },
    healthInsured: {
      headings: ['jaminan kesehatan', 'health insurance', 'kepesertaan jkn', 'jkn', 'bpjs', 'bpjs kesehatan'],
      required: true,
      id: 'harus ya atau tidak',
      en: 'must be yes or no',
    },
    standingConsent: {
      headings: ['persetujuan tetap', 'standing consent'],
      id: 'harus ya atau tidak, dan hanya untuk koperasi, BUMDes atau kelompok',
      en: 'must be yes or no, and is for cooperatives, BUMDes and groups',
    },
    memberOf: {
      headings: ['anggota dari', 'member of', 'koperasi'],
      id: 'harus nomor koperasi, BUMDes atau kelompok yang sudah terdaftar, atau kosong',
      en: 'must be the number of a registered cooperative, BUMDes or group, or empty',
    },
  },
  { ALREADY_EXISTS: ROWS['ALREADY_EXISTS.producers'] },
);

/** What a column can hold. */
export type Field = FieldOf<typeof PRODUCER_COLUMNS>;
