import type { Say } from '../words/say.js';
import type { FileKind } from './upload-data.js';
import type { UploadWords } from './upload-words.js';

interface Props {
  readonly kind: FileKind;
  readonly say: Say;
  readonly words: UploadWords;
}

/** Which columns a file may have and what belongs in them, with an empty one to fill in. */
export function UploadColumns({ kind: { kind, columns }, say, words }: Props) {
  const [own, other] = say.language === 'id' ? [0, 1] : [1, 0];
  const headingOf = ({ headings }: FileKind['columns'][number]) => headings[own] ?? headings[0] ?? '';
  const name = (words.kinds[kind] ?? kind).toLowerCase();
  // A byte order mark, or Excel reads UTF-8 as something else; semicolons, as an Indonesian Excel writes them.
  const template = `\uFEFF${columns.map(headingOf).join(say.language === 'id' ? ';' : ',')}\r\n`;
  return (
    <details>
      <summary>{words.columns.heading(name)}</summary>
      <p>
        <a
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(template)}`}
          download={`${name.replaceAll(' ', '-')}.csv`}
        >
          {words.columns.template}
        </a>
      </p>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.content}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const alias = column.headings[other];
            return (
              <tr key={headingOf(column)}>
                <th scope="row">
                  {headingOf(column)}
                  {alias !== undefined && <small class="alias"> {words.columns.alias(alias)}</small>}
                </th>
                <td data-label={words.columns.content}>
                  <span>
                    {column.wanted[say.language]}
                    {!column.required && <small> ({words.columns.optional})</small>}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
