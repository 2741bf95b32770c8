import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '#kernel/domain-error.js';

const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** How many times that is read to its end before the connection is cut. */
const DRAIN = 4;

/**
 * Keeps a body in a file of the system's temporary folder while `work` reads it, so that it is never in memory whole.
 *
 * @param work gets its path and the SHA-256 of its bytes
 * @throws DomainError TOO_LARGE above 32 MiB
 */
export async function spooled<T>(body: Readable, work: (path: string, contentHash: string) => Promise<T>): Promise<T> {
  const path = join(tmpdir(), `serap-upload-${randomUUID()}`);
  const hash = createHash('sha256');
  let size = 0;
  try {
    await pipeline(
      body,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          // Read on and drop: a connection that is cut in the middle of its body never hears the answer.
          if (size > MAX_FILE_BYTES * DRAIN) throw tooLarge();
          if (size > MAX_FILE_BYTES) continue;
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(path, { mode: 0o600 }),
    );
    if (size > MAX_FILE_BYTES) throw tooLarge();
    return await work(path, hash.digest('hex'));
  } finally {
    await rm(path, { force: true });
  }
}

/** Reads what is left of a body that is refused, and drops it: its sender hears the answer when all of it is sent. */
export async function drained(body: Readable): Promise<void> {
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_FILE_BYTES * DRAIN) return;
    }
  } catch {
    // It was read before, or its sender has gone.
  }
}

function tooLarge(): DomainError {
  return new DomainError('TOO_LARGE.file', { n: MAX_FILE_BYTES / 1024 / 1024 });
}
