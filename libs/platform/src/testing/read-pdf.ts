import { inflateSync } from 'node:zlib';

/** Text of a PDF whose fonts are the standard ones, page after page: enough to see what a reader would read. */
export function readPdf(bytes: Buffer): { pages: number; text: string } {
  const raw = bytes.toString('latin1');
  if (!raw.startsWith('%PDF-1.') || !raw.trimEnd().endsWith('%%EOF')) throw new Error('This is no PDF.');
  const text = [...raw.matchAll(/stream\r?\n([\s\S]*?)\nendstream/g)]
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .flatMap((stream) => [...stream.matchAll(/\[([^\]]*)\] TJ/g)])
    .map(([, parts = '']) => [...parts.matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => hex).join(''))
    .map((hex) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('\n');
  return { pages: (raw.match(/\/Type \/Page\b/g) ?? []).length, text };
}
