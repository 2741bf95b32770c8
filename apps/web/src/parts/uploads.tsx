import { useEffect, useState } from 'preact/hooks';
import type { Say } from '../words/say.js';
import { localeOf } from './quantities.js';
import { UploadColumns } from './upload-columns.js';
import { loadKinds, type FileKind } from './upload-data.js';
import { UploadForm } from './upload-form.js';
import { UploadMapping } from './upload-mapping.js';
import { UploadPreview } from './upload-preview.js';
import type { UploadWords } from './upload-words.js';
import { useAttempt } from './use-attempt.js';
import { useUpload } from './use-upload.js';

interface Props {
  /** Address of the routes that take the files. */
  readonly path: string;
  readonly say: Say;
  readonly words: UploadWords;
  readonly placed: () => void;
  readonly ended: () => void;
}

/** Entries in a file: a preview with the exact cells first, then as many of its rows as its sender wants. */
export function Uploads({ path, say, words, placed, ended }: Props) {
  const [kinds, setKinds] = useState<readonly FileKind[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [locale, setLocale] = useState(localeOf(say.language));
  const [attempt, failed] = useAttempt(words.offline, ended);
  const upload = useUpload(path, attempt, placed);
  const kind = kinds.find((each) => each.kind === chosen) ?? kinds[0];

  useEffect(() => {
    attempt(loadKinds(path).then(setKinds));
  }, [attempt, path]);

  return (
    <section aria-labelledby="uploads">
      <h2 id="uploads">{words.heading}</h2>
      <p class="muted">{words.hint}</p>
      {kind && (
        <>
          <UploadForm
            kind={kind}
            kinds={kinds}
            locale={locale}
            words={words}
            choose={(next) => {
              setChosen(next);
              upload.forget();
            }}
            chooseLocale={setLocale}
            read={(file) => {
              upload.read(file, kind.kind, locale);
            }}
          />
          <UploadColumns kind={kind} say={say} words={words} />
        </>
      )}
      <div role="status">
        {upload.reading && <p class="muted">{words.reading}</p>}
        {failed !== undefined && <p class="mark unsold">{failed}</p>}
      </div>
      {upload.mapping && kind && (
        <UploadMapping file={upload.mapping} kind={kind} say={say} words={words} apply={upload.readAs} />
      )}
      {upload.page && <UploadPreview path={path} upload={upload} page={upload.page} say={say} words={words} />}
    </section>
  );
}
