import type { ComponentChildren } from 'preact';
import type { Say } from '../words/say.js';
import type { Term } from './data.js';
import { TERM_FIELDS, termFacts } from './term-facts.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly terms: readonly Term[];
  readonly say: Say;
  readonly words: AgreementsWords;
  /** The way to write it. */
  readonly children?: ComponentChildren;
}

/** The quota table as it stands, one row per destination and commodity. */
export function TermsTable({ terms, say, words, children }: Props) {
  const { fields, destination, commodity, heading, empty } = words.terms;
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">{heading}</h2>
      {terms.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={heading}>
          <table class="stacked">
            <thead>
              <tr>
                <th scope="col">{destination}</th>
                <th scope="col">{commodity}</th>
                {TERM_FIELDS.map((field) => (
                  <th key={field} scope="col">
                    {fields[field]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {terms.map((term) => {
                const facts = termFacts(term, say, words);
                return (
                  <tr key={term.id}>
                    <th scope="row">{say.region(term.destination)}</th>
                    <td data-label={commodity}>{say.commodity(term.commodity)}</td>
                    {TERM_FIELDS.map((field) => (
                      <td key={field} data-label={fields[field]}>
                        {facts[field]}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {children}
    </section>
  );
}
