import type { Words } from '#kernel/refusals/words.js';
import { DOCUMENT_WORDS, SIDE_WORDS } from '#kernel/refusals/state-words.js';
import { says } from '#kernel/refusals/sentences.js';
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
export type Requirement =
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
export interface SaidMissing {
  readonly lack: Requirement;
  readonly pointer: string;
  readonly said: Words;
}

function hasDocument(
  dossier: Dossier,
  lack: 'joint-agreement' | 'pks' | 'council-decision',
  said: Words,
): SaidMissing[] {
  return dossier.documents.some(({ kind }) => kind === lack) ? [] : [{ lack, pointer: '/documents', said }];
}

/** The head of a region may sign; anyone else needs a power of attorney (Permendagri 22/2020). */
function signatoryFaults({ signatories }: Dossier): SaidMissing[] {
  const unentitled = signatories.flatMap(({ office, powerOfAttorney }, index) =>
    office === 'head-of-region' || powerOfAttorney !== null
      ? []
      : [
          {
            lack: 'power-of-attorney' as const,
            pointer: `/signatories/${String(index)}`,
            said: says('no-power'),
          },
        ],
  );
  const absent = (['origin', 'partner'] as const).filter((side) => !signatories.some((one) => one.side === side));
  return [
    ...unentitled,
    ...absent.map((side) => ({
      lack: `${side}-signatory` as const,
      pointer: '/signatories',
      said: says('no-signatory', { side: SIDE_WORDS[side] }),
    })),
  ];
}

/** Each guard, as what is missing for it; nothing missing: the step may be taken. */
const GUARDS: Readonly<Record<GuardName, (dossier: Dossier) => SaidMissing[]>> = {
  jointAgreement: (dossier) =>
    hasDocument(dossier, 'joint-agreement', says('no-document', { document: DOCUMENT_WORDS['joint-agreement'] })),
  signatories: signatoryFaults,
  council: (dossier) => hasDocument(dossier, 'council-decision', says('no-council-decision')),
  councilNeeded: ({ needsCouncil }) =>
    needsCouncil
      ? []
      : [
          {
            lack: 'council-not-needed',
            pointer: '/needsCouncil',
            said: says('no-council'),
          },
        ],
  councilSettled: ({ needsCouncil, reached }) =>
    !needsCouncil || reached.includes('council-approved')
      ? []
      : [{ lack: 'council-approval', pointer: '/needsCouncil', said: says('council-open') }],
  terms: ({ termsCount }) => (termsCount > 0 ? [] : [{ lack: 'terms', pointer: '/terms', said: says('no-terms') }]),
  pks: (dossier) => hasDocument(dossier, 'pks', says('no-document', { document: DOCUMENT_WORDS.pks })),
};

/** @returns everything that is missing for a step with these guards */
export function missingFor(guards: readonly GuardName[], dossier: Dossier): SaidMissing[] {
  return guards.flatMap((name) => GUARDS[name](dossier));
}
