import { AddendumForm } from './addendum-form.js';
import type { Context } from './context.js';
import type { Dossier } from './data.js';
import { Difference } from './difference.js';

interface Props {
  readonly dossier: Dossier;
  /** YYYY-MM-DD at the origin. */
  readonly today: string;
  readonly context: Context;
}

/** What each addendum has changed, in two columns, and the form that records the next one. */
export function Addenda({ dossier, today, context }: Props) {
  const { file, addenda } = dossier;
  const { say, words } = context;
  return (
    <section aria-labelledby="addenda">
      <h2 id="addenda">{words.addenda.heading}</h2>
      {addenda.length === 0 && <p class="muted">{words.addenda.empty}</p>}
      {addenda.map((addendum) => (
        <Difference key={addendum.after.edition} addendum={addendum} say={say} words={words} />
      ))}
      {file.stage === 'in-force' && context.mayWrite && <AddendumForm file={file} today={today} context={context} />}
    </section>
  );
}
