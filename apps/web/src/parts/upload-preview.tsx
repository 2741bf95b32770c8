import { Choice } from './fields.js';
import type { Say } from '../words/say.js';
import type { UploadPage, UploadRow } from './upload-data.js';
import type { UploadWords } from './upload-words.js';
import type { Upload } from './use-upload.js';

interface Props {
  readonly path: string;
  readonly upload: Upload;
  readonly page: UploadPage;
  readonly say: Say;
  readonly words: UploadWords;
}

const MARKS: Readonly<Record<UploadRow['state'], string>> = { green: 'sold', amber: 'waiting', red: 'unsold' };

/** A file that was read: what is ready, what is wrong in which cell, and how far its rows are sent. */
export function UploadPreview({ path, upload, page, say, words }: Props) {
  const { green, amber, red, placed, refused, standing } = page.rows;
  const wanted = upload.asked === 'good' ? green : green + amber;
  const progress = words.placing(say.count(placed + refused + standing), say.count(wanted));
  return (
    <>
      <p>
        <b>{page.fileName}</b> · {words.counts(say.count(green), say.count(amber), say.count(red))}
      </p>
      <div role="status">
        {page.state === 'placing' && (
          <p>
            {progress} <progress aria-label={progress} value={placed + refused + standing} max={wanted} />
          </p>
        )}
        {page.state === 'placed' && <p>{words.placed(say.count(placed), say.count(refused), say.count(standing))}</p>}
      </div>
      {page.state === 'preview' && (
        <p class="actions">
          {green > 0 && (
            <button
              type="button"
              class="primary"
              onClick={() => {
                upload.place(page.id, 'good');
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
                upload.place(page.id, 'all');
              }}
            >
              {words.all(say.count(green + amber))}
            </button>
          )}
        </p>
      )}
      <Notes upload={upload} page={page} say={say} words={words} />
      {page.state === 'preview' && !upload.mapping && (
        <button type="button" class="quiet" onClick={upload.askColumns}>
          {words.mapping.ask}
        </button>
      )}
      {red + refused > 0 && <a href={`${path}/${page.id}/errors`}>{words.errors}</a>}
      <Rows page={page} say={say} words={words} />
    </>
  );
}

/** What was passed over, and which sheet was read: another one can be chosen. */
function Notes({ upload, page, say, words }: Pick<Props, 'upload' | 'page' | 'say' | 'words'>) {
  return (
    <>
      {page.sheets.length > 1 && (
        <Choice
          label={words.sheet}
          value={page.sheets.find(({ chosen }) => chosen)?.name ?? ''}
          choices={page.sheets.map(({ name }) => [name, name])}
          change={upload.readSheet}
        />
      )}
      {page.notes.length > 0 && (
        <section aria-label={words.notes}>
          <ul class="muted">
            {page.notes.map(({ code, messages }) => (
              <li key={code}>{messages[say.language]}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Rows({ page, say, words }: Pick<Props, 'page' | 'say' | 'words'>) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={page.fileName ?? words.heading}>
      <table class="rows">
        <thead>
          <tr>
            <th>{words.row}</th>
            <th>{words.fault}</th>
            {page.headings.map((heading) => (
              <th key={heading}>{heading}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.items.map(({ row, state, cells, faults, outcome }) => (
            <tr key={row}>
              <th scope="row" class={`mark ${MARKS[state]}`}>
                {row}
              </th>
              <td class="faults">
                {faults.map(({ cell, messages }, index) => (
                  <span key={index}>{`${cell ?? ''} ${messages[say.language]}`.trim()}</span>
                ))}
                {outcome?.status === 'refused' && <span>{outcome.detail}</span>}
                {outcome?.status === 'standing' && <span>{words.standing}</span>}
              </td>
              {cells.map((cell, index) => (
                <td
                  key={index}
                  class={faults.some(({ heading }) => heading === page.headings[index]) ? 'wrong' : undefined}
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
