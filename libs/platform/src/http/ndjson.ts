import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#kernel/domain-error.js';

export const NDJSON = 'application/x-ndjson';
const MAX_LINE_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

export interface NdjsonLine {
  /** From 1, blank lines counted, as an editor shows it. */
  readonly line: number;
  readonly bytes: Buffer;
}

/** A streamed body of one JSON object a line; it is never held in memory as a whole. */
export class NdjsonBody {
  readonly #stream: Readable;

  constructor(stream: Readable) {
    this.#stream = stream;
  }

  /** What stands for the body where a request is hashed; who reads the lines hashes those. */
  toJSON(): string {
    return NDJSON;
  }

  /** Can be read once. @throws DomainError LINE_TOO_LONG at more than 64 KiB without a line end */
  async *lines(): AsyncGenerator<NdjsonLine> {
    let rest: Buffer = Buffer.alloc(0);
    let line = 0;
    for await (const chunk of this.#stream as AsyncIterable<Buffer>) {
      let start = 0;
      let data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (let end = data.indexOf(NEWLINE); end !== -1; end = data.indexOf(NEWLINE, start)) {
        line += 1;
        const bytes = data.subarray(start, end);
        if (!isBlank(bytes)) yield { line, bytes };
        start = end + 1;
      }
      data = data.subarray(start);
      if (data.length > MAX_LINE_BYTES) throw tooLong(line + 1);
      rest = data;
    }
    if (!isBlank(rest)) yield { line: line + 1, bytes: rest };
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x0d || byte === 0x20 || byte === 0x09);
}

function tooLong(line: number): DomainError {
  return new DomainError('LINE_TOO_LONG', { n: line, max: MAX_LINE_BYTES });
}

export function acceptNdjson(fastify: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  fastify.addContentTypeParser(NDJSON, (_request, payload, done) => {
    done(null, new NdjsonBody(payload));
  });
}

/** @throws DomainError UNSUPPORTED_MEDIA_TYPE when the request came with another content type */
export function ndjsonOf(request: FastifyRequest): NdjsonBody {
  if (request.body instanceof NdjsonBody) return request.body;
  throw new DomainError('UNSUPPORTED_MEDIA_TYPE.lines', { type: NDJSON });
}
