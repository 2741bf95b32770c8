import type { Words } from '#kernel/refusals/words.js';
import { DOCUMENT_WORDS, SIDE_WORDS } from '#kernel/refusals/state-words.js';
import { says } from '#kernel/refusals/sentences.js';
import { openDecisions, sameNumber, type Paper, type StepTaken } from './paper.js';
import { wantsReview } from './regime.js';
import type { GuardName } from './stage.js';

/** What the guards look at. */
export interface Dossier {
  readonly needsCouncil: boolean;
  readonly regime: string;
  /** Stages that were reached, in order, addenda among them. */
  readonly history: readonly StepTaken[];
  readonly documents: readonly Paper[];
  readonly signatories: readonly {
    readonly side: Paper['side'];
    readonly office: 'head-of-region' | 'delegate';
    readonly powerOfAttorney: string | null;
  }[];
  /** When drafting of the PKS was recorded last. */
  readonly draftedAt?: Date;
  readonly termsCount: number;
}

/** What a guard may miss; stable, so that a page says it in its own words. */
export type Requirement =
  | 'joint-agreement-review'
  | 'joint-agreement'
  | 'pks-review'
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

function hasDocument(dossier: Dossier, lack: 'joint-agreement' | 'pks', said: Words): SaidMissing[] {
  return dossier.documents.some(({ kind }) => kind === lack) ? [] : [{ lack, pointer: '/documents', said }];
}

/** The region's cooperation team has seen the text, where the rules want it. */
function reviewed({ regime, documents }: Dossier, text: 'joint-agreement' | 'pks'): SaidMissing[] {
  const lack = `${text}-review` as const;
  const seen = documents.some(({ kind, side }) => kind === lack && side === 'origin');
  if (seen || !wantsReview(regime)) return [];
  return [{ lack, pointer: '/documents', said: says('no-review', { document: DOCUMENT_WORDS[text] }) }];
}

function councilFaults({ documents, history }: Dossier): SaidMissing[] {
  if (openDecisions(documents, history).length > 0) return [];
  const spent = documents.some(({ kind, side }) => kind === 'council-decision' && side === 'origin');
  const said = says(spent ? 'council-decision-spent' : 'no-council-decision');
  return [{ lack: 'council-decision', pointer: '/documents', said }];
}

/** The head of a region may sign; anyone else by a power of attorney, a paper that is in the file (Permendagri 22/2020). */
function signatoryFaults({ signatories, documents }: Dossier): SaidMissing[] {
  const unentitled = signatories.flatMap(({ office, powerOfAttorney }, index) => {
    const inFile = documents.some(
      ({ kind, number }) => kind === 'power-of-attorney' && sameNumber(number, powerOfAttorney),
    );
    if (office === 'head-of-region' || inFile) return [];
    const said = powerOfAttorney === null ? says('no-power') : says('no-power-document', { number: powerOfAttorney });
    return [{ lack: 'power-of-attorney' as const, pointer: `/signatories/${String(index)}`, said }];
  });
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
  jointAgreementReview: (dossier) => reviewed(dossier, 'joint-agreement'),
  pksReview: (dossier) => reviewed(dossier, 'pks'),
  signatories: signatoryFaults,
  council: councilFaults,
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
  councilSettled: ({ needsCouncil, history }) =>
    !needsCouncil || history.some(({ stage }) => stage === 'council-approved')
      ? []
      : [{ lack: 'council-approval', pointer: '/needsCouncil', said: says('council-open') }],
  terms: ({ termsCount }) => (termsCount > 0 ? [] : [{ lack: 'terms', pointer: '/terms', said: says('no-terms') }]),
  pks: (dossier) => hasDocument(dossier, 'pks', says('no-document', { document: DOCUMENT_WORDS.pks })),
};

/** @returns everything that is missing for a step with these guards */
export function missingFor(guards: readonly GuardName[], dossier: Dossier): SaidMissing[] {
  return guards.flatMap((name) => GUARDS[name](dossier));
}
