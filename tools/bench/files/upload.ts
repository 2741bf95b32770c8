import { setTimeout as sleep } from 'node:timers/promises';
import type { UploadView } from '#files/uploads/find-uploads.js';
import type { Client } from '../../system/client.js';
import { inSeconds } from '../seconds.js';

const POLL_MS = 100;

export interface Took {
  readonly seconds: number;
  readonly previewSeconds: number;
  readonly placementSeconds: number;
  readonly rowsPerSecond: number;
  /** How often its sender saw more rows placed than before: progress. */
  readonly steps: number;
}

/**
 * Sends one file, lets all its rows be placed, and waits for the last one as its sender does.
 *
 * @param path of uploads, with the query that the file is read by
 * @throws Error unless every row was placed
 */
export async function upload(
  client: Client,
  path: string,
  file: { readonly type: string; readonly body: string | Buffer; readonly rows: number },
): Promise<Took> {
  const sent = performance.now();
  const { id } = await client.postFile<UploadView>(path, file.type, file.body);
  const read = performance.now();
  const address = `${path.split('?', 1)[0] ?? ''}/${id}`;
  await client.start(`${address}/placement`, { rows: 'all' });
  let steps = 0;
  for (let placed = 0; ;) {
    const { state, rows } = await client.get<UploadView>(`${address}?limit=1`);
    if (rows.placed > placed) steps += 1;
    placed = rows.placed;
    if (state !== 'placed') {
      await sleep(POLL_MS);
      continue;
    }
    if (placed !== file.rows) throw new Error(`Of ${String(file.rows)} rows: ${JSON.stringify(rows)}`);
    const ended = performance.now();
    return {
      seconds: inSeconds(ended - sent),
      previewSeconds: inSeconds(read - sent),
      placementSeconds: inSeconds(ended - read),
      rowsPerSecond: Math.round((file.rows * 1_000) / (ended - sent)),
      steps,
    };
  }
}
