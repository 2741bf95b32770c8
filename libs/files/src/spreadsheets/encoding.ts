import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { DomainError } from '#kernel/domain-error.js';

/** How the letters of a text file are written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * UTF-16 by its byte order mark ("Unicode text" of Excel); else UTF-8, and Windows-1252 for what is none: every letter of
 * it is one, so it is read only when nothing else fits.
 *
 * @throws DomainError FILE_UNREADABLE for what is no text
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const start = await firstBytes(path);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
    // No text of one byte a letter has them.
    if (bytes.includes(0)) throw unreadableText();
    isUtf8 &&= decodes(decoder, bytes);
  }
  return isUtf8 && decodes(decoder) ? 'utf-8' : 'windows-1252';
}

type Decoder = InstanceType<typeof TextDecoder>;

/** The text of a file, piece by piece, without its byte order mark. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw unreadableText();
    }
  };
  for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) yield decode(bytes);
  yield decode();
}

function unreadableText(): DomainError {
  return new DomainError('FILE_UNREADABLE.csv');
}

function decodes(decoder: Decoder, bytes?: Buffer): boolean {
  try {
    decoder.decode(bytes, { stream: bytes !== undefined });
    return true;
  } catch {
    return false;
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
