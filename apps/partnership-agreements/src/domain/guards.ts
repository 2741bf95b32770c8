import type { Fault } from '#kernel/domain-error.js';
import type { GuardName, Stage } from './stage.js';

export type Side = 'origin' | 'partner';

/** What the guards look at. */
export interface Dossier {
  readonly needsCouncil: boolean;
  /** Stages that were reached, in order. */
  readonly reached: readonly Stage[];
  readonly documents: readonly { readonly kind: DocumentKind }[];
  readonly signatories: readonly {
    readonly side: Side;
    readonly office: 'head-of-region' | 'delegate';
    readonly powerOfAttorney: string | null;
  }[];
  readonly termsCount: number;
}

export type DocumentKind = 'joint-agreement' | 'pks' | 'council-decision' | 'power-of-attorney' | 'addendum' | 'other';

/** What a guard may miss; stable, so that a page says it in its own words. */
export type Lack =
  | 'joint-agreement'
  | 'pks'
  | 'council-decision'
  | 'council-not-needed'
  | 'council-approval'
  | 'power-of-attorney'
  | 'origin-signatory'
  | 'partner-signatory'
  | 'terms';

/** What is missing for a step, and where in the agreement's file. */
export interface Missing extends Fault {
  readonly lack: Lack;
}

function hasDocument(
  dossier: Dossier,
  lack: 'joint-agreement' | 'pks' | 'council-decision',
  message: string,
): Missing[] {
  return dossier.documents.some(({ kind }) => kind === lack) ? [] : [{ lack, pointer: '/documents', message }];
}

/** The head of a region may sign; anyone else needs a power of attorney (Permendagri 22/2020). */
function signatoryFaults({ signatories }: Dossier): Missing[] {
  const unentitled = signatories.flatMap(({ office, powerOfAttorney }, index) =>
    office === 'head-of-region' || powerOfAttorney !== null
      ? []
      : [
          {
            lack: 'power-of-attorney' as const,
            pointer: `/signatories/${String(index)}`,
            message: 'signs for the head of the region without a power of attorney',
          },
        ],
  );
  const absent = (['origin', 'partner'] as const).filter((side) => !signatories.some((one) => one.side === side));
  return [
    ...unentitled,
    ...absent.map((side) => ({
      lack: `${side}-signatory` as const,
      pointer: '/signatories',
      message: `nobody signs for the ${side}`,
    })),
  ];
}

/** Each guard, as what is missing for it; nothing missing: the step may be taken. */
const GUARDS: Readonly<Record<GuardName, (dossier: Dossier) => Missing[]>> = {
  jointAgreement: (dossier) =>
    hasDocument(dossier, 'joint-agreement', 'the signed joint agreement (kesepakatan bersama) is not recorded'),
  signatories: signatoryFaults,
  council: (dossier) => hasDocument(dossier, 'council-decision', 'the decision of the council (DPRD) is not recorded'),
  councilNeeded: ({ needsCouncil }) =>
    needsCouncil
      ? []
      : [
          {
            lack: 'council-not-needed',
            pointer: '/needsCouncil',
            message: 'this agreement needs no approval of the council',
          },
        ],
  councilSettled: ({ needsCouncil, reached }) =>
    !needsCouncil || reached.includes('council-approved')
      ? []
      : [{ lack: 'council-approval', pointer: '/needsCouncil', message: 'the council (DPRD) has not approved it' }],
  terms: ({ termsCount }) =>
    termsCount > 0 ? [] : [{ lack: 'terms', pointer: '/terms', message: 'the quota table (terms) is empty' }],
  pks: (dossier) => hasDocument(dossier, 'pks', 'the signed PKS (perjanjian kerja sama) is not recorded'),
};

/** @returns everything that is missing for a step with these guards */
export function missingFor(guards: readonly GuardName[], dossier: Dossier): Missing[] {
  return guards.flatMap((name) => GUARDS[name](dossier));
}
