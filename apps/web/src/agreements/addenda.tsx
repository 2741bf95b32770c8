import type { Context } from './context.js';
import type { Dossier } from './data.js';
import { Difference } from './difference.js';
import { EntryForm } from './entry-form.js';
import { DayField, HashField, TextField } from './fields.js';

/** What each addendum has changed, in two columns, and the form that records a new last day. */
export function Addenda({ dossier, context }: { readonly dossier: Dossier; readonly context: Context }) {
  const { file, addenda } = dossier;
  const { say, words } = context;
  return (
    <section aria-labelledby="addenda">
      <h2 id="addenda">{words.addenda.heading}</h2>
      {addenda.length === 0 && <p class="muted">{words.addenda.empty}</p>}
      {addenda.map((addendum) => (
        <Difference key={addendum.after.edition} addendum={addendum} say={say} words={words} />
      ))}
      {file.stage === 'in-force' && (
        <EntryForm
          path={`/api/agreements/${file.id}/addenda`}
          heading={words.addenda.add}
          send={words.addenda.send}
          context={context}
        >
          <TextField label={words.addenda.number} name="number" max={100} required />
          <DayField
            label={words.addenda.newLastDay}
            name="effectiveTo"
            required
            {...(file.effectiveFrom === null ? {} : { min: file.effectiveFrom })}
          />
          <HashField label={words.documents.file} required words={words} />
          <TextField label={words.addenda.remark} name="remark" max={500} />
        </EntryForm>
      )}
    </section>
  );
}
