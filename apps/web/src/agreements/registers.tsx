import type { Context } from './context.js';
import type { AgreementFile } from './data.js';
import { EntryForm } from './entry-form.js';
import { ChoiceField, TextField } from './fields.js';

/** The numbers that an agreement has in both sides' registers, and the form that enters one. */
export function Registers({ file, context }: { readonly file: AgreementFile; readonly context: Context }) {
  const { registers: words, signatories } = context.words;
  const { sides } = signatories;
  return (
    <section aria-labelledby="registers">
      <h2 id="registers">{words.heading}</h2>
      <ul class="plain entries">
        <li>
          {sides.origin}: <b>{file.originNumber ?? words.none}</b>
        </li>
        <li>
          {sides.partner}: <b>{file.partnerNumber ?? words.none}</b>
        </li>
      </ul>
      <EntryForm
        path={`/api/agreements/${file.id}/register-numbers`}
        heading={words.add}
        send={words.send}
        eitherSide
        context={context}
      >
        <ChoiceField
          label={signatories.side}
          name="side"
          choices={context.mayWrite ? sides : { partner: sides.partner }}
        />
        <TextField label={words.number} name="number" max={100} required />
      </EntryForm>
    </section>
  );
}
