import { appendFile } from 'node:fs/promises';
import { Writable } from 'node:stream';

/**
 * Keeps in a file what a process says. While it cannot be written, on a full disk, lines are dropped and the process goes
 * on: its launcher says so once, and again when it has been mended and fails anew.
 *
 * @param say tells whoever started it
 */
export function logFile(path: string, say: (line: string) => void): Writable {
  let isBroken = false;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      appendFile(path, chunk).then(
        () => {
          isBroken = false;
          done();
        },
        (error: unknown) => {
          if (!isBroken) say(`${path} cannot be written, so lines are lost: ${String(error)}`);
          isBroken = true;
          done();
        },
      );
    },
  });
}
