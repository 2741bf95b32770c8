import type { Context } from './context.js';
import type { AgreementFile, Stage } from './data.js';
import { EntryForm } from './entry-form.js';
import { ChoiceField, TextField } from './fields.js';

const UNSIGNED = new Set<Stage>([
  'preparation',
  'offer',
  'joint-agreement-drafting',
  'joint-agreement-signed',
  'council-submitted',
  'council-approved',
  'pks-drafting',
]);

/** Whether the PKS is still to be signed: who signs it, and its quota table, are written before that. */
export function isDraft(stage: Stage): boolean {
  return UNSIGNED.has(stage);
}

/** Who signs for each side and by what right, and the form that records one. */
export function Signatories({ file, context }: { readonly file: AgreementFile; readonly context: Context }) {
  const { signatories: words } = context.words;
  return (
    <section aria-labelledby="signatories">
      <h2 id="signatories">{words.heading}</h2>
      {file.signatories.length === 0 && <p class="muted">{words.empty}</p>}
      <ol class="plain entries">
        {file.signatories.map(({ id, side, name, office, powerOfAttorney, recordedBy }) => (
          <li key={id}>
            <b>{name}</b> · {words.sides[side]}
            <small class={office === 'delegate' && powerOfAttorney === null ? 'mark unsold' : undefined}>
              {words.offices[office]}
              {powerOfAttorney !== null && ` · ${words.withPower(powerOfAttorney)}`}
              {office === 'delegate' && powerOfAttorney === null && ` · ${words.withoutPower}`}
              {side !== recordedBy && ` · ${words.recordedBy[recordedBy]}`}
            </small>
          </li>
        ))}
      </ol>
      {isDraft(file.stage) && (
        <EntryForm
          path={`/api/agreements/${file.id}/signatories`}
          heading={words.add}
          send={words.send}
          eitherSide
          context={context}
        >
          <ChoiceField
            label={words.side}
            name="side"
            choices={context.mayWrite ? words.sides : { partner: words.sides.partner }}
          />
          <TextField label={words.name} name="name" max={200} required />
          <ChoiceField label={words.office} name="office" choices={words.offices} />
          <TextField label={words.power} name="powerOfAttorney" max={100} />
        </EntryForm>
      )}
    </section>
  );
}
