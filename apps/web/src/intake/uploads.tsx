import { useEffect, useState } from 'preact/hooks';
import { get, post, Refused, SignedOut } from '../api/client.js';
import { refusalText } from '../parts/refusal-text.js';
import type { Say } from '../words/say.js';
import type { UploadPage, UploadView } from './data.js';
import type { IntakeWords } from './words.js';

interface Props {
  readonly say: Say;
  readonly words: IntakeWords;
  readonly placed: () => void;
  readonly ended: () => void;
}

const LOCALES = ['id-ID', 'en'] as const;
const POLL_MS = 700;
const ROWS_SHOWN = 50;
/** Rows to mend first; within a state in the order of the file. */
const STATES = ['red', 'amber', 'green'];

/** A file of orders: a preview with the exact cells first, then as many of its rows as its sender wants placed. */
export function Uploads({ say, words, placed, ended }: Props) {
  const [locale, setLocale] = useState<(typeof LOCALES)[number]>(say.language === 'id' ? 'id-ID' : 'en');
  const [upload, setUpload] = useState<UploadPage>();
  const [reading, setReading] = useState(false);
  const [failed, setFailed] = useState<string>();
  const { uploads } = words;

  const attempt = (work: Promise<unknown>) => {
    setFailed(undefined);
    work.catch((error: unknown) => {
      if (error instanceof SignedOut) ended();
      else setFailed(error instanceof Refused ? refusalText(error) : words.form.offline);
    });
  };
  const read = async (file: File) => {
    setReading(true);
    try {
      const query = new URLSearchParams({ locale, fileName: file.name });
      setUpload(await post<UploadPage>(`/api/orders/uploads?${query.toString()}`, file));
    } finally {
      setReading(false);
    }
  };
  const place = async (id: string, rows: 'good' | 'all') => {
    await post<UploadView>(`/api/orders/uploads/${id}/placement`, { rows });
    setUpload(await get<UploadPage>(`/api/orders/uploads/${id}`));
  };
  useEffect(() => {
    if (upload?.state !== 'placing') return;
    const timer = setTimeout(() => {
      attempt(
        get<UploadPage>(`/api/orders/uploads/${upload.id}`).then((next) => {
          setUpload(next);
          if (next.state === 'placed') placed();
        }),
      );
    }, POLL_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [upload]);

  return (
    <section aria-labelledby="uploads">
      <h2 id="uploads">{uploads.heading}</h2>
      <p class="muted">{uploads.hint}</p>
      <form class="form">
        <label>
          {uploads.locale}
          <select
            value={locale}
            onChange={({ currentTarget }) => {
              setLocale(currentTarget.value === 'en' ? 'en' : 'id-ID');
            }}
          >
            {LOCALES.map((each) => (
              <option key={each} value={each}>
                {uploads.locales[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {uploads.choose}
          <input
            type="file"
            accept=".csv,.xlsx"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) attempt(read(file));
              // The same file may be chosen again, mended.
              currentTarget.value = '';
            }}
          />
        </label>
      </form>
      <div role="status">
        {reading && <p class="muted">{uploads.reading}</p>}
        {failed !== undefined && <p class="mark unsold">{failed}</p>}
      </div>
      {upload && (
        <Preview
          upload={upload}
          say={say}
          words={words}
          place={(rows) => {
            attempt(place(upload.id, rows));
          }}
        />
      )}
    </section>
  );
}

interface PreviewProps extends Pick<Props, 'say' | 'words'> {
  readonly upload: UploadPage;
  readonly place: (rows: 'good' | 'all') => void;
}

function Preview({ upload, say, words: { uploads }, place }: PreviewProps) {
  const { green, amber, red, placed, refused } = upload.rows;
  const rows = [...upload.items].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.row - b.row);
  return (
    <>
      <p>
        <b>{upload.fileName}</b> · {uploads.counts(say.count(green), say.count(amber), say.count(red))}
      </p>
      {upload.state === 'placing' && (
        <p role="status">{uploads.placing(say.count(placed + refused), say.count(green + amber))}</p>
      )}
      {upload.state === 'placed' && <p role="status">{uploads.placed(say.count(placed), say.count(refused))}</p>}
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
              {uploads.good(say.count(green))}
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
              {uploads.all(say.count(green + amber))}
            </button>
          )}
        </p>
      )}
      {red > 0 && <a href={`/api/orders/uploads/${upload.id}/errors`}>{uploads.errors}</a>}
      <div class="scroll">
        <table class="rows">
          <thead>
            <tr>
              <th>{uploads.row}</th>
              {upload.headings.map((heading) => (
                <th key={heading}>{heading}</th>
              ))}
              <th>{uploads.fault}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS_SHOWN).map(({ row, state, cells, faults }) => (
              <tr key={row}>
                <th scope="row" class={`mark ${MARKS[state] ?? 'waiting'}`}>
                  {row}
                </th>
                {cells.map((cell, index) => (
                  <td
                    key={index}
                    class={faults.some(({ heading }) => heading === upload.headings[index]) ? 'wrong' : undefined}
                  >
                    {cell}
                  </td>
                ))}
                <td>
                  {faults.map(({ cell, messages }) => `${cell ?? ''} ${messages[say.language]}`.trim()).join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const MARKS: Readonly<Record<string, string>> = { green: 'sold', amber: 'waiting', red: 'unsold' };
