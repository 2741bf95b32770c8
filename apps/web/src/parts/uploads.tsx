import { useEffect, useState } from 'preact/hooks';
import { post } from '../api/client.js';
import type { Say } from '../words/say.js';
import { UploadColumns } from './upload-columns.js';
import { loadKinds, loadUpload, readFile, type FileKind, type UploadPage } from './upload-data.js';
import { UploadPreview, type Placed } from './upload-preview.js';
import type { UploadWords } from './upload-words.js';
import { useAttempt } from './use-attempt.js';

interface Props {
  /** Address of the routes that take the files. */
  readonly path: string;
  readonly say: Say;
  readonly words: UploadWords;
  readonly placed: () => void;
  readonly ended: () => void;
}

const LOCALES = ['id-ID', 'en'] as const;
const POLL_MS = 700;

/** Entries in a file: a preview with the exact cells first, then as many of its rows as its sender wants. */
export function Uploads({ path, say, words, placed, ended }: Props) {
  const [kinds, setKinds] = useState<readonly FileKind[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [locale, setLocale] = useState<(typeof LOCALES)[number]>(say.language === 'id' ? 'id-ID' : 'en');
  const [upload, setUpload] = useState<UploadPage>();
  const [asked, setAsked] = useState<Placed>('all');
  const [reading, setReading] = useState(false);
  const [attempt, failed] = useAttempt(words.offline, ended);
  const kind = kinds.find((each) => each.kind === chosen) ?? kinds[0];

  useEffect(() => {
    attempt(loadKinds(path).then(setKinds));
  }, [path]);
  const read = async (file: File, as: FileKind) => {
    setReading(true);
    setUpload(undefined);
    try {
      setUpload(await readFile(path, file, as.kind, locale));
    } finally {
      setReading(false);
    }
  };
  const place = async (id: string, rows: Placed) => {
    setAsked(rows);
    await post(`${path}/${id}/placement`, { rows });
    setUpload(await loadUpload(path, id));
  };
  useEffect(() => {
    if (upload?.state !== 'placing') return;
    const timer = setTimeout(() => {
      attempt(
        loadUpload(path, upload.id).then((next) => {
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
      <h2 id="uploads">{words.heading}</h2>
      <p class="muted">{words.hint}</p>
      {kind && (
        <>
          <form class="form">
            {kinds.length > 1 && (
              <label>
                {words.kind}
                <select
                  value={kind.kind}
                  onChange={({ currentTarget }) => {
                    setChosen(currentTarget.value);
                    setUpload(undefined);
                  }}
                >
                  {kinds.map((each) => (
                    <option key={each.kind} value={each.kind}>
                      {words.kinds[each.kind] ?? each.kind}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <label>
              {words.locale}
              <select
                value={locale}
                onChange={({ currentTarget }) => {
                  setLocale(currentTarget.value === 'en' ? 'en' : 'id-ID');
                }}
              >
                {LOCALES.map((each) => (
                  <option key={each} value={each}>
                    {words.locales[each]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {words.choose}
              <input
                type="file"
                accept=".csv,.xlsx"
                onChange={({ currentTarget }) => {
                  const file = currentTarget.files?.[0];
                  if (file) attempt(read(file, kind));
                  // The same file may be chosen again, mended.
                  currentTarget.value = '';
                }}
              />
            </label>
          </form>
          <UploadColumns kind={kind} say={say} words={words} />
        </>
      )}
      <div role="status">
        {reading && <p class="muted">{words.reading}</p>}
        {failed !== undefined && <p class="mark unsold">{failed}</p>}
      </div>
      {upload && (
        <UploadPreview
          path={path}
          upload={upload}
          asked={asked}
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
