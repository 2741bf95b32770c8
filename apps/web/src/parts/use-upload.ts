import { useEffect, useState } from 'preact/hooks';
import { post } from '../api/client.js';
import { loadUpload, readFile, type HowToRead, type UploadPage } from './upload-data.js';
import type { Attempt } from './use-attempt.js';
import { useLatest } from './use-latest.js';

/** Which rows of a file are sent: those that are ready, or those to look at too. */
export type Placed = 'good' | 'all';

export interface Upload {
  /** The file as it was read; undefined: there is none. */
  readonly page: UploadPage | undefined;
  /** Which rows were asked for last. */
  readonly asked: Placed;
  readonly reading: boolean;
  /** @param kind what its rows are; @param locale how its numbers are written */
  readonly read: (file: File, kind: string, locale: string) => void;
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
  const [chosen, setChosen] = useState<readonly [File, HowToRead]>();
  const tellPlaced = useLatest(placed);

  const read = async (file: File, how: HowToRead) => {
    setChosen([file, how]);
    setReading(true);
    setPage(undefined);
    try {
      setPage(await readFile(path, file, how));
    } finally {
      setReading(false);
    }
  };
  const place = async (id: string, rows: Placed) => {
    setAsked(rows);
    await post(`${path}/${id}/placement`, { rows });
    setPage(await loadUpload(path, id));
  };
  useEffect(() => {
    if (page?.state !== 'placing') return;
    const timer = setTimeout(() => {
      attempt(
        loadUpload(path, page.id).then((next) => {
          setPage(next);
          if (next.state === 'placed') tellPlaced();
        }),
      );
    }, POLL_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [attempt, page, path, tellPlaced]);
  return {
    page,
    asked,
    reading,
    read: (file, kind, locale) => {
      attempt(read(file, { kind, locale }));
    },
    readSheet: (sheet) => {
      if (chosen) attempt(read(chosen[0], { ...chosen[1], sheet }));
    },
    place: (id, rows) => {
      attempt(place(id, rows));
    },
    forget: () => {
      setPage(undefined);
    },
  };
}
