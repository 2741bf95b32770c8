import { useState } from 'preact/hooks';
import { keepDraft, keptDraft } from '../api/drafts.js';
import { ActForm } from '../forms/act-form.js';
import { Fold } from '../forms/fold.js';
import type { Context } from './context.js';
import type { AgreementFile } from './data.js';
import { bodiesOf, draftOf, emptyDraft, type TermDraft } from './terms-draft.js';
import { TermsGrid } from './terms-grid.js';

interface Props {
  readonly file: AgreementFile;
  readonly context: Context;
}

/** What is typed of a table, kept while this tab lives. @param name of the draft */
export function useTermRows(
  name: string,
  first: () => readonly TermDraft[],
): readonly [readonly TermDraft[], (rows: readonly TermDraft[] | undefined) => void] {
  const [rows, setRows] = useState(() => keptDraft<{ rows: TermDraft[] }>('tab', name)?.rows ?? first());
  return [
    rows,
    (next) => {
      keepDraft('tab', name, next && { rows: next });
      setRows(next ?? first());
    },
  ];
}

/** The way to write the quota table of an agreement that is not signed yet. */
export function TermsForm(props: Props) {
  const { file, context } = props;
  const { writing } = context.words;
  return (
    <Fold label={file.terms.length === 0 ? writing.heading : writing.change} draft={rowsOf(file)} done={writing.done}>
      {(close) => (
        <TermsFields
          {...props}
          done={() => {
            close();
            context.changed();
          }}
        />
      )}
    </Fold>
  );
}

function rowsOf({ id }: AgreementFile): string {
  return `terms ${id} rows`;
}

function TermsFields({ file, context: { say, words, ended }, done }: Props & { readonly done: () => void }) {
  const [rows, setRows] = useTermRows(rowsOf(file), () =>
    file.terms.length === 0 ? [emptyDraft(file.partner)] : file.terms.map((term) => draftOf(term, say)),
  );
  return (
    <ActForm
      draft={`terms ${file.id}`}
      send={words.writing.send}
      say={say}
      ended={ended}
      call={() => {
        const bodies = bodiesOf(rows, say, words);
        return 'faults' in bodies ? bodies : { path: `/api/agreements/${file.id}/terms`, body: bodies };
      }}
      done={() => {
        setRows(undefined);
        done();
      }}
    >
      <TermsGrid partner={file.partner} rows={rows} change={setRows} say={say} words={words} />
    </ActForm>
  );
}
