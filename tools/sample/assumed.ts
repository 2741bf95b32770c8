/**
 * ASSUMED: values that no source gives. The page says so wherever they are shown.
 */
import { BANYUMAS } from './sourced.js';

const KG = 1_000;

/** How the day's 15,000 kg lie in three lots; export and home share as the surplus does (9,000 and 6,000 kg in all). */
export const SUGAR_GROUPS = [
  {
    lot: 'A',
    reference: 'KOP-NIRA-SATRIA',
    name: 'Koperasi Nira Satria',
    form: 'cooperative',
    village: '33.02.17.2011',
    surplusKg: 6_000,
    certificates: ['HALAL', 'P-IRT'],
    soonerDays: 5,
  },
  {
    lot: 'B',
    reference: 'KOP-SEMEDO-MANISE',
    name: 'Koperasi Semedo Manise',
    form: 'cooperative',
    village: '33.02.16.2007',
    surplusKg: 7_000,
    certificates: ['P-IRT'],
    soonerDays: 0,
  },
  {
    lot: 'C',
    reference: 'BUMDES-LANGGONGSARI',
    name: 'BUMDes Langgongsari',
    form: 'bumdes',
    village: '33.02.17.2005',
    surplusKg: 2_000,
    certificates: [],
    soonerDays: 0,
  },
] as const;
export const SUGAR_EXPORT_KG = 9_000;
export const SUGAR_HOME_KG = 6_000;

/** What each partner wants and may have, sugar; need-by is 30 days after the scenario's day. */
export const SUGAR_PARTNERS = [
  {
    code: '82.71',
    name: 'Pemerintah Kota Ternate',
    deliverTo: '82.71',
    quotaKg: 3_500,
    wantsKg: 4_000,
    certificates: ['P-IRT'],
    transitDays: 14,
    lifeDays: 180,
    freight: 2_500,
  },
  {
    code: '13.03',
    name: 'Pemerintah Kabupaten Sijunjung',
    deliverTo: '13.03',
    quotaKg: 3_000,
    wantsKg: 3_000,
    certificates: ['P-IRT'],
    transitDays: 5,
    lifeDays: 120,
    freight: 1_500,
  },
  {
    code: '73',
    name: 'Pemerintah Provinsi Sulawesi Selatan',
    deliverTo: '73.71',
    quotaKg: 7_000,
    wantsKg: 6_000,
    certificates: ['P-IRT', 'HALAL'],
    transitDays: 8,
    lifeDays: 180,
    freight: 2_000,
  },
] as const;
export const NEED_BY_DAYS = 30;
export const SUGAR_CEILING = 25_000;

/** The other goods: who makes them, at what price, and what the partners may have and want of them. */
export const OTHER_GOODS = [
  {
    commodity: 'bandol-sandals',
    unit: 'PAIR',
    product: 'Sandal bandol (grosir)',
    packaging: [{ name: 'kodi', size: 20 }],
    lawAsksFor: [],
    group: 'Kelompok usaha bandol Pasir Kidul',
    reference: 'KUB-BANDOL',
    village: '33.02.25.1002',
    makers: 32,
    surplus: 300,
    floorPrice: 11_000,
    certificates: [],
    ceiling: 20_000,
    trade: [
      { partner: '82.71', quota: 200, freight: 3_000, transitDays: 14, wants: 10, unit: 'kodi' },
      { partner: '73', quota: 200, freight: 2_500, transitDays: 8, wants: 150, unit: 'pair' },
    ],
  },
  {
    commodity: 'cassava-chips',
    unit: 'GRAM',
    product: 'Keripik sriping ubi kayu',
    shelfLifeDays: 180,
    packaging: [{ name: 'bal', size: 5 * KG }],
    lawAsksFor: ['P-IRT'],
    group: 'Kelompok usaha keripik Darmakradenan',
    reference: 'KUB-KERIPIK',
    village: '33.02.14.2001',
    makers: 240,
    surplus: 600 * KG,
    floorPrice: 13_000,
    certificates: ['P-IRT'],
    ceiling: 22_000,
    lifeDays: 60,
    trade: [{ partner: '73', quota: 500 * KG, freight: 2_500, transitDays: 8, wants: 400, unit: 'kg' }],
  },
  {
    commodity: 'embroidery',
    unit: 'PIECE',
    product: 'Sulaman',
    packaging: [],
    lawAsksFor: [],
    group: 'Kelompok usaha sulam Banyumas',
    reference: 'KUB-SULAM',
    village: '33.02.25.1001',
    makers: 90,
    surplus: 120,
    floorPrice: 50_000,
    certificates: [],
    ceiling: 75_000,
    trade: [{ partner: '73', quota: 100, freight: 5_000, transitDays: 8, wants: 60, unit: 'piece' }],
  },
] as const;

/** Numbers of certificates are made up; they have the shape of real ones. */
export function certificateNumber(kind: string, serial: number, endYear: number): string {
  const text = String(serial);
  if (kind === 'P-IRT') {
    return `P-IRT 206${BANYUMAS.replace('.', '')}${text.padStart(6, '0')}-${String(endYear % 100).padStart(2, '0')}`;
  }
  if (kind === 'HALAL') return `1511${text.padStart(10, '0')}`;
  if (kind === 'MD') return `MD ${text.padStart(12, '2')}`;
  return kind === 'SNI' ? `SNI CONTOH-${text}` : `CONTOH-${kind}-${text}`;
}
