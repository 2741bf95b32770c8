import { createWriteStream, existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { MalformedMarket } from '#matching/format/faults.js';
import type { MatchingResult } from '#matching/format/result.js';

const ARRAYS = ['allocations', 'unfilled', 'unsold'] as const;

/**
 * Tries before a long run whether its result can be written; what is there stays as it is.
 *
 * @throws MalformedMarket that names `--output`
 */
export async function mustBeWritable(path: string): Promise<void> {
  if (path === '-') return;
  const wasThere = existsSync(path);
  try {
    await (await open(path, 'a')).close();
    if (!wasThere) await rm(path);
  } catch (error) {
    const message = `cannot be written: ${error instanceof Error ? error.message : String(error)}`;
    throw new MalformedMarket([{ pointer: '--output', message }]);
  }
}

/** Writes a result as JSON, one entry a line, so that a large one never has to be one string; `-` is standard output. */
export async function writeResultFile(path: string, result: MatchingResult): Promise<void> {
  const out: Writable = path === '-' ? process.stdout : createWriteStream(path);
  const failed =
    path === '-'
      ? null
      : once(out, 'error').then(([error]: unknown[]) => {
          throw error;
        });
  const written = writeAll(out, result);
  await (failed === null ? written : Promise.race([written, failed]));
  if (path !== '-') {
    out.end();
    await once(out, 'finish');
  }
}

async function writeAll(out: Writable, result: MatchingResult): Promise<void> {
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(`{\n"totals": ${JSON.stringify(result.totals)},\n`);
  for (const name of ARRAYS) await writeArray(write, name, result[name]);
  const { cut, tied, ...proof } = result.proof;
  await write(`"proof": {\n`);
  await writeArray(write, 'cut', cut);
  await writeArray(write, 'tied', tied);
  await write(`${JSON.stringify(proof).slice(1, -1)}\n},\n"timings": ${JSON.stringify(result.timings)}\n}\n`);
}

async function writeArray(
  write: (text: string) => Promise<void>,
  name: string,
  entries: readonly unknown[],
): Promise<void> {
  await write(`"${name}": [`);
  let chunk = '';
  for (let at = 0; at < entries.length; at += 1) {
    chunk += `${at === 0 ? '\n' : ',\n'}${JSON.stringify(entries[at])}`;
    if (chunk.length > 65_536) {
      await write(chunk);
      chunk = '';
    }
  }
  await write(`${chunk}\n],\n`);
}
