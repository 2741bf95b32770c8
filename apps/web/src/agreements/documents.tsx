import type { Context } from './context.js';
import type { AgreementFile } from './data.js';
import { EntryForm } from './entry-form.js';
import { Paper } from './paper.js';
import { ChoiceField, HashField, TextField } from './fields.js';
import { shortHash } from './hashes.js';

/** The documents of an agreement by their hashes, and the form that records one. */
export function Documents({ file, context }: { readonly file: AgreementFile; readonly context: Context }) {
  const { say, words } = context;
  // An addendum is recorded with what it changes.
  const { addendum: _, ...kinds } = words.documents.kinds;
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{words.documents.heading}</h2>
      {file.documents.length === 0 && <p class="muted">{words.documents.empty}</p>}
      <ol class="plain entries">
        {file.documents.map((document) => (
          <li key={document.id}>
            <b>{words.documents.kinds[document.kind]}</b> {document.number}
            <small title={document.sha256}>
              {words.documents.print(shortHash(document.sha256))} ·{' '}
              {say.moment(Date.parse(document.recordedAt), file.origin)}
              {document.side === 'partner' && ` · ${words.signatories.recordedBy.partner}`}
            </small>
            <Paper file={file} document={document} context={context} />
          </li>
        ))}
      </ol>
      <EntryForm
        path={`/api/agreements/${file.id}/documents`}
        heading={words.documents.add}
        send={words.documents.send}
        eitherSide
        context={context}
      >
        <ChoiceField label={words.documents.kind} name="kind" choices={kinds} />
        <TextField label={words.documents.number} name="number" max={100} />
        <HashField label={words.documents.file} required words={words} />
      </EntryForm>
    </section>
  );
}
