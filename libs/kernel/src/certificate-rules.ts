import type { CertificateKind, Packs, UmkmClass, Use } from './states.js';

/** What the law wants to know of goods: said once with each lot. */
export interface LegalFacts {
  /** Certificates that the law names for the product. */
  readonly asksFor: readonly CertificateKind[];
  /** Packs for final consumers, or large ones that are not sold to them. */
  readonly packs: Packs;
  /** Of those who made it, the largest. */
  readonly makers: UmkmClass;
}

/** When goods may be sold only with a certificate: a line of the office's table. */
export interface CertificateRule {
  /** Its name in the office's table, without spaces. */
  readonly id: string;
  /** One of them is enough. */
  readonly kinds: readonly CertificateKind[];
  /** Products for which the law names one of these. */
  readonly products: readonly CertificateKind[];
  readonly packs: readonly Packs[];
  readonly uses: readonly Use[];
  readonly makers: readonly UmkmClass[];
  /** First day, local to the origin, on which it binds; null: always did. */
  readonly from: string | null;
  /** What it stands on, in the words of the law's own list. */
  readonly basis: string;
}

const ANY = {
  packs: ['retail', 'bulk'],
  uses: ['resale', 'raw-material', 'repacking'],
  makers: ['micro', 'small', 'medium'],
} as const;
/** Of processed food the law names one of these. */
const FOOD = ['P-IRT', 'MD'] as const;

/**
 * What an office starts with; it keeps the table itself (`certificateRules` of its policy). Collected from summaries, to be
 * confirmed by the office: docs/decisions/0042-certificates-of-the-law.md
 */
export const CERTIFICATE_RULES: readonly CertificateRule[] = [
  {
    ...ANY,
    id: 'food-for-resale',
    kinds: FOOD,
    products: FOOD,
    packs: ['retail'],
    uses: ['resale'],
    from: null,
    basis: 'PP 86/2019, Peraturan BPOM 22/2018',
  },
  {
    ...ANY,
    id: 'food-for-repacking',
    kinds: FOOD,
    products: FOOD,
    uses: ['repacking'],
    from: null,
    basis: 'PP 86/2019, Peraturan BPOM 22/2018',
  },
  {
    ...ANY,
    id: 'halal-of-medium-makers',
    kinds: ['HALAL'],
    products: FOOD,
    makers: ['medium'],
    from: '2024-10-18',
    basis: 'PP 42/2024',
  },
  {
    ...ANY,
    id: 'halal-of-micro-and-small-makers',
    kinds: ['HALAL'],
    products: FOOD,
    makers: ['micro', 'small'],
    from: '2026-10-17',
    basis: 'PP 42/2024',
  },
  ...(['HALAL', 'SNI', 'ORGANIC'] as const).map((kind): CertificateRule => ({
    ...ANY,
    id: `named-${kind.toLowerCase()}`,
    kinds: [kind],
    products: [kind],
    from: null,
    basis: 'ketentuan produk',
  })),
];

/** Whether a rule concerns these goods, whatever they are used for. */
export function concerns({ products, packs, makers }: CertificateRule, goods: LegalFacts): boolean {
  return (
    packs.includes(goods.packs) &&
    makers.includes(goods.makers) &&
    products.some((kind) => goods.asksFor.includes(kind))
  );
}

/** Whether a rule binds on a day, for goods that are used so. */
export function binds({ uses, from }: CertificateRule, use: Use, day: string): boolean {
  return uses.includes(use) && (from === null || from <= day);
}
