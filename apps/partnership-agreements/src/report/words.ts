import { zoneOf } from '#kernel/region-code.js';
import type { TermDetails } from '../domain/term.js';

/** Indonesian words of the report, as officers and the rules write them. */
export const STAGE_WORDS: Readonly<Record<string, string>> = {
  preparation: 'Persiapan',
  offer: 'Penawaran',
  'joint-agreement-drafting': 'Penyusunan kesepakatan bersama',
  'joint-agreement-signed': 'Penandatanganan kesepakatan bersama',
  'council-submitted': 'Pengajuan persetujuan DPRD',
  'council-approved': 'Persetujuan DPRD',
  'council-rejected': 'Penolakan DPRD',
  'pks-drafting': 'Penyusunan perjanjian kerja sama (PKS)',
  'pks-signed': 'Penandatanganan PKS',
  'in-force': 'Pelaksanaan',
  suspended: 'Ditangguhkan',
  addendum: 'Adendum',
  expired: 'Berakhir',
  terminated: 'Diakhiri',
  declined: 'Ditolak',
  lapsed: 'Penawaran gugur',
};

export const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  'joint-agreement': 'Kesepakatan bersama',
  pks: 'Perjanjian kerja sama (PKS)',
  'council-decision': 'Keputusan DPRD',
  'power-of-attorney': 'Surat kuasa',
  addendum: 'Adendum',
  other: 'Lainnya',
};

export const EVERY_WORDS: Readonly<Record<TermDetails['period'], string>> = {
  day: 'hari',
  week: 'minggu',
  month: 'bulan',
  year: 'tahun',
  whole: 'masa berlaku',
};

const NUMBER = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 3 });
const DATE = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Base units as they are traded: grams as kilograms. */
export function quantityText(quantity: number, unit: TermDetails['unit']): string {
  if (unit === 'GRAM') return `${NUMBER.format(quantity / 1_000)} kg`;
  return `${NUMBER.format(quantity)} ${unit === 'PAIR' ? 'pasang' : 'buah'}`;
}

/** A share in whole per cent, rounded down: 100 % is said of what is used up, and of nothing else. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '-' : `${NUMBER.format(Math.floor((part * 100) / whole))} %`;
}

export function dateText(date: string): string {
  return DATE.format(new Date(`${date}T00:00:00Z`));
}

/** The day of an instant on the calendar of a region. */
export function dayText(instant: string | Date, region: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: zoneOf(region) } as const;
  return new Intl.DateTimeFormat('id-ID', options).format(new Date(instant));
}
