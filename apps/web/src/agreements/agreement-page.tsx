import { localDateAt } from '#kernel/local-date.js';
import { useTitle } from '../parts/title.js';
import { Addenda } from './addenda.js';
import type { Context } from './context.js';
import type { Dossier } from './data.js';
import { Documents } from './documents.js';
import { Filings } from './filings.js';
import { answerOf } from './headline.js';
import { History } from './history.js';
import { NextSteps } from './next-steps.js';
import { QuotaUse } from './quota-use.js';
import { Registers } from './registers.js';
import { Reports } from './reports.js';
import { isDraft, Signatories } from './signatories.js';
import { StagePath } from './stage-path.js';
import { TermsForm } from './terms-form.js';
import { TermsTable } from './terms-table.js';

interface Props {
  readonly dossier: Dossier;
  /** Business instant. */
  readonly now: number;
  readonly context: Context;
}

/** One agreement: where it stands, what its next step lacks, and all that belongs to its file. */
export function AgreementPage({ dossier, now, context }: Props) {
  const { file } = dossier;
  const { say, words, mayWrite } = context;
  useTitle(say.region(file.partner));
  const today = localDateAt(new Date(now), file.origin);
  const facts = [
    `${words.facts.regime}: ${file.regime}`,
    words.facts.council(file.needsCouncil),
    words.facts.edition(say.count(file.edition)),
    ...(file.signedOn === null ? [] : [words.signing.signed(say.date(file.signedOn))]),
    ...(file.backdatingReason === null ? [] : [words.signing.backdated(file.backdatingReason)]),
  ];
  return (
    <main class="agreements">
      <h1>{answerOf(file, say, words)}</h1>
      <p>{file.title}</p>
      <p class="muted">{facts.join(' · ')}</p>
      <p>
        <a href="#">{words.list.all}</a>
      </p>
      <StagePath file={file} say={say} words={words} />
      <NextSteps file={file} today={today} context={context} />
      <div class="two">
        <Documents file={file} context={context} />
        <div>
          <Signatories file={file} context={context} />
          <Registers file={file} context={context} />
        </div>
      </div>
      <TermsTable terms={file.terms} say={say} words={words}>
        {mayWrite && isDraft(file.stage) && <TermsForm file={file} context={context} />}
      </TermsTable>
      <QuotaUse dossier={dossier} today={today} say={say} words={words} />
      <Addenda dossier={dossier} today={today} context={context} />
      <div class="two">
        <Reports dossier={dossier} today={today} context={context} />
        <Filings dossier={dossier} today={today} context={context} />
      </div>
      <History file={file} say={say} words={words} />
    </main>
  );
}
