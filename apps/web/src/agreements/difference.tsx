import type { Say } from '../words/say.js';
import type { EditionDifference, RowDifference } from './data.js';
import { factOf, TERM_FIELDS, termFacts, type TermField } from './term-facts.js';
import type { AgreementsWords } from './words-id.js';

/** What is told of two editions. */
type Shown = Pick<EditionDifference, 'rows'> & {
  readonly before: Pick<EditionDifference['before'], 'edition' | 'effectiveTo'>;
  readonly after: Pick<EditionDifference['after'], 'edition' | 'effectiveTo' | 'number' | 'remark'>;
};

interface Props {
  readonly addendum: Shown;
  /** Absent: with its number as its title. */
  readonly titled?: boolean;
  readonly say: Say;
  readonly words: AgreementsWords;
}

/** An addendum in two columns: what was agreed before it, and what is now. What it left as it was is not in it. */
export function Difference({ addendum: { before, after, rows }, titled = true, say, words }: Props) {
  const { addenda } = words;
  const [was, is] = [addenda.before(say.count(before.edition)), addenda.after(say.count(after.edition))];
  const changed = rows.filter(({ change }) => change !== 'same');
  return (
    <div class="scroll">
      {titled && <h3>{addenda.title(say.count(after.edition), after.number ?? '')}</h3>}
      {after.remark !== null && <p class="muted">{after.remark}</p>}
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{addenda.what}</th>
            <th scope="col">{was}</th>
            <th scope="col">{is}</th>
          </tr>
        </thead>
        <tbody>
          {before.effectiveTo !== after.effectiveTo && (
            <tr>
              <th scope="row">{addenda.lastDay}</th>
              <td data-label={was}>{say.date(before.effectiveTo)}</td>
              <td data-label={is}>{say.date(after.effectiveTo)}</td>
            </tr>
          )}
          {changed.flatMap((row) => {
            const old = row.before && termFacts(row.before, say, words);
            const now = row.after && termFacts(row.after, say, words);
            return fieldsOf(row).map((field) => (
              <tr key={`${row.destination} ${row.commodity} ${field}`}>
                <th scope="row">
                  {say.region(row.destination)} · {say.commodity(row.commodity)}: {words.terms.fields[field]}
                  <small> ({addenda.changes[row.change]})</small>
                </th>
                <td data-label={was}>{old?.[field] ?? '–'}</td>
                <td data-label={is}>{now?.[field] ?? '–'}</td>
              </tr>
            ));
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What is told of a row: the changed fields; of one that came or went, its quota stands for it. */
function fieldsOf({ change, fields }: RowDifference): TermField[] {
  if (change !== 'changed') return ['quota'];
  const told = new Set(fields.map(factOf));
  return TERM_FIELDS.filter((field) => told.has(field));
}
