import type { components } from '#clients/producer-registry.js';
import { get, post } from '../api/client.js';

/** Answers of the routes that take files; every service that has them answers alike. */
type Schemas = components['schemas'];
export type FileKind = Schemas['FileKindView'];
export type UploadPage = Schemas['UploadPage'];
export type FileColumns = Schemas['FileColumns'];
export type UploadRow = Schemas['RowView'];

/** Rows of a preview to mend first; within a state in the order of the file. */
const STATES = ['red', 'amber', 'green'];
const ROWS_SHOWN = 50;

/** What files may be sent to `path`. @throws SignedOut; Error */
export async function loadKinds(path: string): Promise<readonly FileKind[]> {
  return (await get<Schemas['FileKinds']>(`${path}/kinds`)).kinds;
}

/** What the rows of a file are, how its numbers are written, and which of its sheets is read; what is said of its columns. */
export interface HowToRead {
  readonly kind: string;
  readonly locale: string;
  readonly sheet?: string;
  /** JSON, as the routes take it. */
  readonly columns?: string;
  readonly values?: string;
}

/** What the columns of a file are taken for; nothing of it is kept. @throws as readFile */
export function readColumns(path: string, file: File, how: HowToRead): Promise<FileColumns> {
  return post<FileColumns>(`${path}/columns?${new URLSearchParams({ ...how }).toString()}`, file);
}

/** Sends a file for its preview. @throws SignedOut; Refused; TypeError when the network is down */
export async function readFile(path: string, file: File, how: HowToRead): Promise<UploadPage> {
  const query = new URLSearchParams({ ...how, fileName: file.name });
  return withWrongRows(path, await post<UploadPage>(`${path}?${query.toString()}`, file));
}

export async function loadUpload(path: string, id: string): Promise<UploadPage> {
  return withWrongRows(path, await get<UploadPage>(`${path}/${id}`));
}

/** The rows to mend, which may stand far down in the file, then the first others: at most 50. */
async function withWrongRows(path: string, upload: UploadPage): Promise<UploadPage> {
  const first = upload.items.filter(({ state }) => state !== 'red');
  const wrong =
    upload.rows.red === 0
      ? []
      : (await get<UploadPage>(`${path}/${upload.id}?state=red&limit=${String(ROWS_SHOWN)}`)).items;
  const items = [...wrong, ...first].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.row - b.row);
  return { ...upload, items: items.slice(0, ROWS_SHOWN) };
}
