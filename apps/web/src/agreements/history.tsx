import type { Say } from '../words/say.js';
import type { AgreementFile } from './data.js';
import type { AgreementsWords } from './words-id.js';

interface Props {
  readonly file: AgreementFile;
  readonly say: Say;
  readonly words: AgreementsWords;
}

/** Every step that was taken, by whom and why, the latest first. */
export function History({ file, say, words }: Props) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.history.heading}</h2>
      <ol class="timeline">
        {file.history.toReversed().map(({ number, stage, at, by, remark }) => (
          <li key={number}>
            <time>{say.moment(Date.parse(at), file.origin)}</time>
            {stage === 'addendum' ? words.history.addendum : say.words.stages[stage]}
            <small>
              {' '}
              · {by === 'clock' ? words.history.clock : by}
              {remark !== null && ` · ${remark}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
