import { useEffect, useState } from 'preact/hooks';
import { post, Refused } from '../api/client.js';
import { loadUpload, readColumns, readFile, type FileColumns, type HowToRead, type UploadPage } from './upload-data.js';
import type { Attempt } from './use-attempt.js';
import { useLatest } from './use-latest.js';

/** Which rows of a file are sent: those that are ready, or those to look at too. */
export type Placed = 'good' | 'all';

/** What the sender of a file says of its columns. */
export interface SaidOfColumns {
  /** Field by heading; null: the column is passed over. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** What every row says, by field. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Upload {
  /** The file as it was read; undefined: there is none. */
  readonly page: UploadPage | undefined;
  /** Which rows were asked for last. */
  readonly asked: Placed;
  readonly reading: boolean;
  /** @param kind what its rows are; @param locale how its numbers are written */
  readonly read: (file: File, kind: string, locale: string) => void;
  /** What its columns are taken for, while that is asked; undefined: it is not. */
  readonly mapping: FileColumns | undefined;
  readonly askColumns: () => void;
  /** Reads the same file with its columns as its sender says. */
  readonly readAs: (said: SaidOfColumns) => void;
  /** Reads another sheet of the same file. */
  readonly readSheet: (sheet: string) => void;
  readonly place: (id: string, rows: Placed) => void;
  readonly forget: () => void;
}

const POLL_MS = 700;

/** One file at a time, from its preview to its last row. @param placed is told when all its rows were sent */
export function useUpload(path: string, attempt: Attempt, placed: () => void): Upload {
  const [page, setPage] = useState<UploadPage>();
  const [asked, setAsked] = useState<Placed>('all');
  const [reading, setReading] = useState(false);
  const [mapping, setMapping] = useState<FileColumns>();
  const [chosen, setChosen] = useState<readonly [File, HowToRead]>();

  const read = async (file: File, how: HowToRead) => {
    setChosen([file, how]);
    setReading(true);
    setPage(undefined);
    setMapping(undefined);
    try {
      setPage(await readFile(path, file, how));
    } catch (error) {
      // Its headings are not ours: whoever sends it can say what they mean.
      const isOfColumns = error instanceof Refused && error.problem.code === 'FILE_COLUMNS';
      if (isOfColumns) setMapping(await readColumns(path, file, how));
      throw error;
    } finally {
      setReading(false);
    }
  };
  const place = async (id: string, rows: Placed) => {
    setAsked(rows);
    await post(`${path}/${id}/placement`, { rows });
    setPage(await loadUpload(path, id));
  };
  const shown = useLatest((next: UploadPage) => {
    setPage(next);
    if (next.state === 'placed') placed();
  });
  useEffect(() => {
    if (page?.state !== 'placing') return;
    return lookAgain(() => {
      attempt(loadUpload(path, page.id).then(shown));
    });
  }, [attempt, page, path, shown]);
  return {
    page,
    asked,
    reading,
    read: (file, kind, locale) => {
      attempt(read(file, { kind, locale }));
    },
    mapping,
    askColumns: () => {
      if (chosen) attempt(readColumns(path, ...chosen).then(setMapping));
    },
    readAs: ({ columns, values }) => {
      if (!chosen) return;
      const [file, how] = chosen;
      const before = JSON.parse(how.columns ?? '{}') as object;
      attempt(
        read(file, { ...how, columns: JSON.stringify({ ...before, ...columns }), values: JSON.stringify(values) }),
      );
    },
    readSheet: (sheet) => {
      if (chosen) attempt(read(chosen[0], { ...chosen[1], sheet }));
    },
    place: (id, rows) => {
      attempt(place(id, rows));
    },
    forget: () => {
      setPage(undefined);
      setMapping(undefined);
    },
  };
}

/** @returns what gives it up */
function lookAgain(look: () => void): () => void {
  const timer = setTimeout(look, POLL_MS);
  return () => {
    clearTimeout(timer);
  };
}
