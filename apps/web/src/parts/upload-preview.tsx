import type { Say } from '../words/say.js';
import type { UploadPage, UploadRow } from './upload-data.js';
import type { UploadWords } from './upload-words.js';

export type Placed = 'good' | 'all';

interface Props {
  readonly path: string;
  readonly upload: UploadPage;
  /** Which rows were asked for last. */
  readonly asked: Placed;
  readonly say: Say;
  readonly words: UploadWords;
  readonly place: (rows: Placed) => void;
}

const MARKS: Readonly<Record<UploadRow['state'], string>> = { green: 'sold', amber: 'waiting', red: 'unsold' };

/** A file that was read: what is ready, what is wrong in which cell, and how far its rows are sent. */
export function UploadPreview({ path, upload, asked, say, words, place }: Props) {
  const { green, amber, red, placed, refused } = upload.rows;
  const wanted = asked === 'good' ? green : green + amber;
  const progress = words.placing(say.count(placed + refused), say.count(wanted));
  return (
    <>
      <p>
        <b>{upload.fileName}</b> · {words.counts(say.count(green), say.count(amber), say.count(red))}
      </p>
      <div role="status">
        {upload.state === 'placing' && (
          <p>
            {progress} <progress aria-label={progress} value={placed + refused} max={wanted} />
          </p>
        )}
        {upload.state === 'placed' && <p>{words.placed(say.count(placed), say.count(refused))}</p>}
      </div>
      {upload.state === 'preview' && (
        <p class="actions">
          {green > 0 && (
            <button
              type="button"
              class="primary"
              onClick={() => {
                place('good');
              }}
            >
              {words.good(say.count(green))}
            </button>
          )}
          {amber > 0 && (
            <button
              type="button"
              class="quiet"
              onClick={() => {
                place('all');
              }}
            >
              {words.all(say.count(green + amber))}
            </button>
          )}
        </p>
      )}
      {red + refused > 0 && <a href={`${path}/${upload.id}/errors`}>{words.errors}</a>}
      <Rows upload={upload} say={say} words={words} />
    </>
  );
}

function Rows({ upload, say, words }: Pick<Props, 'upload' | 'say' | 'words'>) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={upload.fileName ?? words.heading}>
      <table class="rows">
        <thead>
          <tr>
            <th>{words.row}</th>
            <th>{words.fault}</th>
            {upload.headings.map((heading) => (
              <th key={heading}>{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {upload.items.map(({ row, state, cells, faults, outcome }) => (
            <tr key={row}>
              <th scope="row" class={`mark ${MARKS[state]}`}>
                {row}
              </th>
              <td class="faults">
                {faults.map(({ cell, messages }, index) => (
                  <span key={index}>{`${cell ?? ''} ${messages[say.language]}`.trim()}</span>
                ))}
                {outcome?.status === 'refused' && <span>{outcome.detail}</span>}
              </td>
              {cells.map((cell, index) => (
                <td
                  key={index}
                  class={faults.some(({ heading }) => heading === upload.headings[index]) ? 'wrong' : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
