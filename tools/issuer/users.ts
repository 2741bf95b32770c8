import type { Role } from '#platform/access/principal.js';

/** A user of the embedded issuer: ready-made, for the embedded run only. */
export interface LocalUser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Who looks after the installation has none. */
  readonly region?: string;
  /** A cooperative's number in the registry: its id is found by it at each sign-in, so that it survives a fresh start. */
  readonly reference?: string;
}

export const LOCAL_USERS: readonly LocalUser[] = [
  { id: 'operasi', name: 'Operasi Serap', role: 'operations', region: '33.02' },
  { id: 'pengelola', name: 'Pengelola sistem Serap', role: 'platform' },
  { id: 'registri-banyumas', name: 'Petugas registri Dinarkop Banyumas', role: 'registry-officer', region: '33.02' },
  { id: 'kerjasama-banyumas', name: 'Petugas kerja sama Banyumas', role: 'agreement-officer', region: '33.02' },
  {
    id: 'koperasi-nira-satria',
    name: 'Koperasi Nira Satria',
    role: 'cooperative',
    region: '33.02',
    reference: 'KOP-NIRA-SATRIA',
  },
  { id: 'mitra-ternate', name: 'Komite Ekonomi Kreatif Ternate', role: 'partner-intake', region: '82.71' },
  { id: 'mitra-sijunjung', name: 'Komite Ekonomi Kreatif Sijunjung', role: 'partner-intake', region: '13.03' },
  { id: 'mitra-sulsel', name: 'Komite Ekonomi Kreatif Sulawesi Selatan', role: 'partner-intake', region: '73' },
];
