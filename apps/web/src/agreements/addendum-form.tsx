import { useEffect, useState } from 'preact/hooks';
import { keepDraft } from '../api/drafts.js';
import { ActForm } from '../forms/act-form.js';
import { textIn, textsIn, type Filled } from '../forms/filled.js';
import { Fold } from '../forms/fold.js';
import { TextInput } from '../forms/named-fields.js';
import { askedRows } from './asked-rows.js';
import { askedIn, forgetAsked } from '../parts/asked-quota.js';
import type { Context } from './context.js';
import type { AgreementFile } from './data.js';
import { Difference } from './difference.js';
import { HashInput } from './hash-input.js';
import { bodiesOf, differenceOf, draftOf, previewOf } from './terms-draft.js';
import { useTermRows } from './terms-form.js';
import { TermsGrid } from './terms-grid.js';
import { WhatIf } from './what-if.js';

interface Props {
  readonly file: AgreementFile;
  /** YYYY-MM-DD at the origin. */
  readonly today: string;
  readonly context: Context;
}

/** The way to record a signed addendum. */
export function AddendumForm(props: Props) {
  const { file, context } = props;
  const { say, words, changed } = context;
  // Before the way is drawn: it lies open where a draft is kept.
  const [isAsked] = useState(() => {
    const rows = askedRows(file, askedIn(location.search), say);
    if (!rows) return false;
    keepDraft('tab', rowsOf(file), { rows });
    forgetAsked();
    return true;
  });
  useEffect(() => {
    if (isAsked) document.getElementById('addenda')?.scrollIntoView();
  }, [isAsked]);
  return (
    <Fold label={words.addenda.add} draft={rowsOf(file)} done={say.words.forms.done}>
      {(close) => (
        <AddendumFields
          {...props}
          done={() => {
            close();
            changed();
          }}
        />
      )}
    </Fold>
  );
}

function rowsOf({ id }: AgreementFile): string {
  return `addendum ${id} rows`;
}

/** The rows in force are filled in, and what the addendum changes of them is shown while one types. */
function AddendumFields({ file, today, context, done }: Props & { readonly done: () => void }) {
  const { say, words, ended } = context;
  const { addenda, amending } = words;
  const [rows, setRows] = useTermRows(rowsOf(file), () => file.terms.map((term) => draftOf(term, say)));
  const [lastDay, setLastDay] = useState(file.effectiveTo ?? '');
  const [hash, setHash] = useState<string>();

  const bodies = bodiesOf(rows, say, words);
  const differs = 'faults' in bodies ? [] : differenceOf(file.terms, bodies.terms, say, words);
  const moved = lastDay !== '' && lastDay !== file.effectiveTo;
  const call = (filled: Filled) => {
    if ('faults' in bodies) return bodies;
    if (differs.length === 0 && !moved) return { faults: [{ field: 'effectiveTo', message: amending.nothing }] };
    if (hash === undefined) return { faults: [{ field: 'sha256', message: words.documents.reading }] };
    const body = {
      number: textIn(filled, 'number') ?? '',
      sha256: hash,
      ...textsIn(filled, ['remark']),
      ...(differs.length > 0 ? { terms: bodies.terms } : {}),
      ...(moved ? { effectiveTo: lastDay } : {}),
    };
    return { path: `/api/agreements/${file.id}/addenda`, body };
  };
  return (
    <ActForm
      draft={`addendum ${file.id}`}
      send={addenda.send}
      say={say}
      call={call}
      ended={ended}
      done={() => {
        setRows(undefined);
        done();
      }}
    >
      <p class="muted">{amending.hint}</p>
      <TermsGrid partner={file.partner} rows={rows} change={setRows} say={say} words={words} />
      <div class="pair">
        <TextInput
          label={amending.lastDay}
          name="effectiveTo"
          type="date"
          min={today}
          value={lastDay}
          change={setLastDay}
        />
        <TextInput label={addenda.number} name="number" required maxLength={100} />
      </div>
      <HashInput label={words.documents.file} required words={words} change={setHash} />
      <TextInput label={addenda.remark} name="remark" maxLength={500} />
      <WhatIf agreement={file.id} rows={differs} context={context} />
      <Preview
        addendum={differs.length === 0 && !moved ? undefined : previewOf(file, moved ? lastDay : undefined, differs)}
        context={context}
      />
    </ActForm>
  );
}

interface PreviewProps {
  /** undefined: it would change nothing. */
  readonly addendum: ReturnType<typeof previewOf> | undefined;
  readonly context: Context;
}

/** What will be recorded, as the recorded ones are shown. */
function Preview({ addendum, context: { say, words } }: PreviewProps) {
  const { amending } = words;
  return (
    <div aria-live="polite">
      <h3>{amending.preview}</h3>
      {addendum === undefined ? (
        <p class="muted">{amending.nothing}</p>
      ) : (
        <Difference addendum={addendum} titled={false} say={say} words={words} />
      )}
    </div>
  );
}
