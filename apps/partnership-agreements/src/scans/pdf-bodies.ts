import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, faultAt } from '#kernel/domain-error.js';
import { says } from '#kernel/refusals/sentences.js';
import { same } from '#kernel/refusals/words.js';

export const PDF = 'application/pdf';

/** A signed text on paper has some pages; a scan of more than this is made again, smaller. */
const MOST_MIB = 10;

/** A PDF that streams in. */
class PdfBody {
  readonly #stream: Readable;

  constructor(stream: Readable) {
    this.#stream = stream;
  }

  get stream(): Readable {
    return this.#stream;
  }
}

/** Teaches the HTTP server to hand PDF bodies over as they stream in. */
@Injectable()
export class PdfBodies implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addContentTypeParser(PDF, (_request, payload, done) => {
      done(null, new PdfBody(payload));
    });
  }
}

export interface Scan {
  readonly content: Buffer;
  readonly sha256: string;
}

/**
 * Reads the whole of it, so that nothing is written of a file that is too large or cut off.
 *
 * @throws DomainError UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, INVALID for what is no PDF
 */
export async function readPdf({ body }: FastifyRequest): Promise<Scan> {
  if (!(body instanceof PdfBody)) throw new DomainError('UNSUPPORTED_MEDIA_TYPE.types', { types: same(PDF) });
  const pieces: Buffer[] = [];
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of body.stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > MOST_MIB * 2 ** 20) throw new DomainError('TOO_LARGE.file', { n: MOST_MIB });
    hash.update(piece);
    pieces.push(piece);
  }
  const content = Buffer.concat(pieces);
  const isPdf = content.subarray(0, 1024).includes('%PDF-');
  if (!isPdf) throw new DomainError('INVALID.scan', {}, [faultAt('', says('pdf'))]);
  return { content, sha256: hash.digest('hex') };
}
